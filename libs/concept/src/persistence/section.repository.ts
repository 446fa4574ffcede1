import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { notFound } from '@konzeptwerkstatt/kernel';
import type { SectionKind } from '../domain/section-kind.js';
import type { SectionPlace } from '../domain/section-place.js';

/** A section to be written. */
export interface NewSection {
  readonly id: string;
  readonly municipalityId: string;
  readonly editionId: string;
  readonly kind: SectionKind;
  readonly title: string;
  readonly position: number;
  readonly documentId: string;
  readonly isExample: boolean;
  readonly sourceNote: string | null;
}

/** Chapters and fields of action as rows. Their text is a document, which this repository never touches. */
@Injectable()
export class SectionRepository {
  /** The living section with that id, whichever municipality's; who may see it is the caller's question. */
  async find(tx: Transaction, sectionId: string): Promise<SectionPlace | null> {
    const rows = await tx.$queryRaw<SectionPlace[]>`
      SELECT s.id AS "sectionId", s.municipality_id AS "municipalityId", s.edition_id AS "editionId", e.process_id AS "processId",
        s.document_id AS "documentId", s.kind::text AS kind, s.title, s.position, e.visibility = 'published' AS "isPublished", e.frozen_at IS NOT NULL AS "isFrozen", e.language::text AS language
      FROM sections s JOIN editions e ON e.id = s.edition_id AND e.municipality_id = s.municipality_id
      WHERE s.id = ${sectionId}::uuid AND s.removed_at IS NULL`;
    return rows[0] ?? null;
  }

  /** As `find`. @throws ApplicationError NOT_FOUND */
  async get(tx: Transaction, sectionId: string): Promise<SectionPlace> {
    const place = await this.find(tx, sectionId);
    if (place === null) throw notFound();
    return place;
  }

  /** The edition a section belongs or belonged to; null when there never was such a section. */
  async findEditionIdEvenRemoved(tx: Transaction, sectionId: string): Promise<string | null> {
    const rows = await tx.$queryRaw<{ editionId: string }[]>`SELECT edition_id AS "editionId" FROM sections WHERE id = ${sectionId}::uuid`;
    return rows[0]?.editionId ?? null;
  }

  /** The living section whose text is that document. */
  async findByDocument(tx: Transaction, documentId: string): Promise<SectionPlace | null> {
    const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM sections WHERE document_id = ${documentId}::uuid AND removed_at IS NULL`;
    return rows[0] === undefined ? null : this.find(tx, rows[0].id);
  }

  /** Ids of the living sections of an edition, in order. */
  async findOrder(tx: Transaction, municipalityId: string, editionId: string): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM sections WHERE municipality_id = ${municipalityId}::uuid AND edition_id = ${editionId}::uuid AND removed_at IS NULL ORDER BY position, id`;
    return rows.map((row) => row.id);
  }

  /** Titles of the other living sections of its edition. */
  async otherTitles(tx: Transaction, { municipalityId, editionId, sectionId }: Pick<SectionPlace, 'municipalityId' | 'editionId' | 'sectionId'>): Promise<string[]> {
    const rows = await tx.$queryRaw<{ title: string }[]>`
      SELECT title FROM sections WHERE municipality_id = ${municipalityId}::uuid AND edition_id = ${editionId}::uuid AND id <> ${sectionId}::uuid AND removed_at IS NULL`;
    return rows.map(({ title }) => title);
  }

  async insert(tx: Transaction, section: NewSection): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO sections (id, municipality_id, edition_id, kind, title, position, document_id, is_example, source_note)
      VALUES (${section.id}::uuid, ${section.municipalityId}::uuid, ${section.editionId}::uuid, ${section.kind}::"SectionKind", ${section.title},
        ${section.position}, ${section.documentId}::uuid, ${section.isExample}, ${section.sourceNote})`;
  }

  async rename(tx: Transaction, place: SectionPlace, title: string): Promise<void> {
    await tx.$executeRaw`UPDATE sections SET title = ${title} WHERE municipality_id = ${place.municipalityId}::uuid AND id = ${place.sectionId}::uuid`;
  }

  /** Numbers the sections of an edition from 1 in the given order. */
  async saveOrder(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<void> {
    await tx.$executeRaw`
      UPDATE sections SET position = wanted.position FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS wanted (id, position)
      WHERE sections.id = wanted.id AND sections.municipality_id = ${municipalityId}::uuid AND sections.position <> wanted.position`;
  }

  /** Takes a section out, with its goals and measures, which leave with it. */
  async remove(tx: Transaction, { municipalityId, sectionId }: SectionPlace): Promise<void> {
    await tx.$executeRaw`UPDATE sections SET removed_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ${sectionId}::uuid`;
    await tx.$executeRaw`UPDATE goals SET removed_at = now(), updated_at = now() WHERE municipality_id = ${municipalityId}::uuid AND section_id = ${sectionId}::uuid AND removed_at IS NULL`;
    await tx.$executeRaw`UPDATE measures SET removed_at = now(), updated_at = now() WHERE municipality_id = ${municipalityId}::uuid AND section_id = ${sectionId}::uuid AND removed_at IS NULL`;
  }
}
