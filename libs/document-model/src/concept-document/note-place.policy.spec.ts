import { describe, expect, it } from '@jest/globals';
import type { ConceptDocument, DocumentBlock, Inline } from './concept-document.js';
import type { NoteSource } from './document-note.js';
import { germanWords } from './german.words.js';
import { placeNotes } from './note-place.policy.js';
import type { NotedPart } from './note-place.policy.js';

const inlines = (text: string): Inline[] => [{ kind: 'text', text, bold: false, italic: false, href: null }];
const paragraph = (blockId: string, text: string): DocumentBlock => ({ kind: 'paragraph', blockId, direction: 'ltr', inlines: inlines(text) });
const cell = (blockId: string, text: string) => ({ headerOf: null, colspan: 1, rowspan: 1, blocks: [paragraph(blockId, text)] });
const blocks: DocumentBlock[] = [
  paragraph('p', 'Die Stadt fördert Sprache.'),
  { kind: 'list', isOrdered: false, items: [{ blockId: 'i', direction: 'ltr', inlines: inlines('Punkt'), children: [] }] },
  { kind: 'table', columns: 1, headerRows: 0, rows: [[cell('c', 'Zelle')]] },
  { kind: 'measure', blockId: 'm', number: 'M1.1', label: 'Maßnahme', title: 'Lotsen', direction: 'ltr', level: 2, fields: [], blocks: [paragraph('q', 'Ehrenamt')] },
];
const document: ConceptDocument = {
  language: 'de', direction: 'ltr', measureTable: null, titlePage: { title: 'Konzept', year: 2026, municipality: 'Stadt', state: 'Entwurf', excerpt: null, notes: [] },
  sections: [{ sectionId: 's', number: '1', title: 'Sprache', direction: 'ltr', sourceNote: null, blocks }],
};
const about = (more: Partial<NoteSource['about']>): NoteSource['about'] => ({ sectionId: 's', blockId: null, quote: null, before: '', ...more });
const source = (place: Partial<NoteSource['about']>, more: Partial<NoteSource> = {}): NoteSource => ({ about: about(place), author: 'Verein', day: '2026-11-12', kind: 'Frage', language: 'de', title: null, text: 'Wann?', replacement: null, ...more });

/** Where the notes came: by place, what of its words they are about. */
function placed(sources: readonly NoteSource[], part: NotedPart = 'whole', own = document): { places: string[]; remarks: (string | undefined)[]; document: ConceptDocument } {
  const result = placeNotes(own, sources, germanWords, { part, left: 0 });
  const places = (result.notes?.notes ?? []).map(({ number, place }) => `${number} ${place}`);
  return { places, remarks: (result.notes?.notes ?? []).map(({ parts }) => parts.find(({ kind }) => kind === 'remark')?.text), document: result };
}

describe('notes of a document', () => {
  it('stand at their words, at their block and at their title, counted in the order of the document', () => {
    const { places, remarks, document: { sections: [section], notes, titlePage } } = placed([
      source({ blockId: 'm' }), source({ blockId: 'c', quote: 'Zelle' }), source({ blockId: 'i', quote: 'Punkt' }), source({ blockId: 'p', quote: 'Sprache', before: 'fördert ' }), source({}), source({ sectionId: null }), source({ blockId: 'q', quote: 'amt' }),
    ]);
    expect(places).toEqual(['1 das ganze Konzept', '2 1 Sprache', '3 1 Sprache', '4 1 Sprache', '5 1 Sprache', '6 Maßnahme M1.1: Lotsen', '7 1 Sprache']);
    expect(remarks.every((remark) => remark === undefined)).toBe(true);
    expect([notes?.onTitle, section?.notes]).toEqual([[{ number: 1, start: 0, end: 7 }], [{ number: 2, start: 0, end: 7 }]]);
    const [first, list, table, measure] = section?.blocks ?? [];
    expect([first, list, table, measure]).toMatchObject([
      { notes: [{ number: 3, start: 18, end: 25 }] }, { items: [{ notes: [{ number: 4, start: 0, end: 5 }] }] }, { rows: [[{ blocks: [{ notes: [{ number: 5, start: 0, end: 5 }] }] }]] },
      { notes: [{ number: 6, start: 0, end: 6 }], blocks: [{ notes: [{ number: 7, start: 5, end: 8 }] }] },
    ]);
    expect(titlePage.notes).toEqual(['Mit 7 offenen Rückmeldungen.']);
  });

  it('follow words that moved, stand at the block whose words are gone, and at the title when the block is gone as well, saying so', () => {
    const { document: { sections: [section], notes }, remarks } = placed([source({ blockId: 'x', quote: 'Ehrenamt' }), source({ blockId: 'p', quote: 'das Land' }), source({ blockId: 'x', quote: 'fort' }), source({ blockId: 'x' }), source({ sectionId: 'gone' })]);
    expect(notes?.onTitle.map(({ number }) => number)).toEqual([1]);
    expect(section?.notes?.map(({ number }) => number)).toEqual([2, 3]);
    expect(section?.blocks[0]).toMatchObject({ notes: [{ number: 4, start: 0, end: 26 }] });
    expect(remarks).toEqual([...Array.from({ length: 3 }, () => germanWords.notes.gone), germanWords.notes.changed, undefined]);
  });

  it('about what the document does not hold are not given out', () => {
    const all = [source({ sectionId: null }), source({ sectionId: 'other' }), source({}), source({ blockId: 'm' }), source({ blockId: 'x' })];
    expect(placed(all, 'section').places).toEqual(['1 1 Sprache', '2 1 Sprache', '3 Maßnahme M1.1: Lotsen']);
    expect(placed(all, 'objects').places).toEqual(['1 Maßnahme M1.1: Lotsen']);
    expect(placed([source({ sectionId: null })], 'section').document.titlePage.notes).toEqual(['Ohne Rückmeldungen: Es sind keine offen.']);
  });

  it('find their words without ids, as in what was adopted', () => {
    const adopted: ConceptDocument = { ...document, sections: document.sections.map((section) => ({ ...section, blocks: [{ kind: 'paragraph', direction: 'ltr', inlines: inlines('Die Stadt fördert Sprache.') }] })) };
    expect(placed([source({ blockId: 'p', quote: 'Stadt' })], 'whole', adopted).document.sections[0]?.blocks[0]).toMatchObject({ notes: [{ number: 1, start: 4, end: 9 }] });
  });

  it('hold nothing that no format can hold, and tell language and direction of what somebody said', () => {
    const { document: { notes } } = placed([source({ blockId: 'p', quote: 'Stadt' }, { author: 'Ver\u0001ein', title: 'عنوان', text: 'مرحبا\u0000', language: 'ar-x-test', replacement: '' })]);
    expect(notes?.notes[0]).toMatchObject({ author: 'Verein', dayInWords: '12.11.2026', parts: [
      { kind: 'quote', text: 'Stadt', language: 'de', direction: 'ltr' }, { kind: 'title', text: 'عنوان', language: 'ar', direction: 'rtl' }, { kind: 'text', text: 'مرحبا', language: 'ar', direction: 'rtl' },
      { kind: 'replacement', text: '(ohne diese Worte)' },
    ] });
  });
});
