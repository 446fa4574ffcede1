/** What of a report counts when several were handed in about the same measure. */
interface StateReport {
  readonly organisationId: string;
  /** When the inquiry it answers began. */
  readonly roundBeganAt: Date;
  readonly reportedAt: Date;
}

/** Inquiries that begin within half a year, in milliseconds, are one round: lead and partners may be asked one after the other, and no round repeats that soon. */
const ROUND = 183 * 24 * 60 * 60 * 1000;

const newestFirst = (one: StateReport, other: StateReport): number => other.reportedAt.getTime() - one.reportedAt.getTime();

/**
 * The reports of the newest round of one measure, the one that sets its state first: that of the organisation in charge, or, where that has not reported in this round or there is none, the newest of the others.
 * @param reports of one measure, in any order
 * @returns of each organisation its newest report; nothing where there are no reports
 */
export function newestRound<Report extends StateReport>(reports: readonly Report[], leadOrganisationId: string | null): Report[] {
  const newest = Math.max(...reports.map(({ roundBeganAt }) => roundBeganAt.getTime()));
  const round = reports.filter(({ roundBeganAt }) => newest - roundBeganAt.getTime() < ROUND).toSorted(newestFirst);
  const byOrganisation = Map.groupBy(round, ({ organisationId }) => organisationId);
  const lead = leadOrganisationId === null ? [] : byOrganisation.get(leadOrganisationId) ?? [];
  return [...new Set([...lead.slice(0, 1), ...[...byOrganisation.values()].flatMap((own) => own.slice(0, 1))])];
}

/** Whether those who reported say different things about how far it is. */
export const isDiffering = (round: readonly { readonly status: string }[]): boolean => new Set(round.map(({ status }) => status)).size > 1;
