import { RadioGroup, TextField, useText } from '@konzeptwerkstatt/web-ui';
import type { Anchor } from './anchor.js';

/** Asks for the day of the decision, or the month one wants to begin in. */
export function AnchorForm({ anchor, onChange, decisionTitle, problem }: { anchor: Anchor; onChange: (anchor: Anchor) => void; decisionTitle: string; problem: (field: string) => string | null }) {
  const t = useText();
  return (
    <>
      <RadioGroup
        label={t('planning.start.way')}
        options={[{ id: 'decision', label: t('planning.start.way-decision'), description: t('planning.start.way-decision-hint') }, { id: 'start', label: t('planning.start.way-start'), description: t('planning.start.way-start-hint') }]}
        value={anchor.way}
        onChange={(way) => onChange({ ...anchor, way })}
      />
      {anchor.way === 'decision'
        ? <TextField type="date" label={t('planning.start.day', { title: decisionTitle })} value={anchor.day} onChange={(day) => onChange({ ...anchor, day })} isRequired error={problem('decisionDay')} />
        : <TextField type="month" label={t('planning.start.month')} hint={t('planning.start.month-hint')} value={anchor.month} onChange={(month) => onChange({ ...anchor, month })} isRequired error={problem('startMonth') ?? problem('decisionDay')} />}
    </>
  );
}
