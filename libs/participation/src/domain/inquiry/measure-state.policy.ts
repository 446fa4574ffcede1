/** What of a report counts when several were handed in about the same measure. */
interface StateReport {
  readonly inquiryId: string;
  readonly organisationId: string;
}

/**
 * The reports of the newest round of one measure, the one that sets its state first: that of the organisation in charge, or, where that has not reported in this round or there is none, the newest of the others.
 * @param reports of one measure, the newest round first and in it the newest report
 * @returns nothing where there are no reports
 */
export function newestRound<Report extends StateReport>(reports: readonly Report[], leadOrganisationId: string | null): Report[] {
  const round = reports.filter(({ inquiryId }) => inquiryId === reports[0]?.inquiryId);
  const isOfLead = ({ organisationId }: Report): boolean => organisationId === leadOrganisationId;
  return [...round.filter(isOfLead), ...round.filter((report) => !isOfLead(report))];
}

/** Whether those who reported say different things about how far it is. */
export const isDiffering = (round: readonly { readonly status: string }[]): boolean => new Set(round.map(({ status }) => status)).size > 1;
