import { ConfirmInquiryLinesDocument, RemoveInquiryLineDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, Original, StatusTag, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { answerText, isAsked, lineTitle, questionText } from '../inquiry-words.js';
import type { Line, Request } from '../inquiry-words.js';
import { QuestionField } from './question-field.js';
import { maxAnswerLength } from './use-drafts.js';
import type { Drafts } from './use-drafts.js';

interface Props {
  request: Request;
  token: string | null;
  line: Line;
  index: number;
  drafts: Drafts;
  /** Codes by question of what keeps it from being handed in; under an empty key what concerns the whole line. */
  missing: ReadonlyMap<string, string>;
  isReadOnly: boolean;
}

/** The answers of a line in short, as the last time or as they are now. */
export function AnswerSummary({ request, answers }: { request: Request; answers: readonly { questionKey: string; value: string }[] }) {
  const t = useText();
  const { day, number } = useLanguage();
  const valueOf = (key: string) => answers.find(({ questionKey }) => questionKey === key)?.value ?? '';
  const shown = request.questions.flatMap((question) => {
    const value = valueOf(question.key);
    return value === '' || !isAsked(question, valueOf) ? [] : [{ question, text: answerText(t, question, value, { day, number }) }];
  });
  if (shown.length === 0) return <p className="kw-muted">{t('participation.inquiry.nothing-yet')}</p>;
  return (
    <dl className="kw-inquiry-summary">
      {shown.map(({ question, text }) => <div key={question.key}><dt>{questionText(t, request.kind, question)}</dt><dd className="kw-words" dir="auto">{text}</dd></div>)}
    </dl>
  );
}

/** How a line stands, in words. */
function LineState({ line }: { line: Line }) {
  const t = useText();
  if (line.isUnchanged) return <StatusTag tone="success">{t('participation.inquiry.unchanged')}</StatusTag>;
  return line.isComplete && !line.isUntouched ? <StatusTag tone="success">{t('participation.inquiry.answered-line')}</StatusTag> : <StatusTag tone="neutral">{t('participation.inquiry.open-line')}</StatusTag>;
}

/** Where a line stands on the page. */
export const lineElement = ({ uuid }: Pick<Line, 'uuid'>): string => `eintrag-${uuid}`;

/** One line: what it is about, the last answers, and its questions when something has changed. */
export function RequestLine({ request, token, line, index, drafts, missing, isReadOnly }: Props) {
  const t = useText();
  const confirm = useAction(ConfirmInquiryLinesDocument, 'confirmInquiryLines');
  const remove = useAction(RemoveInquiryLineDocument, 'removeInquiryLine');
  const hasLast = line.isUntouched || line.isUnchanged;
  const [isChanging, setIsChanging] = useState(false);
  const [isRemoving, setIsRemoving] = useState(false);
  const isOpen = !isReadOnly && (!hasLast || isChanging);
  const values = (key: string) => drafts.valueOf(line.id, key);
  const title = lineTitle(t, line, values('title'), index);
  const toggle = async (isUnchanged: boolean) => {
    if (await confirm.run({ requestId: request.id, token, lineIds: [line.id], isUnchanged })) setIsChanging(false);
  };
  const removeLine = async () => {
    if (await remove.run({ requestId: request.id, token, lineId: line.id })) setIsRemoving(false);
  };
  const isWanted = ({ isRequired, requiredWhenKey, requiredWhenValues }: Request['questions'][number]) => isRequired || (requiredWhenKey !== null && requiredWhenKey !== undefined && requiredWhenValues.includes(values(requiredWhenKey)));
  // What could not be saved stays in sight.
  const shown = request.questions.filter((question) => isAsked(question, values) || drafts.problemOf(line.id, question.key) !== null || values(question.key).length > maxAnswerLength);
  return (
    <article id={lineElement(line)} tabIndex={-1} className="kw-inquiry-line" aria-labelledby={`zeile-${line.uuid}`}>
      <div className="kw-inquiry-line__head">
        <h3 id={`zeile-${line.uuid}`} className="kern-heading-small"><Original>{title}</Original></h3>
        <LineState line={line} />
      </div>
      {line.proposedPart ? <p>{t(`participation.inquiry.proposed.${line.proposedPart}`)}</p> : null}
      <ActionNotice action={confirm} context="participation" />
      <ActionNotice action={remove} context="participation" />
      {missing.get('') && line.isUntouched ? <p className="kw-inquiry-missing" role="alert">{t(`participation.error.${missing.get('')}`)}</p> : null}
      {isOpen ? (
        <div className="kw-form">
          {shown.map((question) => <QuestionField key={question.key} kind={request.kind} question={question} lineId={line.id} drafts={drafts} isWanted={isWanted(question)} missing={missing.get(question.key) ?? null} />)}
        </div>
      ) : <AnswerSummary request={request} answers={line.answers} />}
      {isReadOnly ? null : (
        <div className="kw-button-group">
          {line.isUntouched ? <Button variant="primary" isPending={confirm.isPending} onPress={() => void toggle(true)} aria-label={t('participation.inquiry.unchanged-of', { title })}>{t('participation.inquiry.unchanged')}</Button> : null}
          {line.isUnchanged ? <Button isPending={confirm.isPending} onPress={() => void toggle(false)} aria-label={t('participation.inquiry.take-back-of', { title })}>{t('participation.inquiry.take-back')}</Button> : null}
          {hasLast && !isChanging ? <Button onPress={() => setIsChanging(true)} aria-label={t('participation.inquiry.change-of', { title })}>{t('participation.inquiry.change')}</Button> : null}
          {request.mayAddLines ? <Button onPress={() => setIsRemoving(true)} aria-label={t('participation.inquiry.remove-line-of', { title })}>{t('participation.inquiry.remove-line')}</Button> : null}
        </div>
      )}
      <ConfirmDialog title={t('participation.inquiry.remove-line')} isOpen={isRemoving} confirmLabel={t('participation.inquiry.remove-line')} isPending={remove.isPending} onConfirm={() => void removeLine()} onCancel={() => setIsRemoving(false)}>{t('participation.inquiry.remove-line-text')}</ConfirmDialog>
    </article>
  );
}
