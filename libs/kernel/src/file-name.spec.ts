import { expect, it } from '@jest/globals';
import { fileName } from './file-name.js';

it.each([
  ['Abfrage Mitzeichnung: „Stimmt das?“', 'Abfrage Mitzeichnung „Stimmt das “.xlsx'],
  ['Abfrage Was fehlt?', 'Abfrage Was fehlt.xlsx'],
  ['Kita / Schule: wer macht was?  Und\twann', 'Kita Schule wer macht was Und wann.xlsx'],
  ['استبيان: من يشارك؟', 'استبيان من يشارك؟.xlsx'],
])('%j becomes the name %j, without double blanks', (title, name) => expect(fileName(title, 'xlsx')).toBe(name));

it('a long title keeps the ending, and no character is cut in two', () => {
  expect(fileName('😀'.repeat(200), 'pdf')).toBe(`${'😀'.repeat(120)}.pdf`);
});
