import { describe, expect, it } from '@jest/globals';
import type { DocumentAuthors, TextAuthor } from '@konzeptwerkstatt/contracts';
import { sharesOf } from './authorship.policy.js';

const author = (of: Partial<TextAuthor>): TextAuthor => ({ personId: null, guestId: null, organisationId: null, gatheringId: null, ...of });

const document: DocumentAuthors = {
  authors: [author({ personId: 'anna', organisationId: 'verein' }), author({ organisationId: 'verein' }), author({ guestId: 'gast', organisationId: 'verein' }), author({})],
  passages: [{ blockId: 'b', from: 0, to: 20, author: 0 }, { blockId: 'b', from: 20, to: 50, author: 1 }, { blockId: 'c', from: 0, to: 10, author: 2 }, { blockId: 'c', from: 10, to: 40, author: 3 }],
  sources: [],
};

describe('the shares in a text', () => {
  it('are those of organisations, with guests and what nobody wrote apart', () => {
    expect(sharesOf([document]).map(({ key, percent, characters }) => [key, percent, characters])).toEqual([['verein', 56, 50], ['none', 33, 30], ['guests', 11, 10]]);
  });

  it('name the persons of an organisation, those who were erased without an id', () => {
    expect(sharesOf([document])[0]?.persons).toEqual([{ personId: null, characters: 30 }, { personId: 'anna', characters: 20 }]);
  });

  it('add up over several texts, and are none without words', () => {
    expect(sharesOf([document, document])[0]?.characters).toBe(100);
    expect(sharesOf([])).toEqual([]);
  });
});
