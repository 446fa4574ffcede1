import { CommentRangeEnd, CommentRangeStart, CommentReference, Paragraph, TextRun } from 'docx';
import type { ICommentOptions, ParagraphChild } from 'docx';
import { wordCommentsProperties } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, DocumentNote, NotePart } from '@konzeptwerkstatt/document-model';

/** A paragraph of a comment: words that are strong, and others. */
interface CommentLine {
  readonly strong: string;
  readonly words: string;
  readonly part: NotePart | null;
}

/** Comments that are given out say where they stand by where they stand; only of words that are gone they say what these were. */
const isShown = ({ kind }: NotePart, parts: readonly NotePart[]): boolean => kind !== 'quote' || parts.some((part) => part.kind === 'remark');

function linesOf(part: NotePart): CommentLine[] {
  return part.text.split(/\r\n?|\n/).map((words, index) => ({ strong: index === 0 && part.label !== null ? `${part.label}: ` : '', words, part }));
}

const commentLines = ({ kind, parts }: DocumentNote): CommentLine[] => [{ strong: kind, words: '', part: null }, ...parts.filter((part) => isShown(part, parts)).flatMap(linesOf)];

function paragraph({ strong, words, part }: CommentLine): Paragraph {
  const isRightToLeft = part?.direction === 'rtl';
  const language = part === null ? {} : { language: isRightToLeft ? { bidirectional: part.language } : { value: part.language } };
  return new Paragraph({
    ...(isRightToLeft ? { bidirectional: true } : {}),
    children: [
      ...(strong === '' ? [] : [new TextRun({ text: strong, bold: true })]),
      ...(words === '' ? [] : [new TextRun({ text: words, ...language, ...(part?.kind === 'title' ? { bold: true } : {}), ...(isRightToLeft ? { rightToLeft: true } : {}) })]),
    ],
  });
}

/** The first letters of the first three words of a name. */
const initialsOf = (author: string): string => (author.match(/\p{L}+/gu) ?? []).slice(0, 3).map((word) => [...word][0] ?? '').join('').toUpperCase();

/** Word's comments made of what people said; one per document. */
export class DocxNotes {
  private readonly notes: readonly DocumentNote[];

  constructor({ notes }: ConceptDocument) {
    this.notes = notes?.notes ?? [];
  }

  start(number: number): ParagraphChild {
    return new CommentRangeStart(number);
  }

  end(number: number): ParagraphChild[] {
    return [new CommentRangeEnd(number), new TextRun({ children: [new CommentReference(number)] })];
  }

  /** The part with the comments; nothing of it where nobody asked for any. */
  get part(): { readonly comments?: { readonly children: ICommentOptions[] } } {
    if (this.notes.length === 0) return {};
    return { comments: { children: this.notes.map((note) => ({ id: note.number, author: note.author, initials: initialsOf(note.author), date: new Date(`${note.day}T00:00:00Z`), children: commentLines(note).map(paragraph) })) } };
  }

  /** Say which comments went out, so that nobody takes them for a colleague's when the document comes back. */
  get properties(): { readonly name: string; readonly value: string }[] {
    return wordCommentsProperties(this.notes.map((note) => commentLines(note).map(({ strong, words }) => strong + words).join('\n')));
  }
}
