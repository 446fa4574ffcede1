import { objectsIn } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, DocumentSection } from '@konzeptwerkstatt/document-model';

/** Which part of an adopted document. */
export interface AdoptedPart {
  readonly sectionId: string | null;
  /** Only these goals and measures, by block id; null: everything. */
  readonly only: ReadonlySet<string> | null;
  readonly hasMeasureTable: boolean;
}

function chosenOf(section: DocumentSection, only: ReadonlySet<string>): DocumentSection {
  const blocks = objectsIn(section.blocks).filter(({ blockId }) => only.has(blockId)).map((block) => ({ ...block, level: 2 }));
  return { ...section, blocks };
}

/** A part of what was adopted, word for word; numbers and titles stay those of the whole. */
export function partOfAdopted(document: ConceptDocument, { sectionId, only, hasMeasureTable }: AdoptedPart): ConceptDocument {
  const wanted = document.sections.filter((section) => sectionId === null || section.sectionId === sectionId);
  const sections = only === null ? wanted : wanted.map((section) => chosenOf(section, only)).filter(({ blocks }) => blocks.length > 0);
  const numbers = new Set(sections.flatMap(({ blocks }) => objectsIn(blocks)).map(({ number }) => number));
  const rows = (document.measureTable?.rows ?? []).filter(([number]) => numbers.has(number ?? ''));
  const measureTable = hasMeasureTable && document.measureTable !== null && rows.length > 0 ? { ...document.measureTable, rows } : null;
  return { ...document, sections, measureTable };
}
