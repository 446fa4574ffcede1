import { expect, it } from '@jest/globals';
import { legalPageErrors, tidyLegalText } from './legal-page.policy.js';

const codes = (text: string, isPublished: boolean): string[] => legalPageErrors(text, isPublished).map(({ code }) => code);

it('a page with places left to be filled in is kept and not published', () => {
  const text = 'Anschrift: [Bitte ausfüllen: Straße]\nTelefon: [Bitte ausfüllen]';
  expect(codes(text, false)).toEqual([]);
  expect(legalPageErrors(text, true)).toMatchObject([{ code: 'PLACEHOLDERS_LEFT', params: { left: 2 } }]);
});

it('an empty page is kept and not published', () => expect([codes('', false), codes('', true)]).toEqual([[], ['TEXT_REQUIRED']]));

it('a page has an end', () => expect(codes('x'.repeat(60_001), false)).toEqual(['TEXT_TOO_LONG']));

it('what cannot be seen is taken out', () => expect(tidyLegalText('## A\r\n\r\nB\u202ec\u0007d\n')).toBe('## A\n\nBcd'));
