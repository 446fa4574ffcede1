import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { documentWords } from '@konzeptwerkstatt/document-model';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import { municipalClock } from '@konzeptwerkstatt/kernel';
import { LIST_SEPARATOR, plainDay } from '../domain/measure-sheet.fields.js';
import { measureSheetWords, saidIn } from '../domain/measure-sheet.words.js';
import type { TableWording } from '../domain/measure-sheet.words.js';
import type { MeasureTableForm } from '../queries/measure-table-id.js';
import type { MeasureTableRow } from './measure-table.rows.js';

/** A form of the table, and its words. What programs read has keys instead. */
export interface CsvWording extends TableWording {
  readonly table: MeasureTableForm;
}

/** Numbers are as the spreadsheets of German offices take them, whatever the language of the words. */
const writing: Readonly<Record<MeasureTableForm, { readonly delimiter: string; readonly bom: boolean }>> = { german: { delimiter: ';', bom: true }, machine: { delimiter: ',', bom: false } };

const machineColumns = [
  'section', 'number', 'title', 'description', 'goals', 'type', 'status', 'decision_state', 'priority', 'lead', 'contact', 'partners', 'target_groups',
  'district', 'period', 'period_from', 'period_to', 'resources', 'budget_amount', 'budget_currency', 'funding_source', 'funding_state', 'funding_until', 'staff_positions', 'indicators',
  'updated_at', 'measure_id', 'parties_proposed', 'parties_reserved', 'parties_declined',
] as const;

/** Heads in words, as the interface names the fields. */
function wordColumns(language: DocumentLanguage): string[] {
  const [{ number, measure, fields }, words] = [documentWords(language), measureSheetWords[language]];
  const named = (...keys: readonly string[]): string[] => keys.map((key) => fields[key] ?? key);
  return [
    words.section, number, measure, words.description, ...named('goal', 'type', 'status', 'decisionState', 'priority', 'lead', 'contact', 'partner', 'targetGroup', 'district', 'period'), words.start, words.end,
    ...named('resources', 'budgetAmount'), words.currency, ...named('fundingSource', 'fundingState', 'fundingUntil', 'staffPositions', 'indicator'), words.updatedAt,
    words.parties.proposed, words.parties.reserved, words.parties.declined,
  ];
}

/** The heads of a form. */
export const csvColumns = (wording: CsvWording): readonly string[] => (wording.table === 'german' ? wordColumns(wording.language).map(saidIn(wording)).map(harmlessText) : machineColumns);

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

function wordCells(row: MeasureTableRow, language: DocumentLanguage): string[] {
  const [{ measure }, words] = [row, documentWords(language)];
  const day = (value: string | null): string => (value === null ? '' : plainDay(value, language));
  return [
    text(row.sectionTitle), row.number, text(measure.title), text(measure.description), names(row, measure.goalIds, LIST_SEPARATOR),
    labels(words.types, measure.type), labels(words.statuses, measure.status), labels(words.decisionStates, measure.decisionState),
    labels(words.priorities, measure.priority),
    names(row, measure.leadOrganisationId === null ? [] : [measure.leadOrganisationId], LIST_SEPARATOR), text(measure.contact), names(row, measure.partnerIds, LIST_SEPARATOR),
    measure.targetGroups.map((group) => labels(words.targetGroups, group)).join(LIST_SEPARATOR), text(measure.district),
    measure.period === null ? '' : words.period(measure.period), day(measure.periodFrom), day(measure.periodTo), text(measure.resources), comma(measure.budgetAmount),
    measure.budgetAmount === null ? '' : measure.budgetCurrency, text(measure.fundingSource), labels(words.fundingStates, measure.fundingState), day(measure.fundingUntil), comma(measure.staffPositions),
    names(row, measure.indicatorIds, LIST_SEPARATOR), day(municipalClock(measure.updatedAt).day),
    ...partyCells(row, LIST_SEPARATOR),
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
export function measureCells({ table, language }: Pick<CsvWording, 'table' | 'language'>, row: MeasureTableRow): string[] {
  return table === 'german' ? wordCells(row, language) : machineCells(row);
}

async function* cellsOf(wording: CsvWording, rows: AsyncIterable<MeasureTableRow>): AsyncGenerator<string[]> {
  for await (const row of rows) yield measureCells(wording, row);
}

/** The whole table as CSV. A failed read ends the stream with an error: it must not look like a short table. */
export function csvStream(wording: CsvWording, rows: AsyncIterable<MeasureTableRow>): Readable {
  const csv = stringify({ ...writing[wording.table], header: true, columns: [...csvColumns(wording)], record_delimiter: 'windows' });
  return pipeline(Readable.from(cellsOf(wording, rows)), csv, () => undefined);
}
