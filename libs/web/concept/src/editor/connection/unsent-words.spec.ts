import { describe, expect, it } from '@jest/globals';
import { appendBlocks, newBlockId, setTitle, insertMeasure } from '@konzeptwerkstatt/document-model';
import * as Y from 'yjs';
import { unsentWords } from './unsent-words.js';

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

describe('words that the server does not have', () => {
  it('are told paragraph by paragraph, without what it has', () => {
    const stored = new Y.Doc();
    const measure = newBlockId();
    appendBlocks(stored, [{ type: 'paragraph', text: 'Die Stadt fördert Vereine.' }]);
    insertMeasure(stored, { blockId: measure, title: 'Sprachkurse' });
    const here = copyOf(stored);
    expect(unsentWords(stored, here)).toEqual([]);
    setTitle(here, measure, 'Sprachkurse am Abend');
    appendBlocks(here, [{ type: 'paragraph', text: 'Noch ein Gedanke' }]);
    expect(unsentWords(stored, here)).toEqual(['am Abend', 'Noch ein Gedanke']);
  });

  it('are none where something was only taken out', () => {
    const stored = new Y.Doc();
    appendBlocks(stored, [{ type: 'paragraph', text: 'Die Stadt fördert Vereine.' }]);
    expect(unsentWords(stored, new Y.Doc())).toEqual([]);
  });
});
