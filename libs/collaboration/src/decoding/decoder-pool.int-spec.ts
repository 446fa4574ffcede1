import { afterEach, describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { DecoderPool, DecodingFailedError } from './decoder-pool.js';

/** The first of many tiny updates is missing: placing the others is quadratic. */
function withheldFirst(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let index = 0; index < count; index++) doc.getText('words').insert(index, 'x');
  return updates.slice(1);
}

describe('the decoder threads', () => {
  let pool: DecoderPool;
  afterEach(() => pool.close());

  it('give up on bytes that take too long, and go on with the next task', async () => {
    pool = new DecoderPool({ threads: 1, deadlineMs: 1000 });
    // Without the deadline this would go on for longer than the test may take.
    await expect(pool.merge(withheldFirst(30_000))).rejects.toThrow(DecodingFailedError);
    expect((await pool.merge([Y.encodeStateAsUpdate(new Y.Doc())])).state).toEqual(Uint8Array.of(0, 0));
  }, 20_000);

  it('tell of bytes that do not decode', async () => {
    pool = new DecoderPool({ threads: 1 });
    await expect(pool.read([Uint8Array.of(1, 2, 3)])).rejects.toThrow(DecodingFailedError);
  });
});
