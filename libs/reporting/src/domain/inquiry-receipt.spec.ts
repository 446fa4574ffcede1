import { describe, expect, it } from '@jest/globals';
import { receiptDocument } from './inquiry-receipt.js';

const facts = { inquiry: 'Jahresstand', organisation: 'Verein', municipality: 'Leipzig', year: 2027, state: 'Abgegeben am 30.6.2027 um 14:05 Uhr' };

describe('a receipt', () => {
  it('says who answered what, and what was left unchanged', () => {
    const document = receiptDocument({ ...facts, lines: [{ title: 'M1 Kurs', isUnchanged: true, answers: [{ question: 'Wie ist der Stand?', words: 'läuft' }] }, { title: '', isUnchanged: false, answers: [{ question: 'Was?', words: 'eins\nzwei' }] }] });
    expect(document.titlePage).toMatchObject({ title: 'Jahresstand', excerpt: 'Antworten von Verein', state: facts.state });
    expect(document.sections.map(({ title, blocks }) => [title, blocks.length])).toEqual([['M1 Kurs', 2], ['Antwort', 1]]);
    expect(JSON.stringify(document.sections[1])).toMatch(/eins.*break.*zwei/);
  });

  it('of nothing says so', () => expect(receiptDocument({ ...facts, lines: [] }).titlePage.notes).toEqual(['Ohne Einträge abgegeben.']));
});
