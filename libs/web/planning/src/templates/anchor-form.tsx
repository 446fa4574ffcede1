import { RadioGroup, TextField, useText } from '@konzeptwerkstatt/web-ui';

/** From what a plan is counted. */
export interface Anchor {
  readonly way: 'decision' | 'start';
  readonly day: string;
  readonly month: string;
}

/** What the server is asked with. */
export const anchorVariables = ({ way, day, month }: Anchor): { decisionDay: string | null; startMonth: string | null } =>
  ({ decisionDay: way === 'decision' && day !== '' ? day : null, startMonth: way === 'start' && month !== '' ? month : null });

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
