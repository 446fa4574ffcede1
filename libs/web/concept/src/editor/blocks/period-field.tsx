import { useEffect, useState } from 'react';
import { Checkbox, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { draftOf, readDraft } from './period-text.js';
import type { PeriodDraft } from './period-text.js';

export interface PeriodFieldProps {
  /** Stored text (`2025-Q1/..`) or null. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly isDisabled?: boolean;
  /** What the server says is wrong. */
  readonly error?: string | null;
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
  const toggle = (isOpenEnded: boolean) => {
    const next = { ...draft, isOpenEnded };
    setDraft(next);
    commit(next, false);
  };

  return (
    <fieldset className="kw-period" disabled={isDisabled}>
      <legend className="kern-label">{t('concept.measure.period')}</legend>
      <TextField label={t('concept.period.from')} hint={t('concept.period.hint')} value={draft.from} isDisabled={isDisabled}
        onChange={(from) => setDraft({ ...draft, from })} onBlur={() => commit(draft, false)} error={problem ?? error} />
      <TextField label={t('concept.period.to')} value={draft.to} isDisabled={isDisabled || draft.isOpenEnded}
        onChange={(to) => setDraft({ ...draft, to })} onBlur={() => commit(draft, true)} />
      <Checkbox isSelected={draft.isOpenEnded} isDisabled={isDisabled} onChange={toggle}>{t('concept.period.open')}</Checkbox>
    </fieldset>
  );
}
