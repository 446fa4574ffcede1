import { expect, it } from '@jest/globals';
import { documentSchema } from '@konzeptwerkstatt/document-model';
import { isEmptyText } from './empty-text.js';

const line = (kind: string, words = '') => ({ type: 'block', attrs: { id: kind, kind, indent: 0 }, ...(words === '' ? {} : { content: [{ type: 'text', text: words }] }) });
const isEmpty = (...content: object[]): boolean => isEmptyText(documentSchema.nodeFromJSON({ type: 'doc', content }));

it('a text is empty without a block, and with one blank paragraph', () => {
  expect([isEmpty(), isEmpty(line('paragraph'))]).toEqual([true, true]);
});

it('a text with words, two lines, or a list that is begun is not empty', () => {
  expect([isEmpty(line('paragraph', ' ')), isEmpty(line('paragraph'), line('paragraph')), isEmpty(line('bulletItem')), isEmpty(line('heading2'))]).toEqual([false, false, false, false]);
});
