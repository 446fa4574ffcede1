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

/** What a spreadsheet would change. */
export type SheetComparison = { readonly changes: readonly SheetChange[]; /** Rows that are not taken over: they belong to no line (added, or with their key deleted), or to one that an earlier row belongs to. */ readonly unknownRows: readonly number[] } | { readonly problem: 'SHEET_UNREADABLE' | 'SHEET_FOREIGN' };

/** What may differ between two texts without meaning anything: blanks at the ends and kinds of line ends. */
const tidy = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll('\u00A0', ' ').trim();

/** What stands in the hidden column. */
export const technicalOf = (recipientId: string, lineId: string): string => `${recipientId}/${lineId}`;

/**
 * Compares a spreadsheet that came back with the draft of now, cell by cell. A column that is gone changes nothing; a cell that was emptied empties the answer.
 * @param rows words of the first sheet, anybody's
 */
export function compareSheet(recipientId: string, { questions, lines, answers }: { readonly questions: readonly InquiryQuestion[]; readonly lines: readonly InquiryLine[]; readonly answers: readonly InquiryAnswer[] }, rows: readonly (readonly string[])[]): SheetComparison {
  const heads = rows[0] ?? [];
  const technical = heads.indexOf(SHEET_HEADS.technical);
  if (technical < 0) return { problem: 'SHEET_UNREADABLE' };
  const columns = questions.map((question) => [question, heads.indexOf(question.label)] as const).filter(([, column]) => column >= 0);
  const keys = rows.slice(1).map((cells) => (cells[technical] ?? '').split('/'));
  if (keys.some(([owner = '']) => owner !== '' && owner !== recipientId)) return { problem: 'SHEET_FOREIGN' };
  const known = new Map(lines.map((line) => [line.id, line]));
  const drafts = new Map(answers.map((answer) => [`${answer.lineId}/${answer.questionKey}`, answer]));
  const unknownRows: number[] = [];
  const seen = new Set<string>();
  const changes = rows.slice(1).flatMap((cells, index): SheetChange[] => {
    const lineId = keys[index]?.[1] ?? '';
    if (!known.has(lineId) || seen.has(lineId)) {
      if (cells.some((cell) => cell.trim() !== '')) unknownRows.push(index + FIRST_ROW);
      return [];
    }
    seen.add(lineId);
    return columns.flatMap(([question, column]) => {
      const draft = drafts.get(`${lineId}/${question.key}`);
      const [before, words] = [draft?.value ?? '', tidy(cells[column] ?? '')];
      if (words === tidy(wordsOf(question, before))) return [];
      return [{ lineId, row: index + FIRST_ROW, questionKey: question.key, before, after: valueOf(question, words), revision: draft?.revision ?? 0 }];
    });
  });
  return { changes, unknownRows };
}
