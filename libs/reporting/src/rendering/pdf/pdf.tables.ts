import type { ConceptDocument, DocumentBlock, TableBlock } from '@konzeptwerkstatt/document-model';
import { columnShares } from '../column-shares.js';

/** A table as the template wants it: with the part of its width that each column has. */
type MeasuredTable = TableBlock & { readonly shares: readonly number[] };

function measured(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  return blocks.map((block) => {
    if (block.kind === 'goal' || block.kind === 'measure') return { ...block, blocks: measured(block.blocks) };
    if (block.kind !== 'table') return block;
    const table: MeasuredTable = { ...block, shares: columnShares(block), rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: measured(cell.blocks) }))) };
    return table;
  });
}

/** The document with tables whose columns are as wide as what they hold. */
export function withMeasuredTables(document: ConceptDocument): ConceptDocument {
  return { ...document, sections: document.sections.map((section) => ({ ...section, blocks: measured(section.blocks) })) };
}
