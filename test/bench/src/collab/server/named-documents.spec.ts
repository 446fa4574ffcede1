import { expect, it } from '@jest/globals';
import { isUuid } from '@konzeptwerkstatt/kernel';
import { withDocumentId } from './named-documents.js';

it('gives a name always the same document, and two names two', () => {
  const [, id = ''] = /^\/collab\/(.+)$/.exec(withDocumentId('/collab/My-Text-7') ?? '') ?? [];
  expect(isUuid(id)).toBe(true);
  expect(withDocumentId('/collab/My-Text-7')).toBe(`/collab/${id}`);
  expect(withDocumentId('/collab/my-text-7')).not.toBe(`/collab/${id}`);
});

it('keeps what is asked for behind the name', () => {
  expect(withDocumentId('/collab/a?acks=1&schema=2')).toMatch(/^\/collab\/[0-9a-f-]{36}\?acks=1&schema=2$/);
});

it.each(['/', '/collab/', '/collab/a/b', '/collab/ä', '/other/a'])('knows no document at %s', (path) => {
  expect(withDocumentId(path)).toBeNull();
});
