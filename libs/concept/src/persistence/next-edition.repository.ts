import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';

/** An edition that begins as a copy. */
export interface NewNextEdition {
  readonly id: string;
  readonly basedOn: { readonly editionId: string; readonly municipalityId: string };
  readonly title: string;
  readonly year: number;
  readonly correctionReason: string | null;
}

/** A section that begins as a copy. */
export interface NewSectionCopy {
  readonly municipalityId: string;
  readonly editionId: string;
  readonly sourceId: string;
  readonly sectionId: string;
  readonly documentId: string;
}

/** Rows of editions that begin as copies. */
@Injectable()
export class NextEditionRepository {
  async insert(tx: Transaction, { id, basedOn, title, year, correctionReason }: NewNextEdition): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO editions (id, municipality_id, instrument_id, process_id, title, year, visibility, is_example, source_note, language, based_on_id, correction_reason)
      SELECT ${id}::uuid, municipality_id, instrument_id, process_id, ${title}, ${year}, 'participants', is_example, source_note, language, id, ${correctionReason}
      FROM editions WHERE id = ${basedOn.editionId}::uuid AND municipality_id = ${basedOn.municipalityId}::uuid`;
  }

  async copySection(tx: Transaction, { municipalityId, editionId, sourceId, sectionId, documentId }: NewSectionCopy): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO sections (id, municipality_id, edition_id, kind, title, position, document_id, is_example, source_note, lineage_id)
      SELECT ${sectionId}::uuid, municipality_id, ${editionId}::uuid, kind, title, position, ${documentId}::uuid, is_example, source_note, coalesce(lineage_id, id)
      FROM sections WHERE id = ${sourceId}::uuid AND municipality_id = ${municipalityId}::uuid`;
  }

  /** The section goes on from the other one. */
  async continueSection(tx: Transaction, municipalityId: string, sourceId: string, sectionId: string): Promise<void> {
    await tx.$executeRaw`
      UPDATE sections s SET lineage_id = coalesce(o.lineage_id, o.id) FROM sections o
      WHERE o.id = ${sourceId}::uuid AND o.municipality_id = s.municipality_id AND s.id = ${sectionId}::uuid AND s.municipality_id = ${municipalityId}::uuid`;
  }

  /** Goals and measures of a copied text are those of the same blocks in its source. */
  async keepLineage(tx: Transaction, municipalityId: string, sourceId: string, sectionId: string): Promise<void> {
    await tx.$executeRaw`
      UPDATE goals g SET lineage_id = o.lineage_id FROM goals o
      WHERE o.section_id = ${sourceId}::uuid AND o.block_id = g.block_id AND g.section_id = ${sectionId}::uuid AND g.municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`
      UPDATE measures m SET lineage_id = o.lineage_id FROM measures o
      WHERE o.section_id = ${sourceId}::uuid AND o.block_id = m.block_id AND m.section_id = ${sectionId}::uuid AND m.municipality_id = ${municipalityId}::uuid`;
  }
}
