import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { walkUpdate } from '../walk/update-walk.js';
import { StoredUpdates } from './stored-updates.js';

function typed(count: number): { updates: Uint8Array[]; doc: Y.Doc } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let index = 0; index < count; index++) doc.getText('words').insert(index, String(index % 10));
  return { updates, doc };
}

const payload = (frame: Buffer): Uint8Array => {
  const size = frame[1]! < 126 ? frame[1]! : frame[1] === 126 ? frame.readUInt16BE(2) : Number(frame.readBigUInt64BE(2));
  const message = frame.subarray(frame.length - size);
  expect([...message.subarray(0, 2)]).toEqual([0, 2]);
  const lengthBytes = message.subarray(2).findIndex((byte) => byte < 128) + 1;
  return message.subarray(2 + lengthBytes);
};

describe('the stored updates of a room', () => {
  it('are few however many were committed, and say the same', () => {
    const { updates, doc } = typed(10_000);
    const stored = new StoredUpdates();
    for (const update of updates) stored.add(walkUpdate(update));
    const parts = [...stored.since(0)];
    expect(parts.length).toBeLessThan(200);
    const copy = new Y.Doc();
    for (const { frame } of parts) Y.applyUpdate(copy, payload(frame));
    expect(copy.getText('words').toJSON()).toBe(doc.getText('words').toJSON());
    expect(stored.byteSize).toBe(parts.reduce((sum, { frame }) => sum + payload(frame).length, 0));
  });

  it('keep next to nothing but their own bytes', () => {
    const { updates } = typed(40);
    const stored = new StoredUpdates();
    for (const update of updates) stored.add(walkUpdate(update));
    const memory = new Set([...stored.since(0)].map(({ frame }) => frame.buffer));
    expect([...memory].reduce((sum, { byteLength }) => sum + byteLength, 0)).toBeLessThan(stored.byteSize * 3);
  });

  it('give a reader who fell behind all that she missed', () => {
    const { updates, doc } = typed(500);
    const stored = new StoredUpdates();
    const reader = new Y.Doc();
    for (const update of updates.slice(0, 100)) Y.applyUpdate(reader, payload(stored.add(walkUpdate(update))));
    const { sequence } = stored;
    for (const update of updates.slice(100)) stored.add(walkUpdate(update));
    for (const { frame } of stored.since(sequence)) Y.applyUpdate(reader, payload(frame));
    expect(reader.getText('words').toJSON()).toBe(doc.getText('words').toJSON());
  });

  it('lose nothing when a shorter form takes the place of the older ones', () => {
    const { updates, doc } = typed(300);
    const stored = new StoredUpdates();
    const shorter = new StoredUpdates();
    for (const update of updates.slice(0, 200)) stored.add(walkUpdate(update));
    shorter.addBase(walkUpdate(Y.mergeUpdates(updates.slice(0, 200))));
    const { sequence } = stored;
    for (const update of updates.slice(200)) stored.add(walkUpdate(update));
    stored.replaceUntil(sequence, shorter);
    const copy = new Y.Doc();
    for (const { frame } of stored.lackedBy(new Map())) Y.applyUpdate(copy, payload(frame));
    expect(copy.getText('words').toJSON()).toBe(doc.getText('words').toJSON());
  });

  it('do not bring back for somebody new what was taken out a moment ago', () => {
    const { updates, doc } = typed(20);
    doc.getText('words').delete(3, 10);
    const stored = new StoredUpdates();
    for (const update of updates) stored.add(walkUpdate(update));
    const newcomer = new Y.Doc();
    for (const { frame } of stored.lackedBy(new Map())) Y.applyUpdate(newcomer, payload(frame));
    expect(newcomer.getText('words').toJSON()).toBe(doc.getText('words').toJSON());
  });
});
