import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { causalityOf } from './causality.js';
import { Knowledge } from './knowledge.js';
import { UpdateRefusedError } from './update-refused.errors.js';
import { trimUpdate } from './update-trim.js';
import { structsOf, walkUpdate } from './update-walk.js';

type Step = { readonly who: number; readonly kind: number; readonly at: number; readonly text: string };

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(2), kind: fc.nat(7), at: fc.nat(50), text: fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
});

function act(doc: Y.Doc, { kind, at, text }: Step): void {
  const body = doc.getXmlFragment('body');
  const words = doc.getText('words');
  const inside = (length: number): number => at % (length + 1);
  switch (kind) {
    case 0: case 1: return words.insert(inside(words.length), text);
    case 2: return words.length > 0 ? words.delete(at % words.length, 1) : undefined;
    case 3: return words.length > 0 ? words.format(at % words.length, 1, { bold: true }) : undefined;
    case 4: { doc.getMap('fields').set(text, at % 2 === 0 ? text : at * 1.5); return; }
    case 5: {
      const element = new Y.XmlElement('block');
      element.setAttribute('id', text);
      return body.insert(inside(body.length), [element]);
    }
    case 6: return body.length > 0 ? body.delete(at % body.length, 1) : undefined;
    default: return void doc.getArray('list').push([at, text, { nested: [text, null, true] }]);
  }
}

/** Real updates of three people who sync now and then, in the order in which a server could get them. */
function updatesOf(steps: readonly Step[]): { updates: Uint8Array[]; doc: Y.Doc } {
  const docs = [1, 2, 3].map((id) => Object.assign(new Y.Doc(), { clientID: id * 1_000_003 }));
  const server = new Y.Doc();
  const updates: Uint8Array[] = [];
  docs.forEach((doc) => doc.on('update', (update: Uint8Array, origin: unknown) => { if (origin !== 'server') { updates.push(update); Y.applyUpdate(server, update); } }));
  for (const one of steps) {
    const doc = docs[one.who]!;
    if (one.at % 3 === 0) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), 'server');
    doc.transact(() => act(doc, one));
  }
  return { updates, doc: server };
}

function rangesByYjs(update: Uint8Array): Map<number, { from: number; to: number }> {
  const { from, to } = Y.parseUpdateMeta(update);
  return new Map([...to].map(([client, end]) => [client, { from: from.get(client)!, to: end }]));
}

function known(updates: readonly Uint8Array[]): Knowledge {
  const all = new Knowledge();
  updates.forEach((update) => all.add(walkUpdate(update)));
  return all;
}

describe('a walk through an update that Yjs wrote', () => {
  it('finds the ranges and deletions that Yjs finds', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { updates, doc } = updatesOf(steps);
      for (const update of [...updates, Y.encodeStateAsUpdate(doc)]) {
        const outline = walkUpdate(update);
        const decoded = Y.decodeUpdate(update);
        expect(new Map(outline.sections.map(({ client, from, to }) => [client, { from, to }]))).toEqual(rangesByYjs(update));
        expect(outline.sections.flatMap((section) => structsOf(outline, section).map(({ from }) => from))).toEqual(decoded.structs.map(({ id }) => id.clock));
        const deletes = [...decoded.ds.clients].flatMap(([client, items]) => items.map(({ clock, len }) => ({ client, from: clock, to: clock + len })));
        expect(outline.deletes).toEqual(deletes);
      }
    }), { numRuns: 60 });
  });

  it('calls updates complete in the order in which they were written, and knows the state vector', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { updates, doc } = updatesOf(steps);
      const all = new Knowledge();
      for (const update of updates) {
        const outline = walkUpdate(update);
        expect(causalityOf(outline, all)).toBe('complete');
        all.add(outline);
      }
      expect(Y.decodeStateVector(all.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
      expect(all.covers(walkUpdate(Y.encodeStateAsUpdate(doc)))).toBe(true);
    }), { numRuns: 60 });
  });

  it('trims a whole state to what is new, and the parts say the same as the whole', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 2, maxLength: 40 }), fc.nat(), (steps, cut) => {
      const { updates, doc } = updatesOf(steps);
      const first = updates.slice(0, cut % (updates.length + 1));
      const rest = trimUpdate(walkUpdate(Y.encodeStateAsUpdate(doc)), known(first));
      const copy = new Y.Doc();
      first.forEach((update) => Y.applyUpdate(copy, update));
      if (rest !== null) {
        expect(causalityOf(walkUpdate(rest.bytes), known(first))).toBe('complete');
        Y.applyUpdate(copy, rest.bytes);
      }
      expect(copy.store.pendingStructs).toBeNull();
      expect(copy.getText('words').toDelta()).toEqual(doc.getText('words').toDelta());
      expect(copy.getXmlFragment('body').toJSON()).toBe(doc.getXmlFragment('body').toJSON());
      expect(copy.getMap('fields').toJSON()).toEqual(doc.getMap('fields').toJSON());
      expect(copy.getArray('list').toJSON()).toEqual(doc.getArray('list').toJSON());
    }), { numRuns: 60 });
  });

  it('finds a gap when an earlier update is missing', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    doc.getText('words').insert(0, 'a');
    doc.getText('words').insert(1, 'b');
    expect(causalityOf(walkUpdate(updates[1]!), new Knowledge())).toBe('gap');
  });

  it('finds a gap in a deletion of what nobody has written yet', () => {
    const future = Uint8Array.from([0, 1, 7, 1, 5, 100]);
    expect(causalityOf(walkUpdate(future), new Knowledge())).toBe('gap');
  });

  it('calls parts that wait for each other impossible', () => {
    // Client 2's first letter follows client 1's, and client 1's follows client 2's.
    const circle = Uint8Array.from([2, 1, 2, 0, 0x84, 1, 0, 1, 97, 1, 1, 0, 0x84, 2, 0, 1, 98, 0]);
    expect(causalityOf(walkUpdate(circle), new Knowledge())).toBe('impossible');
  });
});

describe('a walk through bytes that Yjs did not write', () => {
  it('refuses changed, cut and random bytes with its own error, or finds what Yjs finds', () => {
    const mutation = fc.array(fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 15 }), mutation, fc.nat(), (steps, changes, cut) => {
      const bytes = Y.encodeStateAsUpdate(updatesOf(steps).doc).slice();
      changes.forEach(({ at, byte }) => { bytes[at % bytes.length] = byte; });
      for (const candidate of [bytes, bytes.subarray(0, cut % bytes.length)]) {
        try {
          walkUpdate(candidate);
        } catch (error) {
          expect(error).toBeInstanceOf(UpdateRefusedError);
          continue;
        }
        expect(() => Y.decodeUpdate(candidate)).not.toThrow();
      }
    }), { numRuns: 2000 });
  });

  it.each([
    ['nothing at all', [], 'truncated'],
    ['bytes behind the end', [0, 0, 0], 'trailing-bytes'],
    ['a number that never ends', Array.from({ length: 12 }, () => 255), 'varint-overflow'],
    ['clients in rising order', [2, 1, 1, 0, 0, 1, 1, 2, 0, 0, 1, 0], 'client-order'],
    ['one client twice', [2, 1, 1, 0, 0, 1, 1, 1, 1, 0, 1, 0], 'client-order'],
    ['a struct that follows on itself', [1, 1, 1, 0, 0x84, 1, 0, 1, 97, 0], 'forward-reference'],
    ['a subdocument', [1, 1, 1, 0, 9, 1, 1, 97, 1, 97, 127, 0], 'subdocument'],
    ['a text that is not UTF-8', [1, 1, 1, 0, 4, 1, 1, 97, 2, 0xc3, 0x28, 0], 'bad-string'],
    ['a text with NUL', [1, 1, 1, 0, 4, 1, 1, 97, 1, 0, 0], 'bad-string'],
    ['a content of unknown kind', [1, 1, 1, 0, 11, 1, 1, 97, 1, 97, 0], 'unknown-content'],
  ])('refuses %s', (_title, bytes, reason) => {
    expect(() => walkUpdate(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ reason }));
  });
});

describe('a hostile update of a megabyte', () => {
  function update(sections: (encoder: encoding.Encoder) => void, deletes: (encoder: encoding.Encoder) => void): Uint8Array {
    const encoder = encoding.createEncoder();
    sections(encoder);
    deletes(encoder);
    return encoding.toUint8Array(encoder);
  }
  const write = (encoder: encoding.Encoder, ...numbers: readonly number[]): void => numbers.forEach((number) => encoding.writeVarUint(encoder, number));
  const none = (encoder: encoding.Encoder): void => write(encoder, 0);

  function cpuOf(work: () => void): number {
    const begun = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begun);
    return user + system;
  }

  /** How many times as much CPU four times the size costs: 4 when it follows the length, 16 when its square. The least of a few runs has nobody else's work in it. */
  function growth(measured: (size: number) => () => void, size: number): number {
    const [small, large] = [size / 4, size].map((each) => Math.min(...Array.from({ length: 3 }, () => cpuOf(measured(each))))) as [number, number];
    return large / small;
  }

  it('of deletions in falling order costs no more than its length', () => {
    expect(growth((all) => {
      const known = new Knowledge();
      known.add(walkUpdate(update((encoder) => { write(encoder, 1, 1, 7, 0); encoding.writeUint8(encoder, 0); write(encoder, all * 2 + 2); }, none)));
      known.add(walkUpdate(update(none, (encoder) => write(encoder, 1, 7, 1, 0, 1))));
      const hostile = walkUpdate(update(none, (encoder) => {
        write(encoder, 1, 7, all);
        for (let clock = all - 1; clock >= 0; clock--) write(encoder, clock * 2, 1);
      }));
      return () => {
        const fresh = trimUpdate(hostile, known);
        known.add(fresh!);
        expect(fresh?.deletes).toHaveLength(all - 1);
      };
    }, 200_000)).toBeLessThan(10);
  }, 60_000);

  it('of many clients that wait for one costs no more than its length', () => {
    expect(growth((all) => {
      const waiting = walkUpdate(update((encoder) => {
        write(encoder, all + 1);
        for (let client = all + 1; client > 1; client--) { write(encoder, 1, client, 0); encoding.writeUint8(encoder, 128 | 1); write(encoder, 1, 0, 1); }
        write(encoder, 1, 1, 0); encoding.writeUint8(encoder, 0); write(encoder, 1);
      }, none));
      return () => expect(causalityOf(waiting, new Knowledge())).toBe('complete');
    }, 60_000)).toBeLessThan(10);
  }, 60_000);
});
