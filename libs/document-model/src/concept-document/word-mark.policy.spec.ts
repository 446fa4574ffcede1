import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newBlockId } from '../schema/block-id.policy.js';
import { hashOfWords, hasHash, readWordBlocks, readWordMark, sentHash, wordBlocksProperties, wordMarkName, wordsToCompare } from './word-mark.policy.js';

const id = 'ffffffff-ffff-4fff-bfff-ffffffffffff';

describe('the mark of words in a Word document', () => {
  it('is a name that Word takes, says the block it stands for, and tells other words', () => {
    fc.assert(fc.property(fc.uuid(), fc.string(), fc.string(), (block, text, other) => {
      const name = wordMarkName('block', block, text) ?? '';
      expect(name).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
      // Word does not tell upper from lower case in them.
      const mark = readWordMark(name.toUpperCase());
      expect(mark).toMatchObject({ kind: 'block', id: block });
      expect(hasHash(text, mark?.hash ?? '')).toBe(true);
      expect(hasHash(other, mark?.hash ?? '')).toBe(wordsToCompare(other) === wordsToCompare(text));
    }));
  });

  it('is none for what is no id, and other bookmarks are none of ours', () => {
    expect(wordMarkName('block', 'x', 'a')).toBeNull();
    expect(['_Toc1', '_GoBack', 'kw_1', `kw_${'z'.repeat(37)}`].map(readWordMark)).toEqual([null, null, null, null]);
  });

  it('does not mind how blanks and composed letters are stored', () => {
    expect(hashOfWords('Für\u00a0 alle \n da')).toBe(hashOfWords(' Fu\u0308r alle\nda '));
    expect(hashOfWords('Für alle\nda')).not.toBe(hashOfWords('Für alle da'));
  });

  it('leaves behind which blocks went out, in properties that are not cut', () => {
    const ids = Array.from({ length: 60 }, newBlockId);
    const properties = wordBlocksProperties([...ids.map((one) => wordMarkName('block', one, one) ?? ''), wordMarkName('section', id, 'x') ?? '']);
    expect(Math.max(...properties.map(({ value }) => value.length))).toBeLessThanOrEqual(255);
    const sent = readWordBlocks(properties.slice(1).map(({ value }) => value));
    expect(ids.every((one) => hasHash(one, sentHash(sent, one) ?? 'none'))).toBe(true);
    expect(sentHash(sent, id)).toBeNull();
  });
});
