import { expect, it } from '@jest/globals';
import { linkedParts } from './linked-parts.js';

it.each([
  ['Stadt Musterstadt', []],
  ['Mehr unter https://www.beispiel.example/schlichtung?seite=1.', ['https://www.beispiel.example/schlichtung?seite=1']],
  ['(siehe https://beispiel.example/a_(b), http://zwei.example)', ['https://beispiel.example/a_(b', 'http://zwei.example']],
  ['E-Mail: barrierefrei@musterstadt.example, Telefon 0381 1', ['mailto:barrierefrei@musterstadt.example']],
  ['javascript:alert(1) data:text/html,x [Link](javascript:alert(1))', []],
])('web and mail addresses of a page are links, and nothing else is: %s', (line, links) => {
  const parts = linkedParts(line);
  expect(parts.flatMap(({ href }) => href ?? [])).toEqual(links);
  expect(parts.map(({ text }) => text).join('')).toBe(line);
});
