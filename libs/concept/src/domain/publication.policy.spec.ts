import { describe, expect, it } from '@jest/globals';
import type { ConceptDocument } from '@konzeptwerkstatt/document-model';
import { placeOf, publishable, slugOf } from './publication.policy.js';

describe('the address of a published edition', () => {
  it.each([['Vielfalt leben. Fortschreibung', 'vielfalt-leben-fortschreibung-2026'], ['Größe & Übermut – 2026', 'groesse-uebermut-2026'], ['Ćwiczenie é', 'cwiczenie-e-2026'], ['مفهوم', '2026'], ['x'.repeat(200), `${'x'.repeat(80)}-2026`], ['../../etc', 'etc-2026']])(
    'is made of the words of %j', (title, slug) => expect(slugOf({ title, year: 2026 })).toBe(slug),
  );

  it('keeps a municipality and its example apart', () => {
    const town = { id: '0190', ags: '14713000' };
    expect([placeOf({ ...town, isExample: false }), placeOf({ ...town, isExample: true }), placeOf({ ...town, ags: null, isExample: false })]).toEqual(['14713000', 'beispiel-14713000', '0190']);
  });
});

describe('what everybody may see', () => {
  it('names nobody to ask', () => {
    const measure = { kind: 'measure', blockId: 'b', number: 'M1.1', label: 'Maßnahme', title: 'T', direction: 'ltr', level: 2, blocks: [], fields: [{ key: 'contact', label: 'Ansprechperson', values: ['Frau Beispiel'] }, { key: 'lead', label: 'Federführung', values: ['Amt'] }] } as const;
    const document: ConceptDocument = {
      language: 'de', direction: 'ltr', measureTable: null, titlePage: { title: 'K', year: 2026, municipality: 'S', state: '', excerpt: null, notes: [] },
      sections: [{ sectionId: 's', number: '1', title: 'S', direction: 'ltr', sourceNote: null, blocks: [measure] }],
    };
    expect(JSON.stringify(publishable(document))).not.toContain('Beispiel');
    expect(JSON.stringify(publishable(document))).toContain('Federführung');
  });
});
