import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DOCUMENT_LANGUAGES } from '@konzeptwerkstatt/document-model';
import { sheetsOf } from '../test/statistics-files.js';
import type { KnownIndicator } from './domain/statistics-file/indicator-words.js';
import { recognise } from './domain/statistics-file/recognise.js';
import type { KnownRegion } from './domain/statistics-file/region-cell.js';
import { planStatistics } from './domain/statistics-file/statistics-plan.js';
import type { StandingValue } from './domain/statistics-file/statistics-plan.js';
import { readValues } from './domain/statistics-file/statistics-values.js';
import { writeIndicatorCsv } from './files/indicator-table.csv.js';
import type { IndicatorTable } from './files/indicator-table.js';
import { writeIndicatorWorkbook } from './files/indicator-workbook.writer.js';
import type { SeriesRecord } from './queries/observation.reader.js';

interface Fact {
  readonly id: string; readonly regionKey: string; readonly regionLabel: string; readonly regionType: string; readonly ags: string | null; readonly indicatorKey: string; readonly indicatorLabel: string; readonly unit: string; readonly unitLabel: string;
  readonly periodStart: number; readonly periodEnd: number; readonly asOf: string | null; readonly value: number | null; readonly valueText: string; readonly qualifier: string; readonly disaggregation: Readonly<Record<string, string>>; readonly source: string; readonly note: string | null; readonly restates: string | null;
}

/** All statements of the source, the five that say once more what another says in other words, too. */
const facts = JSON.parse(readFileSync(new URL('../../../prisma/data/seed-facts.json', import.meta.url), 'utf8')) as Fact[];
const decimals = 2;
const regions: readonly KnownRegion[] = [...new Map(facts.map(({ regionKey, regionLabel, regionType, ags }) => [regionKey, { id: regionKey, key: regionKey, label: regionLabel, kind: regionType, ags }])).values()];
const indicators: readonly KnownIndicator[] = [...new Map(facts.map(({ indicatorKey: key, indicatorLabel: name, unit, unitLabel }): [string, KnownIndicator] =>
  [key, { id: key, key, name, unit, unitLabel, decimals: unit === 'persons' || unit === 'count' || unit === 'rank' ? 0 : decimals, sensitivity: 'open', mayExceedHundred: false, definitions: new Map([[1, `${key}-1`]]), referenceDateType: null }])).values()];

/** A statement as it is stored. */
const recordOf = (fact: Fact): SeriesRecord => ({
  id: fact.id, municipalityId: 'm', indicatorId: fact.indicatorKey, definitionId: `${fact.indicatorKey}-1`, version: 1, regionId: fact.regionKey, regionKey: fact.regionKey, regionLabel: fact.regionLabel, regionKind: fact.regionType, regionAgs: fact.ags,
  periodFrom: fact.asOf ?? `${fact.periodStart}-01-01`, periodTo: fact.asOf ?? `${fact.periodEnd}-12-31`, periodPrecision: fact.asOf !== null ? 'day' : fact.periodStart === fact.periodEnd ? 'year' : 'range',
  value: fact.value === null ? null : String(fact.value), decimals, missingReason: fact.value === null ? fact.valueText : null, qualifier: fact.qualifier, status: 'final', breakdown: Object.entries(fact.disaggregation).map(([name, value]) => `${name}=${value}`).sort().join(';'),
  note: fact.note, source: fact.source, retrievedOn: null, recordedAt: new Date(0), supersededAt: null, unit: fact.unit, sensitivity: 'open', isSuppressed: false,
});
const standingOf = ({ id, indicatorId, version, regionId, periodFrom: from, periodTo: to, breakdown, value, missingReason, qualifier, status, note }: SeriesRecord): StandingValue => ({ id, indicatorId, version, regionId, period: { from, to }, breakdown, value, missingReason, qualifier, status, note });

/** One table for each indicator, as its files are written. */
function tablesOf(records: readonly SeriesRecord[]): IndicatorTable[] {
  return [...Map.groupBy(records, ({ indicatorId }) => indicatorId)].map(([id, values]) => {
    const { key, name, unit, unitLabel } = indicators.find((indicator) => indicator.id === id) as KnownIndicator;
    return { indicator: { key, name, unit, unitLabel, licence: null }, definitions: [{ id: `${id}-1`, version: 1, text: 'x', tableId: null }], values } as unknown as IndicatorTable;
  });
}

/** What is withheld stays as it stands, in whichever language its file says why. */
function withheldIn(records: readonly SeriesRecord[]): SeriesRecord[] {
  return records.map((record) => ({ ...record, value: null, missingReason: null, isSuppressed: true }));
}

/** How many values a file says that stand as they are; anything else is told. */
async function unchangedIn(content: Buffer, standing: readonly StandingValue[]): Promise<number> {
  const sheets = await sheetsOf(content);
  const reading = recognise(sheets, 'datei', { indicators, regions, remembered: { columns: new Map(), indicators: new Map() }, ownRegionId: null });
  const plan = planStatistics(readValues(sheets[reading.sheet] ?? { name: '', rows: [] }, reading, { indicators, regions }) ?? [], { indicators, standing, today: '2022-12-31' });
  expect(plan.values.filter(({ state }) => state !== 'unchanged').map(({ state, problem, row, words, before }) => [state, problem, row, words, before?.id])).toEqual([]);
  return plan.counts.unchanged;
}

describe('the 109 statements of the source', () => {
  const [first, again] = [facts.filter(({ restates }) => restates === null).map(recordOf), facts.filter(({ restates }) => restates !== null).map(recordOf)];
  const forms = [
    ['as CSV for machines', (table: IndicatorTable) => writeIndicatorCsv('machineLong', table)] as const, ['as workbooks', (table: IndicatorTable) => writeIndicatorWorkbook(table)] as const,
    ...DOCUMENT_LANGUAGES.map((language) => [`as CSV in words (${language})`, (table: IndicatorTable) => writeIndicatorCsv('germanLong', table, language)] as const),
  ];

  it.each(forms)('go out %s and come in again unchanged', async (_, write) => {
    let count = 0;
    for (const group of [first, again]) for (const table of tablesOf(group)) count += await unchangedIn(await write(table), table.values.map(standingOf));
    expect(count).toBe(109);
  });

  it.each(DOCUMENT_LANGUAGES)('go out in a workbook and come in again in its language (%s), and say nothing where they are withheld', async (language) => {
    const [table, withheld] = [tablesOf(first)[0], tablesOf(withheldIn(first))[0]];
    if (table === undefined || withheld === undefined) throw new Error('no statements');
    expect(await unchangedIn(await writeIndicatorWorkbook(table, language), table.values.map(standingOf))).toBe(table.values.length);
    expect(await unchangedIn(await writeIndicatorWorkbook(withheld, language), [])).toBe(0);
    expect(await unchangedIn(writeIndicatorCsv('germanLong', withheld, language), [])).toBe(0);
  });
});
