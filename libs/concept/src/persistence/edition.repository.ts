import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import type { EditionPlace } from '../domain/section-place.js';

export interface NewInstrument {
  readonly id: string;
  readonly municipalityId: string;
  readonly kind: string;
  readonly title: string;
}

export interface NewEdition {
  readonly id: string;
  readonly municipalityId: string;
  readonly instrumentId: string;
  readonly processId: string | null;
  readonly title: string;
  readonly year: number;
  readonly visibility: 'participants' | 'published';
  readonly isExample: boolean;
  readonly sourceNote: string | null;
  readonly language: DocumentLanguage;
  /** The adopted edition it follows. */
  readonly basedOnId: string | null;
}

/** Instruments and their editions. */
@Injectable()
export class EditionRepository {
  /** The edition with that id, whichever municipality's; who may see it is the caller's question. */
  async find(tx: Transaction, editionId: string): Promise<EditionPlace | null> {
    const rows = await tx.$queryRaw<EditionPlace[]>`
      SELECT id AS "editionId", municipality_id AS "municipalityId", process_id AS "processId", visibility = 'published' AS "isPublished", frozen_at IS NOT NULL AS "isFrozen"
      FROM editions WHERE id = ${editionId}::uuid`;
    return rows[0] ?? null;
  }

  /**
   * Lets only one command at a time change which sections an edition has. Whoever adds a row that points to the edition is not kept waiting.
   * @returns whether it is frozen
   */
  async lock(tx: Transaction, municipalityId: string, editionId: string): Promise<{ readonly isFrozen: boolean }> {
    const rows = await tx.$queryRaw<{ isFrozen: boolean }[]>`
      SELECT frozen_at IS NOT NULL AS "isFrozen" FROM editions WHERE municipality_id = ${municipalityId}::uuid AND id = ${editionId}::uuid FOR NO KEY UPDATE`;
    return rows[0] ?? { isFrozen: true };
  }

  /** Notes that the edition no longer changes. @returns since when */
  async freeze(tx: Transaction, municipalityId: string, editionId: string): Promise<Date> {
    const rows = await tx.$queryRaw<{ frozenAt: Date }[]>`
      UPDATE editions SET frozen_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ${editionId}::uuid AND frozen_at IS NULL RETURNING frozen_at AS "frozenAt"`;
    if (rows[0] === undefined) throw new Error(`Edition ${editionId} is frozen already`);
    return rows[0].frozenAt;
  }

  /** The instrument of a kind that a process writes editions of; null when there is none yet. */
  async findInstrument(tx: Transaction, municipalityId: string, processId: string, kind: string): Promise<string | null> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT i.id::text FROM instruments i JOIN editions e ON e.instrument_id = i.id AND e.municipality_id = i.municipality_id
      WHERE i.municipality_id = ${municipalityId}::uuid AND e.process_id = ${processId}::uuid AND i.kind = ${kind}::"InstrumentKind" ORDER BY i.id LIMIT 1`;
    return rows[0]?.id ?? null;
  }

  async insertInstrument(tx: Transaction, instrument: NewInstrument): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO instruments (id, municipality_id, kind, title)
      VALUES (${instrument.id}::uuid, ${instrument.municipalityId}::uuid, ${instrument.kind}::"InstrumentKind", ${instrument.title})`;
  }

  async insert(tx: Transaction, edition: NewEdition): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO editions (id, municipality_id, instrument_id, process_id, title, year, visibility, is_example, source_note, language, based_on_id)
      VALUES (${edition.id}::uuid, ${edition.municipalityId}::uuid, ${edition.instrumentId}::uuid, ${edition.processId}::uuid, ${edition.title},
        ${edition.year}, ${edition.visibility}::"EditionVisibility", ${edition.isExample}, ${edition.sourceNote}, ${edition.language}::"DocumentLanguage", ${edition.basedOnId}::uuid)`;
  }
}
