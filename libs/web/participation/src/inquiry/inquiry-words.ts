import type { InquiryQuestionFactsFragment, InquiryRequestFullFragment } from '@konzeptwerkstatt/web-data';
import type { Translate } from '@konzeptwerkstatt/web-ui';

export type Question = InquiryQuestionFactsFragment;
export type Request = InquiryRequestFullFragment;
export type Line = Request['lines'][number];

/** Where a cell stands among all answers of a request. */
export const cellKey = (lineId: string, questionKey: string): string => `${lineId}/${questionKey}`;

/** The words of a question; those of the office's own stand as it wrote them. */
export function questionText(t: Translate, kind: string, { key, label, isOfTheHouse }: Question): string {
  return isOfTheHouse ? t(`participation.inquiry-question.${kind}.${key}`) : label;
}

/** The words of a choice. */
export function optionText(t: Translate, { key, isOfTheHouse }: Question, option: string): string {
  return isOfTheHouse ? t(`participation.inquiry-option.${key}.${option}`) : option;
}

/** An answer as people read it. @param day formats `YYYY-MM-DD` @param number formats a number with a point */
export function answerText(t: Translate, question: Question, value: string, { day, number }: { day: (value: string) => string; number: (value: string) => string }): string {
  if (question.type === 'CHOICE') return optionText(t, question, value);
  if (question.type === 'YES_NO') return t(`participation.inquiry-option.yes_no.${value}`);
  if (question.type === 'DATE') return day(value);
  return question.type === 'NUMBER' ? number(value) : value;
}

/** Whether something was handed in, and something else is still waited for. */
export const isInPart = ({ submissionNumber, handedInAt, returnedAt }: Pick<Request, 'submissionNumber' | 'handedInAt' | 'returnedAt'>): boolean => Boolean(submissionNumber) && !handedInAt && !returnedAt;

/** Whether a question matters in a line with these answers. */
export const isAsked = ({ askedWhenKey, askedWhenValues }: Question, valueOf: (key: string) => string): boolean => !askedWhenKey || askedWhenValues.includes(valueOf(askedWhenKey));

/** The heading of a line: the measure, what the organisation called its own, or the whole. */
export function lineTitle(t: Translate, { number, title, measureUuid }: Pick<Line, 'number' | 'title' | 'measureUuid'>, ownTitle: string, index: number): string {
  if (measureUuid !== null) return `${number} ${title === '' ? t('participation.inquiry.untitled') : title}`.trim();
  return ownTitle === '' ? t('participation.inquiry.line', { number: index + 1 }) : ownTitle;
}
