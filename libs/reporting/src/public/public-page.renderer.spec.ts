import { describe, expect, it } from '@jest/globals';
import type { ConceptDocument, ObjectBlock } from '@konzeptwerkstatt/document-model';
import { OPEN_LICENCES } from '@konzeptwerkstatt/kernel';
import { renderPublicEdition } from './public-page.renderer.js';
import type { PublicFrame } from './public-page.renderer.js';
import { germanWords } from './public-words.de.js';

const evil = '<script>alert(1)</script>"\'&';
const measure: ObjectBlock = { kind: 'measure', blockId: 'a1', number: 'M1.1', label: 'Maßnahme', title: evil, direction: 'ltr', level: 3, fields: [{ key: 'lead', label: 'Federführung', values: [evil] }], blocks: [] };
const document: ConceptDocument = {
  language: 'de', direction: 'ltr', titlePage: { title: evil, year: 2026, municipality: 'S', state: 'Beschlossene Fassung', excerpt: null, notes: [evil] },
  sections: [{ sectionId: 's', number: '1', title: evil, direction: 'ltr', sourceNote: evil, blocks: [{ kind: 'heading', level: 2, direction: 'ltr', inlines: [{ kind: 'text', text: 'Lage', bold: false, italic: false, href: null }] }, measure] }],
  measureTable: { title: 'Maßnahmen', head: ['Nr.', 'Maßnahme'], rows: [['M1.1', evil]] },
};
const frame: PublicFrame = { place: { id: 'x', name: evil, accentColour: '#aa0000; } body { color: hotpink', logoFileId: null, ownWords: [], path: '/k/1' }, facts: [{ term: 'Gremium', value: evil }], hash: 'ab', measurePaths: new Map([['a1', '/k/1/massnahmen/x']]), listPath: '/k/1/konzept/massnahmen', listLicence: OPEN_LICENCES.dl_de_by_2_0, pdf: null };

describe('a public page', () => {
  const html = renderPublicEdition(document, frame);

  it('shows whatever people wrote as words, and takes no style from them', () => {
    expect(html).not.toContain('<script');
    expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(7);
    expect(html).not.toContain('hotpink');
  });

  it('has one title, headings in order below it, and a link for citing each measure', () => {
    expect([...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))).toEqual([1, 2, 2, 3, 4, 2, 2, 2]);
    expect(html).toContain('id="block-a1"');
    expect(html).toContain('<a href="#block-a1">Link zu Maßnahme M1.1</a> · <a href="/k/1/massnahmen/x">Eigene Seite von Maßnahme M1.1</a>');
    expect(html).toContain('href="/k/1/konzept/massnahmen.csv-metadata.json"');
    expect(html).toContain('Lizenz: <a href="https://www.govdata.de/dl-de/by-2-0" rel="license noopener noreferrer"><bdi>dl-de/by-2-0</bdi></a>');
    expect(html).toContain('<th scope="row"><a href="#block-a1">M1.1</a></th>');
  });

  it('counts one abstention and several', () => {
    expect([0, 1, 2].map((count) => germanWords.edition.abstained(count))).toEqual(['0 Enthaltungen', '1 Enthaltung', '2 Enthaltungen']);
  });

  it('speaks the language of its text', () => {
    const arabic = renderPublicEdition({ ...document, language: 'ar', direction: 'rtl' }, frame);
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect([arabic.includes('المحتويات'), arabic.includes('Inhalt'), arabic.includes('<h3 dir="ltr">Lage</h3>')]).toEqual([true, false, true]);
  });
});
