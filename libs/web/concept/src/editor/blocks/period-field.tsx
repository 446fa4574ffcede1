import { useEffect, useState } from 'react';
import { Checkbox, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { draftOf, endToMend, readDraft } from './period-text.js';
import type { PeriodDraft } from './period-text.js';
import './period-field.css';

export interface PeriodFieldProps {
  /** Stored text (`2025-Q1/..`) or null. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly isDisabled?: boolean;
  /** What the server says is wrong. */
  readonly error?: string | null;
}

interface PeriodInputsProps {
  readonly draft: PeriodDraft;
  readonly onDraft: (draft: PeriodDraft) => void;
  /** One end was left; `isComplete` after the second one. */
  readonly onLeave?: (isComplete: boolean) => void;
  readonly onToggle?: (draft: PeriodDraft) => void;
  readonly problem: string | null;
  readonly isDisabled?: boolean;
}

/** The fields of a period alone: two ends as text, or open-ended. */
export function PeriodInputs({ draft, onDraft, onLeave, onToggle, problem, isDisabled }: PeriodInputsProps) {
  const t = useText();
  const wrongEnd = endToMend(draft);
  const toggle = (isOpenEnded: boolean) => {
    const next = { ...draft, isOpenEnded };
    onDraft(next);
    onToggle?.(next);
  };
  return (
    <fieldset className="kw-period" disabled={isDisabled}>
      <legend className="kern-label">{t('concept.measure.period')}</legend>
      <TextField label={t('concept.period.from')} hint={t('concept.period.hint')} value={draft.from} isDisabled={isDisabled}
        onChange={(from) => onDraft({ ...draft, from })} onBlur={() => onLeave?.(false)} error={wrongEnd === 'from' ? problem : null} />
      <TextField label={t('concept.period.to')} value={draft.to} isDisabled={isDisabled || draft.isOpenEnded}
        onChange={(to) => onDraft({ ...draft, to })} onBlur={() => onLeave?.(true)} error={wrongEnd === 'to' ? problem : null} />
      <Checkbox isSelected={draft.isOpenEnded} isDisabled={isDisabled} onChange={toggle}>{t('concept.period.open')}</Checkbox>
    </fieldset>
  );
}

/** From, to, or open-ended. Stores when the field is left and valid; what is typed stays either way. */
export function PeriodField({ value, onChange, isDisabled, error }: PeriodFieldProps) {
  const t = useText();
  const [draft, setDraft] = useState<PeriodDraft>(() => draftOf(value));
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => { setDraft(draftOf(value)); setProblem(null); }, [value]);

  const commit = (next: PeriodDraft, isComplete: boolean) => {
    const read = readDraft(next);
    if ('problem' in read) {
      // Half a period is no mistake while the other half is still to be typed.
      setProblem(read.problem === 'PERIOD_INCOMPLETE' && !isComplete ? null : t(`concept.error.${read.problem}`));
      return;
    }
    setProblem(null);
    if (read.value !== value) onChange(read.value);
  };
  return <PeriodInputs draft={draft} onDraft={setDraft} onLeave={(isComplete) => commit(draft, isComplete)} onToggle={(next) => commit(next, false)} problem={problem ?? error ?? null} isDisabled={isDisabled} />;
}
