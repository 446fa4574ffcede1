import { readTypedDate } from '@konzeptwerkstatt/web-ui/typed-date';

/** From what a plan is counted, as it is typed. */
export interface Anchor {
  readonly way: 'decision' | 'start';
  readonly day: string;
  readonly month: string;
}

/** What the server is asked with. Browsers that know no field for a month leave it to be typed, as people write months. */
export const anchorVariables = ({ way, day, month }: Anchor): { decisionDay: string | null; startMonth: string | null } =>
  ({ decisionDay: way === 'decision' && day !== '' ? day : null, startMonth: way === 'start' && month !== '' ? readTypedDate(month) : null });
