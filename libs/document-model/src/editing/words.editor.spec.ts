import { describe, expect, it } from '@jest/globals';
import { EditorReplica, id, syncAll } from '../../test/editor-replica.js';
import { readContent } from '../reading/section-content.reader.js';
import { appendBlocks } from './blocks.editor.js';
import { replaceWords } from './words.editor.js';

function replicaSaying(text: string): EditorReplica {
  const replica = new EditorReplica(1);
  appendBlocks(replica.doc, [{ type: 'paragraph', id: id(1), text }]);
  return replica;
}
const wordsOf = ({ doc }: EditorReplica): string => readContent(doc).blocks[0]?.text ?? '';
const codeOf = (work: () => void): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    return (error as { problem: { code: string } }).problem.code;
  }
};

describe('words that are to read differently', () => {
  it('are changed where they stand, and only there', () => {
    const replica = replicaSaying('Wer in der Stadt wohnt, lebt in der Stadt.');
    replaceWords(replica.doc, { blockId: id(1), start: 29, words: 'in der Stadt', replacement: 'in Stadt\nund Umland' });
    expect(wordsOf(replica)).toBe('Wer in der Stadt wohnt, lebt in Stadt und Umland.');
    replaceWords(replica.doc, { blockId: id(1), start: 3, words: ' in der Stadt', replacement: '' });
    expect(wordsOf(replica)).toBe('Wer wohnt, lebt in Stadt und Umland.');
  });

  it('leave what somebody else types among them at that moment', () => {
    const one = replicaSaying('Alle Kinder lernen gut Deutsch in der Kita.');
    const other = new EditorReplica(2, one.doc);
    other.edit((tr) => tr.insertText(' und Jugendlichen', 12));
    replaceWords(one.doc, { blockId: id(1), start: 0, words: 'Alle Kinder lernen gut Deutsch', replacement: 'Alle Kinder sprechen gut Deutsch' });
    syncAll([one, other]);
    expect(wordsOf(one)).toBe('Alle Kinder und Jugendlichen sprechen gut Deutsch in der Kita.');
    expect(wordsOf(other)).toBe(wordsOf(one));
  });

  it.each([['elsewhere', { start: 1 }], ['in no block', { blockId: id(9) }], ['nowhere', { words: 'Erwachsene' }], ['nothing', { words: '' }]])('that stand %s are refused, and nothing is changed', (_where, wrong) => {
    const replica = replicaSaying('Alle Kinder lernen.');
    expect(codeOf(() => replaceWords(replica.doc, { blockId: id(1), start: 5, words: 'Kinder', replacement: 'Leute', ...wrong }))).toMatch(/^(WORDS_STALE|BLOCK_NOT_FOUND)$/);
    expect(wordsOf(replica)).toBe('Alle Kinder lernen.');
  });
});
