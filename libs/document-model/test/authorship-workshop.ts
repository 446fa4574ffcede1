import type { Node as ProseMirrorNode } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import * as Y from 'yjs';
import { appendBlocks, bodyOf, deriveAuthorship, documentSchema, joinRanges, loadDocument, mergeState, readAuthorship, readContent } from '../src/index.js';
import type { AuthoredPassage, AuthorshipBase, CopiedPassage, DerivedAuthorship } from '../src/index.js';
import { EditorReplica, id } from './editor-replica.js';

const REMOTE = Symbol('remote');

/**
 * Three people in one text, each with letters of her own (a–h, i–p, q–x), and the log of what they did. So the text itself
 * says who wrote what, whatever became of it.
 */
export class AuthorshipWorkshop {
  private readonly people = [1, 2, 3].map((clientId) => new EditorReplica(clientId));
  private readonly undoing: Y.UndoManager[];
  private base: AuthorshipBase;
  private rows: Uint8Array[] = [];
  private clipboards = new Map<number, ProseMirrorNode['content']>();
  private next = 10;

  constructor(copied: readonly CopiedPassage[] = []) {
    this.base = { state: [], kept: [], removed: [], copied };
    this.people.forEach(({ doc }) => doc.on('update', (payload: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE) this.rows.push(payload);
    }));
    appendBlocks((this.people[0] as EditorReplica).doc, [{ type: 'paragraph', id: id(1), text: 'abcdefghabcdefgh' }]);
    this.sync();
    this.undoing = this.people.map(({ doc }) => new Y.UndoManager([bodyOf(doc)], { captureTimeout: 0 }));
  }

  nextId(): string {
    return id(this.next++);
  }

  show(who: number): ProseMirrorNode {
    return this.person(who).show();
  }

  edit(who: number, build: (tr: Transaction) => unknown): void {
    this.person(who).edit(build);
  }

  undo(who: number): void {
    this.undoing[who]?.undo();
  }

  /** Undoing what was moved meanwhile doubles it, or brings back single letters in another place; so only the last of such steps is undone. */
  forgetSteps(): void {
    this.undoing.forEach((manager) => manager.clear());
  }

  cut(who: number, { node, position }: { readonly node: ProseMirrorNode; readonly position: number }): void {
    if (node.content.size < 8) return;
    this.clipboards.set(who, node.content);
    this.edit(who, (tr) => tr.delete(position + 1, position + 1 + node.content.size));
  }

  /** What was cut goes back once, afterwards it would be a copy; as a block of its own, because beside the same letter it is not told which one is new. */
  paste(who: number, position: number): void {
    const content = this.clipboards.get(who);
    if (content === undefined) return;
    this.clipboards.delete(who);
    this.edit(who, (tr) => tr.insert(position, documentSchema.node('block', { id: this.nextId() }, content)));
  }

  sync(): void {
    for (let round = 0; round < 2; round++) {
      for (const { doc: from } of this.people) for (const { doc: to } of this.people) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), REMOTE);
    }
  }

  /** What compaction does after a quiet moment: from now on only the collected state is there, and what was found out. */
  fold(): void {
    this.sync();
    const { fresh, removed } = this.derive();
    const { state } = mergeState([...this.base.state, ...this.rows]);
    this.base = { ...this.base, state: [state], kept: joinRanges([...this.base.kept, ...fresh]), removed: JSON.parse(JSON.stringify(removed)) as typeof removed };
    this.rows = [];
  }

  say(copied: readonly CopiedPassage[]): void {
    this.base = { ...this.base, copied };
  }

  passages(): readonly AuthoredPassage[] {
    const { doc, kept } = this.derive();
    return readAuthorship(doc, kept).passages;
  }

  lettersBy(): Record<number, number> {
    const letters: Record<number, number> = {};
    for (const { from, to, author } of this.passages()) letters[author] = (letters[author] ?? 0) + to - from;
    return letters;
  }

  /** Letters whose author is not the person they belong to. */
  wrongLetters(): string[] {
    const texts = new Map(readContent(loadDocument([...this.base.state, ...this.rows])).blocks.map((block) => [block.id, block.text]));
    return this.passages().flatMap(({ blockId, from, to, author }) =>
      [...(texts.get(blockId) ?? '').slice(from, to)].filter((letter) => 1 + Math.floor((letter.charCodeAt(0) - 97) / 8) !== author).map((letter) => `${letter} by ${author}`));
  }

  private derive(): DerivedAuthorship {
    return deriveAuthorship(this.base, this.rows);
  }

  private person(who: number): EditorReplica {
    return this.people[who] as EditorReplica;
  }
}
