import fc from 'fast-check';
import { buildConceptDocument, germanWords } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, DocumentText, TreeElement, TreeNode } from '@konzeptwerkstatt/document-model';

/** Words as people and attackers type them; all of them have glyphs in the fonts of the product. */
const words = fc.constantFrom('Die Stadt fördert', 'مرحبا بالعالم', '#read("/etc/passwd")', '$ x $ #eval', '<w:p/> & "x"', '= Überschrift', '\\u{0}', '*fett* _kursiv_', '-- // /*', '  ', '', 'Sprache\u0001\u0008', '@quelle', ']]>');

const marks = fc.subarray([{ type: 'bold' }, { type: 'italic' }, { type: 'link', attrs: { href: 'https://example.org/?a=1&b="' } }] as const);
const text = fc.record({ type: fc.constant('text' as const), text: words, marks }) as fc.Arbitrary<TreeNode>;
const inline: fc.Arbitrary<TreeNode> = fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: fc.constant<TreeNode>({ type: 'lineBreak' }) });
const kinds = ['paragraph', 'heading2', 'heading3', 'heading4', 'bulletItem', 'orderedItem', 'quote'] as const;
const block: fc.Arbitrary<TreeElement> = fc.record({
  type: fc.constant('block' as const), attrs: fc.record({ id: fc.uuid(), kind: fc.constantFrom(...kinds), indent: fc.integer({ min: 0, max: 8 }) }), content: fc.array(inline, { maxLength: 3 }),
});
const cell: fc.Arbitrary<TreeElement> = fc.record({
  type: fc.constantFrom('tableCell' as const, 'tableHeader' as const), attrs: fc.record({ colspan: fc.integer({ min: 1, max: 4 }), rowspan: fc.integer({ min: 1, max: 4 }) }), content: fc.array(block, { maxLength: 2 }),
});
const row: fc.Arbitrary<TreeElement> = fc.record({ type: fc.constant('tableRow' as const), content: fc.array(cell, { maxLength: 4 }) });
const table: fc.Arbitrary<TreeElement> = fc.record({ type: fc.constant('table' as const), attrs: fc.record({ id: fc.uuid() }), content: fc.array(row, { maxLength: 4 }) });
const picture: fc.Arbitrary<TreeElement> = fc.record({
  type: fc.constant('picture' as const), attrs: fc.record({ id: fc.uuid(), fileId: fc.option(fc.uuid(), { nil: null }), alt: words, caption: words, decorative: fc.boolean() }),
});
const title: fc.Arbitrary<TreeElement> = fc.record({ type: fc.constant('title' as const), content: fc.array(text, { maxLength: 2 }) });
const object: fc.Arbitrary<TreeElement> = fc.record({
  type: fc.constantFrom('goal' as const, 'measure' as const), attrs: fc.record({ id: fc.uuid() }), content: fc.tuple(title, fc.array(fc.oneof({ weight: 4, arbitrary: block }, { weight: 1, arbitrary: picture }), { maxLength: 3 })).map(([first, rest]) => [first, ...rest]),
});
const body = fc.array(fc.oneof({ weight: 4, arbitrary: block }, { weight: 1, arbitrary: table }, { weight: 1, arbitrary: picture }, { weight: 2, arbitrary: object }), { maxLength: 10 });

const values = { status: 'running', lead: 'o', 'targetGroup/families': true, period: '2025-Q1/..', budgetAmount: '1250.50', resources: 'Räume\nund Zeit', priority: 'high', contact: '<b>Amt</b>' } as const;

/** Random texts with fields for every measure. */
const texts = body.map((content): DocumentText => ({
  tree: { type: 'doc', content },
  values: Object.fromEntries(content.filter(({ type }) => type === 'measure').map(({ attrs }) => [String(attrs?.['id']), values])),
}));

/** Random editions as neutral documents. */
export const documents: fc.Arbitrary<ConceptDocument> = fc.tuple(fc.array(fc.tuple(words, texts), { minLength: 1, maxLength: 3 }), fc.boolean()).map(([sections, hasMeasureTable]) => buildConceptDocument({
  titlePage: { title: 'Integrationskonzept <2026>', year: 2026, municipality: 'Leipzig (Beispiel)', state: 'Entwurf, Stand 26.11.2026', excerpt: null, notes: ['Beispiel'] },
  sections: sections.map(([sectionTitle, sectionText], index) => ({ sectionId: String(index), number: String(index + 1), title: sectionTitle, sourceNote: index === 0 ? 'Quelle: Beispiel' : null, text: sectionText })),
  nameOf: (id) => (id === 'o' ? 'Amt für Vielfalt' : null), words: germanWords, hasMeasureTable, only: null, hasBlockIds: true,
}));

/** Random texts of words, lists and tables only: what a Word document can give back. */
export const plainDocuments: fc.Arbitrary<ConceptDocument> = fc.array(fc.tuple(words, fc.array(fc.oneof({ weight: 4, arbitrary: block }, { weight: 1, arbitrary: table }), { maxLength: 12 })), { minLength: 1, maxLength: 3 }).map((sections) => buildConceptDocument({
  titlePage: { title: 'Integrationskonzept', year: 2026, municipality: 'Leipzig (Beispiel)', state: 'Entwurf', excerpt: null, notes: [] },
  sections: sections.map(([sectionTitle, content], index) => ({ sectionId: String(index), number: String(index + 1), title: sectionTitle, sourceNote: null, text: { tree: { type: 'doc', content }, values: {} } })),
  nameOf: () => null, words: germanWords, hasMeasureTable: false, only: null,
}));
