import { SimpleField } from 'docx';
import type { ParagraphChild } from 'docx';
import { inlinesWithNotes } from '@konzeptwerkstatt/document-model';
import type { Inline, NotedInline, PlacedNote } from '@konzeptwerkstatt/document-model';

/** How the captions of tables and pictures begin, in the languages of documents. */
const beginnings = {
  table: /^(Tabelle|Table|الجدول) (\d{1,4})(?=[:.])/,
  picture: /^(Abbildung|Figure|الشكل) (\d{1,4})(?=[:.])/,
};

export type CaptionKind = keyof typeof beginnings;

interface NotedWords {
  readonly inlines: readonly Inline[];
  readonly notes?: readonly PlacedNote[];
}

/** Cuts words that begin as a numbered caption does; null for others. */
function cut(kind: CaptionKind, text: string): { readonly label: string; readonly number: string; readonly rest: string } | null {
  const [beginning = '', label, number] = beginnings[kind].exec(text) ?? [];
  return label === undefined || number === undefined ? null : { label, number, rest: text.slice(beginning.length) };
}

export const isNumberedCaption = (kind: CaptionKind, text: string): boolean => cut(kind, text) !== null;

/** Numbered captions whose number is a field, so that Word counts and lists them by itself; one per document, because they are counted through it. */
export class DocxCaptions {
  private readonly last = new Map<string, number>();

  /** Words as children of a paragraph, with the number as it stands there. @param toChildren what becomes of words without a number */
  children(kind: CaptionKind, { inlines, notes = [] }: NotedWords, toChildren: (part: NotedInline) => ParagraphChild[]): ParagraphChild[] {
    const parts = inlinesWithNotes(inlines, notes);
    const at = parts.findIndex((part) => part.kind === 'text');
    const first = parts[at];
    const caption = first?.kind === 'text' ? cut(kind, first.text) : null;
    if (first?.kind !== 'text' || caption === null) return parts.flatMap(toChildren);
    const { label, number, rest } = caption;
    return [...parts.slice(0, at).flatMap(toChildren), ...toChildren({ ...first, text: `${label} ` }), this.field(label, number), ...toChildren({ ...first, text: rest }), ...parts.slice(at + 1).flatMap(toChildren)];
  }

  /** A part of a report does not begin with the first number: there Word is told from where to count. */
  private field(label: string, number: string): ParagraphChild {
    const follows = Number(number) === (this.last.get(label) ?? 0) + 1;
    this.last.set(label, Number(number));
    return new SimpleField(`SEQ ${label} \\* ARABIC${follows ? '' : ` \\r ${number}`}`, number);
  }
}
