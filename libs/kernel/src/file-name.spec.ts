import { expect, it } from '@jest/globals';
import { fileName, wholeWords } from './file-name.js';

it.each([
  ['Abfrage Mitzeichnung: „Stimmt das?“', 'Abfrage Mitzeichnung „Stimmt das “.xlsx'],
  ['Abfrage Was fehlt?', 'Abfrage Was fehlt.xlsx'],
  ['Kita / Schule: wer macht was?  Und\twann', 'Kita Schule wer macht was Und wann.xlsx'],
  ['استبيان: من يشارك؟', 'استبيان من يشارك؟.xlsx'],
])('%j becomes the name %j, without double blanks', (title, name) => expect(fileName(title, 'xlsx')).toBe(name));

it('a long title keeps the ending, and no character is cut in two', () => {
  expect(fileName('😀'.repeat(200), 'pdf')).toBe(`${'😀'.repeat(120)}.pdf`);
});

it.each([
  ['Abfrage zum Integrationskonzept', 20, 'Abfrage zum'], ['Abfrage zum Konzept', 11, 'Abfrage zum'], ['Abfrage', 20, 'Abfrage'], ['Integrationskonzept', 5, 'Integ'],
])('%j has at most %i characters without half a word at its end', (words, longest, cut) => {
  expect(wholeWords(words, longest)).toBe(cut);
});
