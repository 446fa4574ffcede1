/** Units that say no more than that something is counted. */
const BARE_COUNTS: ReadonlySet<string> = new Set(['anzahl', 'zahl', 'count', 'number', 'عدد', 'العدد']);

/** What stands behind a number: its unit after a space that does not break, and nothing where that would say no more than the number does (`41`, not `41 Anzahl`). */
export const unitBehind = (unitLabel: string): string => (BARE_COUNTS.has(unitLabel.trim().toLowerCase()) ? '' : `\u00a0${unitLabel}`);
