import { Bookmark } from 'docx';
import type { ParagraphChild } from 'docx';
import { wordBlocksProperties, wordMarkName } from '@konzeptwerkstatt/document-model';
import type { WordMarkKind } from '@konzeptwerkstatt/document-model';

/** The id that stands for the n-th thing that is no block of the text. */
const counted = (count: number): string => `00000000-0000-0000-0000-${count.toString(16).padStart(12, '0')}`;

/** Bookmarks that say which block of the text words are, so that corrections find back to it; one per document. */
export class DocxMarks {
  private readonly names: string[] = [];
  private count = 0;

  constructor(private readonly isOn: boolean) {}

  /** Words in their bookmark. @param id of the block or section; without one they stay without */
  of(kind: WordMarkKind, id: string | undefined, text: string, children: ParagraphChild[]): ParagraphChild[] {
    const name = this.isOn && id !== undefined ? wordMarkName(kind, id, text) : null;
    if (name === null) return children;
    this.names.push(name);
    return [new Bookmark({ id: name, children })];
  }

  /** Words that stand in the file only: labels with their values, captions, notes. */
  added(text: string, children: ParagraphChild[]): ParagraphChild[] {
    return this.of('added', counted((this.count += 1)), text, children);
  }

  /** The first words after the text. */
  end(text: string, children: ParagraphChild[]): ParagraphChild[] {
    return this.of('end', counted(0), text, children);
  }

  /** The format of the marks and which blocks went out, once all are rendered; nothing about persons or the municipality. */
  get properties(): { readonly name: string; readonly value: string }[] {
    return this.isOn ? wordBlocksProperties(this.names) : [];
  }
}
