import { expect, it } from '@jest/globals';
import { SharedRead } from './shared-read.js';

/** Reads that end when they are told to. */
function stage() {
  const begun: { readonly key: string; readonly end: (value: string) => void; readonly fail: () => void }[] = [];
  const reads = new SharedRead<string>((key) => new Promise((resolve, reject) => begun.push({ key, end: resolve, fail: () => reject(new Error('away')) })));
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { begun, reads, settled };
}

it('many who ask at once get one read, each key its own', async () => {
  const { begun, reads, settled } = stage();
  const answers = Promise.all([reads.get('a'), reads.get('a'), reads.get('b'), reads.get('a')]);
  await settled();
  expect(begun.map(({ key }) => key)).toEqual(['a', 'b']);
  begun[0]?.end('one');
  begun[1]?.end('other');
  expect(await answers).toEqual(['one', 'one', 'other', 'one']);
});

it('whoever asks while it is being read waits for the next read, all of them for the same', async () => {
  const { begun, reads, settled } = stage();
  const early = reads.get('a');
  await settled();
  const late = [reads.get('a'), reads.get('a')];
  await settled();
  expect(begun).toHaveLength(1);
  begun[0]?.end('before');
  await settled();
  expect(begun).toHaveLength(2);
  begun[1]?.end('after');
  expect([await early, ...(await Promise.all(late))]).toEqual(['before', 'after', 'after']);
});

it('a read that failed is not the answer to the next question', async () => {
  const { begun, reads, settled } = stage();
  const first = reads.get('a');
  const failed = expect(first).rejects.toThrow('away');
  await settled();
  const second = reads.get('a');
  begun[0]?.fail();
  await failed;
  await settled();
  begun[1]?.end('again');
  expect(await second).toBe('again');
});
