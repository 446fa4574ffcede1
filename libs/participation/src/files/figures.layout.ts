import type { ContributionFate, FigureLine, FigureTable } from '../domain/figures.policy.js';
import type { ParticipationFigures } from '../queries/figures.reader.js';

/** A table for a spreadsheet: a title, heads, and rows of words and numbers; null: nothing stands there. */
export interface Sheet {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** German words of what became of contributions, as columns. */
const fateHeads: Readonly<Record<ContributionFate, string>> = {
  open: 'offen', considered: 'berücksichtigt', partly: 'teilweise berücksichtigt', not: 'nicht berücksichtigt', noted: 'festgehalten', forwarded: 'weitergegeben', parts: 'in Teilen beantwortet',
};
const kindWords: Readonly<Record<string, string>> = {
  administration: 'Verwaltung', municipality: 'Städte und Gemeinden', migrant_organisation: 'Migrantenorganisationen', civil_society: 'Zivilgesellschaft', welfare: 'Wohlfahrt', business: 'Wirtschaft', academia: 'Wissenschaft', politics: 'Politik',
  advisory_council: 'Beiräte',
};
const TOO_FEW = 'unter fünf: nicht aufgeschlüsselt';
const fates = Object.keys(fateHeads) as ContributionFate[];

const partsOf = (line: Pick<FigureLine, 'fates' | 'count'>): (string | number | null)[] =>
  (line.fates === null ? [line.count === 0 ? null : TOO_FEW, ...fates.slice(1).map(() => null)] : fates.map((fate) => line.fates?.[fate] ?? 0));

function rowsOf({ lines, together }: FigureTable, leading: (line: FigureLine) => (string | number | null)[], columns: number): (string | number | null)[][] {
  const few = together === null ? [] : [['Kleine Gruppen zusammen', ...Array.from({ length: columns - 2 }, () => null), together.count, ...partsOf(together)]];
  return [...lines.map((line) => [...leading(line), ...partsOf(line)]), ...few];
}

/** The three tables of the figures, as they are downloaded. */
export function figureSheets({ kinds, organisationCounts, fields, sections, months }: ParticipationFigures): Readonly<Record<'arten' | 'felder' | 'monate', Sheet>> {
  const parts = Object.values(fateHeads);
  return {
    arten: {
      title: 'Arten', heads: ['Art der Organisation', 'Organisationen', 'davon mit Rückmeldung', 'Rückmeldungen', ...parts],
      rows: rowsOf(kinds, ({ key, count, organisationCount }) => [key === null ? 'für sich selbst' : kindWords[key] ?? key, key === null ? null : organisationCounts.get(key) ?? 0, key === null ? null : organisationCount, count], 4),
    },
    felder: {
      title: 'Handlungsfelder', heads: ['Handlungsfeld', 'Organisationen', 'Rückmeldungen', ...parts],
      rows: rowsOf(fields, ({ key, count, organisationCount }) => [key === null ? 'andere Kapitel und das ganze Konzept' : sections.get(key)?.title ?? '', organisationCount, count], 3),
    },
    monate: { title: 'Monate', heads: ['Monat', 'eingegangen', 'beantwortet'], rows: months.map(({ month, received, answered }) => [month, received, answered]) },
  };
}
