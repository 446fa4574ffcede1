import { valueProblems } from './inquiry-answer.policy.js';
import type { InquiryAnswer, InquiryLine, InquiryQuestion } from './inquiry.js';
import { valueOf, wordsOf } from './inquiry.words.js';

/** Heads of the columns that are not asked, and of the hidden one that tells whose row it is. */
export const SHEET_HEADS = { number: 'Nr.', title: 'Worum es geht', technical: 'Kennung (bitte nicht ändern)' } as const;
/** Row 1 has the questions. */
const FIRST_ROW = 2;

/** One answer in a spreadsheet that differs from the draft. */
export interface SheetChange {
  readonly lineId: string;
  /** As the spreadsheet counts rows. */
  readonly row: number;
  readonly questionKey: string;
  readonly before: string;
  readonly after: string;
  /** Of the draft it was compared with; 0: there was none. */
  readonly revision: number;
}

/** A row that was added to a spreadsheet and becomes a line of its own. */
export interface SheetRow {
  /** As the spreadsheet counts rows. */
  readonly row: number;
  /** What it says, without empty cells. */
  readonly answers: readonly { readonly questionKey: string; readonly value: string }[];
}

/** A cell that cannot be taken over. */
export interface SheetProblem {
  readonly row: number;
  /** Head of its column. */
  readonly column: string;
  readonly code: string;
}

/** What a spreadsheet would change. */
export interface SheetChanges {
  readonly changes: readonly SheetChange[];
  /** Only where organisations add lines themselves. */
  readonly newRows: readonly SheetRow[];
  /** Rows that are not taken over: they belong to no line, or to one that an earlier row belongs to. */
  readonly unknownRows: readonly number[];
  /** Of changes and new rows; while there is one, nothing is taken over. */
  readonly problems: readonly SheetProblem[];
}

export type SheetComparison = SheetChanges | { readonly problem: 'SHEET_UNREADABLE' | 'SHEET_FOREIGN' };

/** What a spreadsheet is compared with. */
export interface SheetDraft {
  readonly questions: readonly InquiryQuestion[];
  readonly lines: readonly InquiryLine[];
  readonly answers: readonly InquiryAnswer[];
  /** Whether the organisation adds lines itself. */
  readonly isFree: boolean;
}

/** What may differ between two texts without meaning anything: blanks at the ends and kinds of line ends. */
const tidy = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll('\u00A0', ' ').trim();

/** What stands in the hidden column. */
export const technicalOf = (recipientId: string, lineId: string): string => `${recipientId}/${lineId}`;

type Columns = readonly (readonly [InquiryQuestion, number])[];

/** What a row says, by question; empty cells left out. */
function answersIn(columns: Columns, cells: readonly string[]): SheetRow['answers'] {
  return columns.flatMap(([question, column]) => {
    const words = tidy(cells[column] ?? '');
    return words === '' ? [] : [{ questionKey: question.key, value: valueOf(question, words) }];
  });
}

/** The same answers as one text, to tell whether a row says what a line says. */
const fingerprint = (answers: SheetRow['answers']): string => JSON.stringify(answers.map(({ questionKey, value }) => [questionKey, tidy(value)]).toSorted());

/** What is wrong with each cell that would be taken over. */
function problemsIn(questions: readonly InquiryQuestion[], cells: readonly { readonly row: number; readonly questionKey: string; readonly value: string }[]): SheetProblem[] {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  return cells.flatMap(({ row, questionKey, value }) => {
    const question = byKey.get(questionKey);
    return valueProblems(question, value, []).map(({ code }) => ({ row, column: question?.label ?? questionKey, code }));
  });
}

/** Compares rows with lines, one after the other. */
class RowComparison {
  readonly changes: SheetChange[] = [];
  readonly newRows: SheetRow[] = [];
  readonly unknownRows: number[] = [];
  private readonly seen = new Set<string>();
  private readonly drafts: ReadonlyMap<string, InquiryAnswer>;
  /** What stands in lines that no row names: a row that was taken over before is not taken over again. */
  private readonly present: string[];

  constructor(private readonly draft: SheetDraft, private readonly columns: Columns, named: ReadonlySet<string>) {
    this.drafts = new Map(draft.answers.map((answer) => [`${answer.lineId}/${answer.questionKey}`, answer]));
    const asked = new Set(columns.map(([{ key }]) => key));
    this.present = draft.lines.filter(({ id }) => !named.has(id)).map(({ id }) => fingerprint(draft.answers.filter(({ lineId, questionKey, value }) => lineId === id && asked.has(questionKey) && tidy(value) !== '')));
  }

  /** @param lineId of a line of the draft; otherwise the row belongs to none */
  take(row: number, lineId: string, cells: readonly string[]): void {
    const isKnown = this.draft.lines.some(({ id }) => id === lineId);
    if (isKnown && !this.seen.has(lineId)) {
      this.seen.add(lineId);
      this.changes.push(...this.changesOf(row, lineId, cells));
    } else if (cells.some((cell) => cell.trim() !== '')) this.takeUnknown(row, { lineId, isCopy: isKnown }, cells);
  }

  /** A row without a key was added; one with the key of an earlier row was copied from that, and is a new one when it says something else. */
  private takeUnknown(row: number, { lineId, isCopy }: { readonly lineId: string; readonly isCopy: boolean }, cells: readonly string[]): void {
    const answers = answersIn(this.columns, cells);
    const isNew = this.draft.isFree && answers.length > 0 && (lineId === '' || (isCopy && this.changesOf(row, lineId, cells).length > 0));
    if (!isNew) {
      this.unknownRows.push(row);
      return;
    }
    const at = this.present.indexOf(fingerprint(answers));
    if (at < 0) this.newRows.push({ row, answers });
    else this.present.splice(at, 1);
  }

  private changesOf(row: number, lineId: string, cells: readonly string[]): SheetChange[] {
    return this.columns.flatMap(([question, column]) => {
      const draft = this.drafts.get(`${lineId}/${question.key}`);
      const [before, words] = [draft?.value ?? '', tidy(cells[column] ?? '')];
      if (words === tidy(wordsOf(question, before))) return [];
      return [{ lineId, row, questionKey: question.key, before, after: valueOf(question, words), revision: draft?.revision ?? 0 }];
    });
  }
}

/**
 * Compares a spreadsheet that came back with the draft of now, cell by cell. A column that is gone changes nothing; a cell that was emptied empties the answer.
 * Where organisations add lines themselves, a row that was added becomes one.
 * @param rows words of the first sheet, anybody's
 */
export function compareSheet(recipientId: string, draft: SheetDraft, rows: readonly (readonly string[])[]): SheetComparison {
  const heads = rows[0] ?? [];
  const technical = heads.indexOf(SHEET_HEADS.technical);
  if (technical < 0) return { problem: 'SHEET_UNREADABLE' };
  const columns = draft.questions.map((question) => [question, heads.indexOf(question.label)] as const).filter(([, column]) => column >= 0);
  const keys = rows.slice(1).map((cells) => (cells[technical] ?? '').split('/'));
  if (keys.some(([owner = '']) => owner !== '' && owner !== recipientId)) return { problem: 'SHEET_FOREIGN' };
  const comparison = new RowComparison(draft, columns, new Set(keys.map(([, lineId = '']) => lineId)));
  for (const [index, cells] of rows.slice(1).entries()) comparison.take(index + FIRST_ROW, keys[index]?.[1] ?? '', cells);
  const { changes, newRows, unknownRows } = comparison;
  const typed = [...changes.map(({ row, questionKey, after: value }) => ({ row, questionKey, value })), ...newRows.flatMap(({ row, answers }) => answers.map((answer) => ({ row, ...answer })))];
  return { changes, newRows, unknownRows, problems: problemsIn(draft.questions, typed) };
}
