import type { MeasureTableForm } from '../queries/measure-table-id.js';
import type { MeasureRecord } from '../queries/measure.record.js';
import { decisionLabels, germanColumns, germanDay, machineColumns, periodInWords, statusLabels, targetGroupLabels, typeLabels } from './measure-table.labels.js';

/** A measure with the names of everything it names, by id. */
export interface MeasureTableRow {
  readonly measure: MeasureRecord;
  readonly sectionTitle: string;
  /** Place in the list of its section, from 1. */
  readonly number: number;
  readonly nameOf: (id: string) => string | null;
}

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

function germanCells(row: MeasureTableRow): string[] {
  const { measure } = row;
  return [
    text(row.sectionTitle), String(row.number), text(measure.title), text(measure.description), names(row, measure.goalIds, ' | '),
    labels(typeLabels, measure.type), labels(statusLabels, measure.status), labels(decisionLabels, measure.decisionState),
    names(row, measure.leadOrganisationId === null ? [] : [measure.leadOrganisationId], ' | '), names(row, measure.partnerIds, ' | '),
    measure.targetGroups.map((group) => labels(targetGroupLabels, group)).join(' | '),
    measure.period === null ? '' : periodInWords(measure.period), measure.periodFrom === null ? '' : germanDay(measure.periodFrom),
    measure.periodTo === null ? '' : germanDay(measure.periodTo), text(measure.resources), comma(measure.budgetAmount),
    measure.budgetAmount === null ? '' : measure.budgetCurrency, text(measure.fundingSource), comma(measure.staffPositions),
    names(row, measure.indicatorIds, ' | '), germanDay(measure.updatedAt.toISOString().slice(0, 10)),
  ];
}

function machineCells(row: MeasureTableRow): string[] {
  const { measure } = row;
  return [
    text(row.sectionTitle), String(row.number), text(measure.title), text(measure.description), names(row, measure.goalIds, '|'),
    measure.type ?? '', measure.status ?? '', measure.decisionState,
    names(row, measure.leadOrganisationId === null ? [] : [measure.leadOrganisationId], '|'), names(row, measure.partnerIds, '|'),
    measure.targetGroups.join('|'), measure.period ?? '', measure.periodFrom ?? '', measure.periodTo ?? '', text(measure.resources),
    measure.budgetAmount ?? '', measure.budgetAmount === null ? '' : measure.budgetCurrency, text(measure.fundingSource), measure.staffPositions ?? '',
    names(row, measure.indicatorIds, '|'), measure.updatedAt.toISOString(), measure.id,
  ];
}

/** The cells of one measure, in the order of the form's columns. */
export function measureCells(table: MeasureTableForm, row: MeasureTableRow): string[] {
  return table === 'german' ? germanCells(row) : machineCells(row);
}
