import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import type { DocumentTail } from '../log/document-tail.reader.js';
import { LogLength } from './log-length.js';
import { OpenedDocument } from './opened-document.js';

const nothing: DocumentTail = { frozen: false, schemaVersion: 1, snapshotVersion: 0, snapshot: null, rows: [], owners: new Map(), xmin: '1' };
const short = lettersOneByOne(10);

/** A text of which each letter is a struct of its own. */
function lettersOneByOne(count: number): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => { for (let number = 0; number < count; number++) doc.getText('words').insert(0, 'x'); });
  return Y.encodeStateAsUpdate(doc);
}

interface Watched {
  readonly length: LogLength;
  readonly grow: (letters: number) => void;
  readonly structs: () => number;
  readonly seen: string[];
}

/** A text that begins with so many letters; compacted it has ten. */
function watched(letters: number, compacted: DocumentTail | null = { ...nothing, snapshot: short }): Watched {
  const document = new OpenedDocument({ ...nothing, snapshot: lettersOneByOne(letters) });
  const seen: string[] = [];
  const readWhole = async (): Promise<DocumentTail | null> => {
    seen.push('read');
    return compacted;
  };
  const length = new LogLength('document', document, { reader: { readWhole }, onGrown: (documentId) => void seen.push(`${documentId} has grown`) });
  length.begin();
  return { length, seen, structs: () => document.state.stored.structs, grow: (more) => void document.state.absorbUpdate(lettersOneByOne(more)) };
}

describe('the log of a text that people write in', () => {
  it('is compacted when it has grown long, and read anew ten seconds later, once', async () => {
    const { length, grow, structs, seen } = watched(100);
    grow(40_000);
    await length.tick(0);
    expect(seen).toEqual([]);
    grow(1);
    await length.tick(1_000);
    await length.tick(10_900);
    expect([seen, structs()]).toEqual([['document has grown'], 40_101]);
    await length.tick(11_000);
    await length.tick(30_000);
    expect([seen, structs()]).toEqual([['document has grown', 'read'], 10]);
  });

  it('keeps what came while it was read', async () => {
    const { length, grow, structs } = watched(100);
    grow(40_001);
    await length.tick(0);
    const reading = length.tick(10_000);
    grow(3);
    await reading;
    expect(structs()).toBe(13);
  });

  it('is left as long as it is when compacting has not made it shorter, until it has doubled again', async () => {
    const { length, grow, structs, seen } = watched(100, { ...nothing, snapshot: lettersOneByOne(80_000) });
    grow(50_000);
    for (const second of [0, 10, 20]) await length.tick(second * 1_000);
    grow(50_000);
    await length.tick(30_000);
    expect([seen, structs()]).toEqual([['document has grown', 'read'], 100_100]);
    grow(200);
    await length.tick(40_000);
    expect(seen).toEqual(['document has grown', 'read', 'document has grown']);
  });

  it('stays when the text is gone by then', async () => {
    const { length, grow, structs } = watched(100, null);
    grow(40_001);
    for (const second of [0, 10]) await length.tick(second * 1_000);
    expect(structs()).toBe(40_101);
  });

  it('is compacted when the last has left, if it has grown at all, and not twice', () => {
    const { length, grow, seen } = watched(20_000);
    grow(9_999);
    length.rest();
    expect(seen).toEqual([]);
    grow(1);
    length.rest();
    length.rest();
    expect(seen).toEqual(['document has grown']);
  });
});

it('a text that nobody has read yet has not grown', async () => {
  const seen: string[] = [];
  const length = new LogLength('document', new OpenedDocument({ ...nothing, snapshot: Uint8Array.of(255) }), { reader: { readWhole: async () => null }, onGrown: () => void seen.push('grown') });
  length.rest();
  await length.tick(0);
  expect(seen).toEqual([]);
});
