import type Stream from 'node:stream';
import type { Blob } from 'node:buffer';
import type { Cell, Feature } from 'write-excel-file/node';
import { INQUIRY_KIND_FACTS } from '../domain/inquiry/inquiry-kind.policy.js';
import { SHEET_HEADS, technicalOf } from '../domain/inquiry/inquiry-sheet.policy.js';
import { choiceWords, wordsOf } from '../domain/inquiry/inquiry.words.js';
import type { RequestView } from '../queries/inquiry/inquiry.reader.js';

const head = (value: string): Cell => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#E8ECF2', wrap: true, alignVertical: 'top' });
/** A text that looks like a formula stays text, because its cell says so. */
const text = (value: string): Cell => (value === '' ? null : { value, type: String, wrap: true, alignVertical: 'top' });

/** Hides a column of the first sheet. */
const hidden = (column: number): Feature<Stream | Buffer | Blob> => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content, _options, { sheetId }) => (sheetId === '1' ? content.replace(new RegExp(`<col min="${column}" max="${column}"`), '$& hidden="1"') : content),
      },
    },
  },
});

function hints({ inquiry }: RequestView): Cell[][] {
  const lines = inquiry.questions.map((question) => [question.label, choiceWords(question)?.join(' | ') ?? { text: 'Text', number: 'Zahl', date: 'Tag, z. B. 31.12.2026', choice: '', yes_no: '' }[question.type]]);
  return [['So geht es', 'Antworten Sie in den Spalten der Fragen, und lesen Sie die Datei auf der Seite wieder ein, von der Sie sie haben. Sie sehen zuerst, was sich ändern würde.'], ...(INQUIRY_KIND_FACTS[inquiry.kind].lines === 'free' ? [['Neue Zeilen', 'Weitere Einträge schreiben Sie in neue Zeilen darunter. Jede wird ein eigener Eintrag.']] : []), ...lines].map((cells) => cells.map(text));
}

/** What one organisation is asked as a workbook that can be filled in and read in again, with a second sheet that says what fits into which column. */
export async function writeInquirySheet(view: RequestView): Promise<Buffer> {
  const { inquiry: { questions }, recipient, lines } = view;
  const heads = [SHEET_HEADS.number, SHEET_HEADS.title, ...questions.map(({ label }) => label), SHEET_HEADS.technical];
  const rows = lines.map((line) => [
    text(line.number), text(line.title), ...questions.map((question) => text(wordsOf(question, line.answers.find(({ questionKey }) => questionKey === question.key)?.value ?? ''))), text(technicalOf(recipient.id, line.id)),
  ]);
  const columns = heads.map((_, index) => ({ width: index === 0 ? 8 : 34 }));
  // A large library that only workbooks need: read in for the first of them.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([
    { sheet: 'Antworten', data: [heads.map(head), ...rows], columns, stickyRowsCount: 1, stickyColumnsCount: 2 },
    { sheet: 'Hinweise', data: hints(view), columns: [{ width: 40 }, { width: 110 }] },
  ], { features: [hidden(heads.length)] }).toBuffer();
}
