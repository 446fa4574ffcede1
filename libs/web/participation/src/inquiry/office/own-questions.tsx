import type { InquiryQuestionType } from '@konzeptwerkstatt/web-data';
import { Button, Select, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';

/** A question that the office adds; what can be chosen stands one to a line. */
export interface OwnQuestion {
  readonly type: InquiryQuestionType;
  readonly label: string;
  readonly options: string;
}

const types = ['TEXT', 'CHOICE', 'NUMBER', 'DATE', 'YES_NO'] as const satisfies readonly InquiryQuestionType[];
const maxQuestions = 10;

/** What the API wants of them. */
export const ownQuestionInputs = (questions: readonly OwnQuestion[]) => questions.map(({ type, label, options }) => ({ type, label, options: type === 'CHOICE' ? options.split('\n').map((option) => option.trim()).filter((option) => option !== '') : [] }));

/** Questions of the office's own, beside those of the kind. */
export function OwnQuestions({ questions, onChange, error }: { questions: readonly OwnQuestion[]; onChange: (questions: readonly OwnQuestion[]) => void; error: string | null }) {
  const t = useText();
  const change = (at: number, part: Partial<OwnQuestion>) => onChange(questions.map((question, index) => (index === at ? { ...question, ...part } : question)));
  return (
    <div className="kw-stack">
      {error ? <p className="kw-inquiry-missing" role="alert">{error}</p> : null}
      {questions.map(({ type, label, options }, index) => (
        // Questions have no identity but their place.
        <fieldset key={index} className="kw-inquiry-line">
          <legend className="kw-visually-hidden">{t('participation.inquiry.own-question', { number: index + 1 })}</legend>
          <TextField label={t('participation.inquiry.own-question', { number: index + 1 })} value={label} onChange={(next) => change(index, { label: next })} maxLength={300} />
          <Select label={t('participation.inquiry.own-type')} value={type} onChange={(next) => change(index, { type: next ?? 'TEXT' })} options={types.map((id) => ({ id, label: t(`participation.inquiry-type.${id}`) }))} />
          {type === 'CHOICE' ? <TextArea label={t('participation.inquiry.own-options')} hint={t('participation.inquiry.own-options-hint')} value={options} onChange={(next) => change(index, { options: next })} /> : null}
          <div className="kw-button-group"><Button onPress={() => onChange(questions.filter((_, other) => other !== index))}>{t('participation.inquiry.own-remove')}</Button></div>
        </fieldset>
      ))}
      {questions.length < maxQuestions ? <div className="kw-button-group"><Button icon="add" onPress={() => onChange([...questions, { type: 'TEXT', label: '', options: '' }])}>{t('participation.inquiry.own-add')}</Button></div> : null}
    </div>
  );
}
