/** What tells of a concept rather than being one. */
const reportKinds: ReadonlySet<string> = new Set(['implementation_report', 'indicator_report', 'measure_catalogue', 'participation_report', 'council_paper']);

/** Whether an edition of an instrument of this kind reports on a concept. */
export const isReportKind = (instrumentKind: string): boolean => reportKinds.has(instrumentKind);
