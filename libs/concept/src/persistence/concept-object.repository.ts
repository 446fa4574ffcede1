import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { notFound } from '@konzeptwerkstatt/kernel';

/** A goal or measure by its row, with the block it stands for. */
export interface ConceptObjectPlace {
  readonly id: string;
  readonly blockId: string;
  readonly sectionId: string;
}

/** Finds the place in the text that a row of a table stands for. */
@Injectable()
export class ConceptObjectRepository {
  /** The living goal or measure, whichever municipality's; who may see it is the caller's question. */
  async find(tx: Transaction, object: 'goal' | 'measure', id: string): Promise<ConceptObjectPlace | null> {
    const rows = object === 'goal'
      ? await tx.$queryRaw<ConceptObjectPlace[]>`SELECT id, block_id AS "blockId", section_id AS "sectionId" FROM goals WHERE id = ${id}::uuid AND removed_at IS NULL`
      : await tx.$queryRaw<ConceptObjectPlace[]>`SELECT id, block_id AS "blockId", section_id AS "sectionId" FROM measures WHERE id = ${id}::uuid AND removed_at IS NULL`;
    return rows[0] ?? null;
  }

  /**
   * The goal or measure whether or not it is still there, so that a repeated removal finds its first answer.
   * @throws ApplicationError NOT_FOUND
   */
  async getEvenRemoved(tx: Transaction, object: 'goal' | 'measure', id: string): Promise<ConceptObjectPlace> {
    const rows = object === 'goal'
      ? await tx.$queryRaw<ConceptObjectPlace[]>`SELECT id, block_id AS "blockId", section_id AS "sectionId" FROM goals WHERE id = ${id}::uuid`
      : await tx.$queryRaw<ConceptObjectPlace[]>`SELECT id, block_id AS "blockId", section_id AS "sectionId" FROM measures WHERE id = ${id}::uuid`;
    if (rows[0] === undefined) throw notFound();
    return rows[0];
  }

  /** As `find`. @throws ApplicationError NOT_FOUND */
  async get(tx: Transaction, object: 'goal' | 'measure', id: string): Promise<ConceptObjectPlace> {
    const place = await this.find(tx, object, id);
    if (place === null) throw notFound();
    return place;
  }
}
