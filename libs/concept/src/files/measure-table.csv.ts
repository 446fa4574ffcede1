import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { germanWords } from '@konzeptwerkstatt/document-model';
import { inOwnWords, type OwnWord } from '@konzeptwerkstatt/kernel';
import type { MeasureTableForm } from '../queries/measure-table-id.js';
import { germanColumns, machineColumns } from './measure-table.labels.js';
import type { MeasureTableRow } from './measure-table.rows.js';

/** How a form of the table is written. */
export const csvForms: Readonly<Record<MeasureTableForm, { readonly delimiter: string; readonly bom: boolean; readonly columns: readonly string[] }>> = {
  german: { delimiter: ';', bom: true, columns: germanColumns },
  machine: { delimiter: ',', bom: false, columns: machineColumns },
};

/** Free text that a spreadsheet would take for a formula starts with an apostrophe. Numbers are never touched, so that negative ones survive. */
export function harmlessText(text: string): string {
  return /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

const text = (value: string | null): string => (value === null ? '' : harmlessText(value));
const names = ({ nameOf }: MeasureTableRow, ids: readonly string[], separator: string): string => text(ids.map((id) => nameOf(id) ?? '').filter((name) => name !== '').join(separator));
const labels = (known: Readonly<Record<string, string>>, key: string | null): string => (key === null ? '' : known[key] ?? key);
const comma = (value: string | null): string => value?.replace('.', ',') ?? '';

/** Organisations that the table names as lead or partners, by how they stand; those who have simply said yes are in their columns only. */
const partyCells = (row: MeasureTableRow, separator: string): string[] =>
  (['proposed', 'reserved', 'declined'] as const).map((wanted) => names(row, [...new Set(row.parties.filter(({ state }) => state === wanted).map(({ organisationId }) => organisationId))], separator));

function germanCells(row: MeasureTableRow): string[] {
  const { measure } = row;
  return [
    text(row.sectionTitle), row.number, text(measure.title), text(measure.description), names(row, measure.goalIds, ' | '),
    labels(germanWords.types, measure.type), labels(germanWords.statuses, measure.status), labels(germanWords.decisionStates, measure.decisionState),
    labels(germanWords.priorities, measure.priority),
    names(row, measure.leadOrganisationId === null ? [] : [measure.leadOrganisationId], ' | '), text(measure.contact), names(row, measure.partnerIds, ' | '),
    measure.targetGroups.map((group) => labels(germanWords.targetGroups, group)).join(' | '), text(measure.district),
    measure.period === null ? '' : germanWords.period(measure.period), measure.periodFrom === null ? '' : germanWords.day(measure.periodFrom),
    measure.periodTo === null ? '' : germanWords.day(measure.periodTo), text(measure.resources), comma(measure.budgetAmount),
    measure.budgetAmount === null ? '' : measure.budgetCurrency, text(measure.fundingSource), labels(germanWords.fundingStates, measure.fundingState), measure.fundingUntil === null ? '' : germanWords.day(measure.fundingUntil), comma(measure.staffPositions),
    names(row, measure.indicatorIds, ' | '), germanWords.day(measure.updatedAt.toISOString().slice(0, 10)),
    ...partyCells(row, ' | '),
  ];
}

function machineCells(row: MeasureTableRow): string[] {
  const { measure } = row;
  return [
    text(row.sectionTitle), row.number, text(measure.title), text(measure.description), names(row, measure.goalIds, '|'),
    measure.type ?? '', measure.status ?? '', measure.decisionState, measure.priority ?? '',
    names(row, measure.leadOrganisationId === null ? [] : [measure.leadOrganisationId], '|'), text(measure.contact), names(row, measure.partnerIds, '|'),
    measure.targetGroups.join('|'), text(measure.district), measure.period ?? '', measure.periodFrom ?? '', measure.periodTo ?? '', text(measure.resources),
    measure.budgetAmount ?? '', measure.budgetAmount === null ? '' : measure.budgetCurrency, text(measure.fundingSource), measure.fundingState ?? '', measure.fundingUntil ?? '', measure.staffPositions ?? '',
    names(row, measure.indicatorIds, '|'), measure.updatedAt.toISOString(), measure.id, ...partyCells(row, '|'),
  ];
}

/** The cells of one measure, in the order of the form's columns. */
export function measureCells(table: MeasureTableForm, row: MeasureTableRow): string[] {
  return table === 'german' ? germanCells(row) : machineCells(row);
}

async function* cellsOf(table: MeasureTableForm, rows: AsyncIterable<MeasureTableRow>): AsyncGenerator<string[]> {
  for await (const row of rows) yield measureCells(table, row);
}

/** The whole table as CSV. A failed read ends the stream with an error: it must not look like a short table. @param ownWords of the municipality, for the heads that people read */
export function csvStream(table: MeasureTableForm, rows: AsyncIterable<MeasureTableRow>, ownWords: readonly OwnWord[]): Readable {
  const { delimiter, bom, columns } = csvForms[table];
  const csv = stringify({ delimiter, bom, header: true, columns: table === 'german' ? columns.map(inOwnWords(ownWords)).map(harmlessText) : [...columns], record_delimiter: 'windows' });
  return pipeline(Readable.from(cellsOf(table, rows)), csv, () => undefined);
}
