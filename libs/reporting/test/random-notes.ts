import fc from 'fast-check';
import { germanWords, placeNotes } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, DocumentBlock, NoteSource } from '@konzeptwerkstatt/document-model';
import { documents } from './random-document.js';

const said = fc.constantFrom('Wann?', 'مرحبا\nبالعالم', '<b>fett</b> & "x"', '#read("/etc/passwd") $ \\', 'a\u0001b\u0008', 'x'.repeat(2_000), ']]> -->', '');
const quotes = fc.constantFrom('Stadt', 'Die Stadt fördert', 'بالعالم', '<w:p/>', 'nie gesagt');

function idsIn(blocks: readonly DocumentBlock[]): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.kind === 'table') return block.rows.flatMap((row) => row.flatMap((cell) => idsIn(cell.blocks)));
    if (block.kind === 'list') return block.items.flatMap(({ blockId }) => (blockId === undefined ? [] : [blockId]));
    if (block.kind === 'goal' || block.kind === 'measure') return [block.blockId, ...idsIn(block.blocks)];
    return 'blockId' in block && block.blockId !== undefined ? [block.blockId] : [];
  });
}

const note = (document: ConceptDocument): fc.Arbitrary<NoteSource> => fc.record({
  about: fc.record({
    sectionId: fc.constantFrom(null, 'gone', ...document.sections.map(({ sectionId }) => sectionId)), blockId: fc.constantFrom(null, 'gone', ...document.sections.flatMap(({ blocks }) => idsIn(blocks))),
    quote: fc.option(quotes, { nil: null }), before: fc.constant(''),
  }),
  author: fc.constantFrom('Verein "Dialog" & Söhne <e. V.>', 'جمعية'), day: fc.constant('2026-11-12'), kind: fc.constant('Vorschlag'), language: fc.constantFrom('de', 'ar', 'pt-BR', 'de-x-leicht'),
  title: fc.option(said, { nil: null }), text: said, replacement: fc.option(said, { nil: null }),
});

/** Random editions with notes about all their parts, some of which are gone. */
export const notedDocuments: fc.Arbitrary<ConceptDocument> = documents.chain((document) => fc.array(note(document), { minLength: 1, maxLength: 8 }).map((sources) => placeNotes(document, sources, germanWords, { part: 'whole', left: 0 })));
