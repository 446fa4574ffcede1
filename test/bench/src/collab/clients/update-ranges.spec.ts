import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { keystrokeTrace } from './keystroke-trace.js';
import { earlierSessions } from './earlier-sessions.js';
import { Typist } from './typist.js';
import { walkRanges } from './update-ranges.js';

function rangesOf(update: Uint8Array): [number, number, number][] {
  const found: [number, number, number][] = [];
  walkRanges(update, 0, (client, from, to) => found.push([client, from, to]));
  return found;
}

function documentOf(clientId: number, ...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  updates.forEach((update) => Y.applyUpdate(doc, update));
  // Only now: Yjs takes another id when it sees its own come from elsewhere.
  doc.clientID = clientId;
  return doc;
}

const wordsOf = (doc: Y.Doc): Y.XmlText => (doc.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText;

describe('the walk over an update', () => {
  it('tells the same clocks as Yjs, for every kind of content the benchmark writes', () => {
    const doc = documentOf(7, new Typist(7).next());
    const words = wordsOf(doc);
    words.insert(1, 'Grüße, Привет, 😀');
    words.format(0, 3, { bold: true });
    words.insert(4, 'mitten hinein');
    words.delete(2, 6);
    (doc.getXmlFragment('body').get(0) as Y.XmlElement).setAttribute('kind', 'heading');
    doc.getMap('fields').set('sums', { total: 1_200.5, parts: [-3, 70_000, 0.5, null, true], of: 'Euro' });
    const { from, to } = Y.parseUpdateMeta(Y.encodeStateAsUpdate(doc));
    expect(rangesOf(Y.encodeStateAsUpdate(doc))).toEqual([...to].map(([client, end]) => [client, from.get(client), end]));
  });

  it('tells of a gap between two runs of one client', () => {
    const typist = new Typist(9);
    const updates = Array.from({ length: 5 }, () => typist.next());
    const merged = Y.mergeUpdates([updates[0]!, updates[2]!, updates[4]!]);
    expect(rangesOf(merged)).toEqual([[9, 0, 3], [9, 4, 5], [9, 6, 7]]);
  });

  it('refuses what it does not know instead of miscounting', () => {
    const doc = new Y.Doc();
    doc.getArray('list').insert(0, [new Uint8Array([1, 2, 3])]);
    expect(() => rangesOf(Y.encodeStateAsUpdate(doc))).toThrow(RangeError);
    expect(() => rangesOf(new Typist(1).next().subarray(0, 6))).toThrow(RangeError);
  });
});

describe('a typist', () => {
  it('writes byte for byte what Yjs writes', () => {
    const typist = new Typist(123_456_789);
    const doc = documentOf(123_456_789, typist.next());
    const byYjs: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => byYjs.push(update));
    const byHand: Uint8Array[] = [];
    for (let count = 0; count < 500; count++) {
      const { clock } = typist;
      byHand.push(typist.next());
      wordsOf(doc).insert(wordsOf(doc).length, 'abcdefghijklmnopqrstuvwxyz '[clock % 27]!);
    }
    expect(byHand.map((update) => Buffer.from(update).toString('hex'))).toEqual(byYjs.map((update) => Buffer.from(update).toString('hex')));
  });
});

describe('earlier sessions', () => {
  it('are one text that Yjs reads, under as many client ids as there were sessions', () => {
    const { update, clocks } = earlierSessions(50, 5);
    const doc = documentOf(1, update);
    expect(doc.store.pendingStructs).toBeNull();
    expect(wordsOf(doc).toString()).toBe(`a${'Wörte'.repeat(50)}`);
    expect(Y.decodeStateVector(Y.encodeStateVector(doc))).toEqual(clocks);
  });
});

describe('the keystrokes', () => {
  it('are generated where there is no recorded paper, and add up to the text they claim', () => {
    const { updates, text, clock, clientId } = keystrokeTrace('/nowhere', 2_000);
    const doc = new Y.Doc();
    doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
    expect(updates).toHaveLength(2_001);
    expect(wordsOf(doc).toString()).toBe(text);
    expect(Y.getState(doc.store, clientId)).toBe(clock);
  });
});
