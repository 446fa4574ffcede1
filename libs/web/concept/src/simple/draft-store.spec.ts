import { describe, expect, it } from '@jest/globals';
import { DraftStore } from './draft-store.js';
import type { BlockDraft } from './draft-store.js';

const draft = (text: string): BlockDraft => ({ text, expected: 'Vorher', addition: null });

/** As much of a browser's storage as is used; its keys are its own properties. */
function storage(): Storage {
  const kept: Record<string, string> = {};
  const of = (value: unknown) => ({ value, enumerable: false });
  return Object.defineProperties(kept as unknown as Storage, {
    getItem: of((key: string) => kept[key] ?? null), setItem: of((key: string, value: string) => { kept[key] = value; }), removeItem: of((key: string) => { Reflect.deleteProperty(kept, key); }),
  });
}

describe('a form that is opened again', () => {
  it('begins with what was typed last, and with nothing once that was saved', () => {
    const device = storage();
    new DraftStore('d', 'a', device).keep('block', draft('von gestern'));
    const drafts = new DraftStore('d', 'a', device);
    expect(drafts.find('block')?.text).toBe('von gestern');
    drafts.keep('block', draft('von heute'));
    expect(drafts.find('block')?.text).toBe('von heute');
    drafts.forget('block');
    expect(drafts.find('block')).toBeUndefined();
  });

  it('has what was typed on this page also where the device keeps nothing', () => {
    const drafts = new DraftStore('d', 'a', undefined);
    expect(drafts.keep('block', draft('nirgends gespeichert'))).toBe(false);
    expect(drafts.find('block')?.text).toBe('nirgends gespeichert');
  });
});
