import { Button, NumberField, Notice, RadioGroup, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { problemText } from '@konzeptwerkstatt/web-shell';
import { optionText, questionText } from '../inquiry-words.js';
import type { Question } from '../inquiry-words.js';
import type { Drafts } from './use-drafts.js';
import { maxAnswerLength } from './use-drafts.js';

interface Props {
  kind: string;
  question: Question;
  lineId: string;
  drafts: Drafts;
  /** Whether it wants an answer now. */
  isWanted: boolean;
  /** Code of what keeps the whole from being handed in. */
  missing: string | null;
}

const titleKey = 'title';

/** The field of one question, as its type wants it. */
export function QuestionField({ kind, question, lineId, drafts, isWanted, missing }: Props) {
  const t = useText();
  const value = drafts.valueOf(lineId, question.key);
  const problem = drafts.problemOf(lineId, question.key);
  const code = value.length > maxAnswerLength ? 'ANSWER_TOO_LONG' : problem !== null && problem.theirs === null ? problem.code : value.trim() === '' ? missing : null;
  const error = code === null ? undefined : problemText({ code, message: code, path: [] }, 'participation', t);
  // Of a progress report the status is the one thing that everybody may read.
  const hint = kind === 'PROGRESS' && question.key === 'status' ? { hint: t('participation.inquiry.status-public') } : {};
  const common = { label: questionText(t, kind, question), error, ...hint, ...(isWanted ? {} : { optional: true }) };
  const type = (next: string) => drafts.type(lineId, question.key, next);
  const choices = question.type === 'YES_NO' ? ['yes', 'no'] : question.options;
  const field = () => {
    if (question.type === 'CHOICE' || question.type === 'YES_NO') {
      const label = (option: string) => (question.type === 'YES_NO' ? t(`participation.inquiry-option.yes_no.${option}`) : optionText(t, question, option));
      return <RadioGroup {...common} value={value === '' ? null : value} onChange={type} options={choices.map((id) => ({ id, label: label(id) }))} />;
    }
    if (question.type === 'NUMBER') return <NumberField {...common} value={value === '' ? Number.NaN : Number(value)} onChange={(next) => type(Number.isNaN(next) ? '' : String(Number(next.toFixed(4))))} />;
    if (question.type === 'DATE') return <TextField {...common} type="date" value={value} onChange={type} />;
    return question.key === titleKey ? <TextField {...common} value={value} onChange={type} /> : <TextArea {...common} rows={3} value={value} onChange={type} />;
  };
  return (
    <>
      {field()}
      {problem !== null && problem.theirs !== null ? (
        <Notice tone="warning" live title={t('participation.inquiry.stale')} actions={<><Button onPress={() => drafts.settle(lineId, question.key, false)}>{t('participation.inquiry.take-theirs')}</Button><Button onPress={() => drafts.settle(lineId, question.key, true)}>{t('participation.inquiry.keep-mine')}</Button></>}>
          <p className="kw-words" dir="auto">{problem.theirs === '' ? t('participation.inquiry.emptied') : problem.theirs}</p>
        </Notice>
      ) : null}
    </>
  );
}
