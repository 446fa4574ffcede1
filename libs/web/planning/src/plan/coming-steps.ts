import type { ProcessPageQuery } from '@konzeptwerkstatt/web-data';
// By the light door: what is reckoned here has nothing to do with components.
import { townDay } from '@konzeptwerkstatt/web-ui/town-clock';

type Process = NonNullable<ProcessPageQuery['process']>;

/** Something that comes: a phase begins or ends, a meeting, the decision. */
export interface ComingStep {
  readonly kind: 'opens' | 'closes' | 'happens';
  readonly title: string;
  /** Day by the town's clock, `2027-06-30`. */
  readonly day: string;
  /** The instant, where one is known. */
  readonly at: string | null;
}

const SHOWN = 3;

/** The next steps of a process from a moment on, the nearest first. A phase of one day happens; a longer one begins and ends. */
export function comingSteps({ phases, steps, gatherings }: Pick<Process, 'phases' | 'steps' | 'gatherings'>, now: Date): ComingStep[] {
  const today = townDay(now.toISOString());
  const ofPhases = phases.flatMap(({ title, opensAt, closesAt }): ComingStep[] => {
    if (closesAt !== null && townDay(opensAt) === townDay(closesAt)) return [{ kind: 'happens', title, day: townDay(opensAt), at: opensAt }];
    return [{ kind: 'opens', title, day: townDay(opensAt), at: opensAt }, ...(closesAt === null ? [] : [{ kind: 'closes' as const, title, day: townDay(closesAt), at: closesAt }])];
  });
  const ofSteps = steps.edges.flatMap(({ node }): ComingStep[] => (node.datePrecision === 'DAY' && node.dateFrom !== null ? [{ kind: 'happens', title: node.title, day: node.dateFrom, at: null }] : []));
  const ofGatherings = gatherings.map(({ title, startsAt }): ComingStep => ({ kind: 'happens', title, day: townDay(startsAt), at: startsAt }));
  return [...ofPhases, ...ofSteps, ...ofGatherings]
    .filter(({ day, at }) => (at === null ? day >= today : new Date(at) > now))
    .sort((a, b) => a.day.localeCompare(b.day) || (a.at ?? '').localeCompare(b.at ?? ''))
    .slice(0, SHOWN);
}
