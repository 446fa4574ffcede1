import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Cell, Feature } from 'write-excel-file/node';
import { directionOfLanguage, documentWords } from '@konzeptwerkstatt/document-model';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import { LIST_SEPARATOR, SHEET_FIELDS } from '../domain/measure-sheet.fields.js';
import type { SheetField } from '../domain/measure-sheet.fields.js';
import { measureSheetWords, saidIn } from '../domain/measure-sheet.words.js';
import type { TableWording } from '../domain/measure-sheet.words.js';
import { columnHeads, MAX_CELL_LENGTH, sheetCells, sheetHints, technicalDetails } from './measure-sheet.layout.js';
import type { MeasureTableRow } from './measure-table.rows.js';

const widths: Readonly<Partial<Record<SheetField, number>>> = { title: 45, lead: 28, partner: 34, targetGroup: 28, resources: 34, fundingSource: 24, period: 24 };

const grey = { textColor: '#4A5361' } as const;
const head = (value: string): Cell => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#E8ECF2', wrap: true, alignVertical: 'top' });
const text = (value: string, style: object = {}): Cell => (value === '' ? null : { value: value.slice(0, MAX_CELL_LENGTH), type: String, wrap: true, alignVertical: 'top', ...style });

/** Amounts are numbers, so that a spreadsheet can add them up; a text that looks like a formula stays text, because its cell says so. */
function editable(field: SheetField, words: string): Cell {
  if (words === '') return null;
  if (field !== 'budgetAmount' && field !== 'staffPositions') return text(words);
  return { value: Number(words), type: Number, format: field === 'budgetAmount' ? '#,##0.00' : '0.00', alignVertical: 'top' };
}

/** How those stand whom the row names and who have not simply said yes. */
const standing = ({ parties, nameOf }: MeasureTableRow, language: DocumentLanguage): string =>
  parties.flatMap(({ organisationId, state }) => (state === 'confirmed' || nameOf(organisationId) === null ? [] : [`${nameOf(organisationId) ?? ''}: ${documentWords(language).partyStates[state]}`])).join(LIST_SEPARATOR);

function cellsOf(row: MeasureTableRow, language: DocumentLanguage, titleHead: string): Cell[] {
  const { measure, nameOf, number, sectionTitle } = row;
  const cells = sheetCells(row, language);
  const names = (ids: readonly string[]): string => ids.map((id) => nameOf(id) ?? '').filter((name) => name !== '').join(LIST_SEPARATOR);
  return [
    text(number, grey), text(sectionTitle, grey), ...SHEET_FIELDS.map((field) => editable(field, cells[field])),
    text(measure.description, grey), text(names(measure.goalIds), grey), text(names(measure.indicatorIds), grey), text(standing(row, language), grey), { value: JSON.stringify(technicalDetails(row, cells, titleHead)), type: String },
  ];
}

/** Hides a column of the first sheet. @param column from 1 */
const hiding = (column: number): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content, _options, { sheetId }) => (sheetId === '1' ? content.replace(`<col min="${column}" max="${column}"`, '$& hidden="1"') : content),
      },
    },
  },
});

/** What a sheet may be called in every spreadsheet. */
const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31).trim() || 'Maßnahmen';

/** The measure table as a workbook that can be changed and read in again, with a second sheet that says how. */
export async function writeMeasureSheet(rows: readonly MeasureTableRow[], wording: TableWording): Promise<Buffer> {
  const { leading, fields, trailing } = columnHeads(wording);
  const [heads, titleHead, { language }] = [[...leading, ...fields, ...trailing], fields[0] ?? '', wording];
  const columns = heads.map((_, index) => {
    const field = SHEET_FIELDS[index - leading.length];
    return { width: field === undefined ? (index === 0 ? 8 : 26) : widths[field] ?? 16 };
  });
  // A large library that only workbooks need: read in for the first of them.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const [{ measures, hints }, rightToLeft] = [measureSheetWords[language], directionOfLanguage(language) === 'rtl'];
  return writeXlsxFile([
    { sheet: sheetName(saidIn(wording)(measures)), data: [heads.map(head), ...rows.map((row) => cellsOf(row, language, titleHead))], columns, stickyRowsCount: 1, stickyColumnsCount: 3, rightToLeft },
    { sheet: hints, data: sheetHints(language, titleHead).map((line) => line.map((words, index) => text(words, index === 0 ? { fontWeight: 'bold' } : {}))), columns: [{ width: 24 }, { width: 110 }], rightToLeft },
  ], { features: [hiding(heads.length)] }).toBuffer();
}
