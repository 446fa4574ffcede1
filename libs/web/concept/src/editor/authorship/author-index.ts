import { ALLOWED_CHILDREN, isElementName, KeptText, livingPieces } from '@konzeptwerkstatt/document-model';
import type { SectionAuthorshipQuery } from '@konzeptwerkstatt/web-data';
import * as Y from 'yjs';

export type Authorship = NonNullable<SectionAuthorshipQuery['section']>['authorship'];

/** Neighbouring words of one organisation, by positions of the editor. */
export interface ShownPassage {
  readonly from: number;
  readonly to: number;
  readonly key: string;
}

/** The passages of a text, and whether words stand in it whose author the server has not told yet. */
export interface ShownPassages {
  readonly passages: readonly ShownPassage[];
  readonly hasUnknown: boolean;
  /** Size of the text they were counted in, for who holds them against the editor's. */
  readonly size: number;
}

/**
 * Whose words stand under which struct of the shared document. What the server has told stays right while people type: new
 * words have client ids of their own, and moved words count as their mover's until the next answer.
 */
export class AuthorIndex {
  private readonly kept: KeptText;
  private readonly owners = new Map<number, string>();
  private readonly keys: readonly string[];

  constructor(sources: Authorship['sources']) {
    this.keys = [...new Set(sources.map(({ shareKey }) => shareKey))];
    const author = new Map(this.keys.map((key, index) => [key, -1 - index]));
    this.kept = new KeptText(sources.flatMap(({ clientId, from, to, shareKey }) => (to === null ? [] : [{ clientId, from, to, author: author.get(shareKey) ?? -1 }])));
    for (const { clientId, to, shareKey } of sources) if (to === null) this.owners.set(clientId, shareKey);
  }

  /** Walks the text as the editor shows it: every element has a beginning and an end, what can hold nothing (a line break, a picture) is one step. */
  passagesOf(body: Y.XmlFragment): ShownPassages {
    const walk = new PassageWalk((text) => livingPieces(text, this.kept).map(({ from, to, author }) => ({ length: to - from, key: this.keyOf(author) })));
    walk.children(body);
    return walk;
  }

  private keyOf(author: number): string | undefined {
    return author < 0 ? this.keys[-1 - author] : this.owners.get(author);
  }
}

const wordsOf = (text: Y.XmlText): string => (text.toDelta() as readonly { readonly insert: string }[]).map(({ insert }) => insert).join('');

/** A blank between words is nobody's, and no reason to name anybody; some remain of what was written between when an earlier version comes back. */
const isBlank = (words: string): boolean => words !== '' && words.trim() === '';

class PassageWalk implements ShownPassages {
  readonly passages: ShownPassage[] = [];
  hasUnknown = false;
  size = 0;

  constructor(private readonly piecesOf: (text: Y.XmlText) => readonly { readonly length: number; readonly key: string | undefined }[]) {}

  children(container: Y.XmlFragment): void {
    for (const child of container.toArray()) {
      if (child instanceof Y.XmlText) this.text(child);
      else if (child instanceof Y.XmlElement) this.element(child);
    }
  }

  private element(element: Y.XmlElement): void {
    this.size += 1;
    if (isElementName(element.nodeName) && ALLOWED_CHILDREN[element.nodeName].length === 0) return;
    this.children(element);
    this.size += 1;
  }

  private text(text: Y.XmlText): void {
    const pieces = this.piecesOf(text);
    // Of a text that one has written nothing has to be read.
    const words = pieces.length > 1 ? wordsOf(text) : '';
    const begin = this.size;
    for (const { length, key } of pieces) {
      const from = this.size;
      this.size += length;
      const before = from > begin ? this.passages.at(-1) : undefined;
      if (key === undefined) this.hasUnknown = true;
      else this.add({ from, to: this.size, key: before?.to === from && isBlank(words.slice(from - begin, this.size - begin)) ? before.key : key });
    }
  }

  private add(passage: ShownPassage): void {
    const last = this.passages.at(-1);
    if (last !== undefined && last.key === passage.key && last.to === passage.from) this.passages[this.passages.length - 1] = { ...last, to: passage.to };
    else this.passages.push(passage);
  }
}
