import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { Publication } from '../domain/publication.policy.js';

const columns = Prisma.sql`edition_id::text AS "editionId", municipality_id::text AS "municipalityId", place, slug, published_at AS "publishedAt", withdrawn_at AS "withdrawnAt"`;
/** A measure of an edition that can be read. */
export interface PublishedMeasureRow {
  readonly id: string;
  readonly blockId: string;
  readonly editionId: string;
  readonly lineageId: string;
}

/** So many editions of one municipality may have the same words for an address. */
const MAX_NAMESAKES = 100;

/** Where editions can be read by everybody. An address once given stays with its edition, also when it is withdrawn. */
@Injectable()
export class PublicationRepository {
  async findByEditions(tx: Transaction, editionIds: readonly string[]): Promise<Publication[]> {
    return tx.$queryRaw<Publication[]>`SELECT ${columns} FROM publications WHERE edition_id = ANY (${[...editionIds]}::uuid[])`;
  }

  async findByAddress(tx: Transaction, place: string, slug: string): Promise<Publication | null> {
    const rows = await tx.$queryRaw<Publication[]>`SELECT ${columns} FROM publications WHERE place = ${place} AND slug = ${slug}`;
    return rows[0] ?? null;
  }

  /** The place of a municipality's publications, withdrawn ones included; null before the first one. */
  async findPlaceOf(tx: Transaction, municipalityId: string): Promise<string | null> {
    const rows = await tx.$queryRaw<{ place: string }[]>`SELECT place FROM publications WHERE municipality_id = ${municipalityId}::uuid LIMIT 1`;
    return rows[0]?.place ?? null;
  }

  /** What can be read below a place, withdrawn editions aside. */
  async findByPlace(tx: Transaction, place: string): Promise<Publication[]> {
    return tx.$queryRaw<Publication[]>`SELECT ${columns} FROM publications WHERE place = ${place} AND withdrawn_at IS NULL ORDER BY published_at DESC, edition_id`;
  }

  /** The measures of these lineages in editions that can be read, the latest adopted first. */
  async findMeasures(tx: Transaction, municipalityId: string, lineageIds: readonly string[]): Promise<PublishedMeasureRow[]> {
    return tx.$queryRaw<PublishedMeasureRow[]>`
      SELECT m.id::text, m.block_id AS "blockId", m.edition_id::text AS "editionId", m.lineage_id::text AS "lineageId" FROM measures m
      JOIN publications p ON p.edition_id = m.edition_id AND p.municipality_id = m.municipality_id JOIN editions e ON e.id = m.edition_id
      WHERE m.municipality_id = ${municipalityId}::uuid AND m.lineage_id = ANY (${[...lineageIds]}::uuid[]) AND m.removed_at IS NULL AND m.decision_state <> 'rejected' AND p.withdrawn_at IS NULL
      ORDER BY e.frozen_at DESC, e.id DESC`;
  }

  /** The lineages of an edition's measures, by block. */
  async findLineages(tx: Transaction, editionId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.$queryRaw<{ blockId: string; lineageId: string }[]>`
      SELECT block_id AS "blockId", lineage_id::text AS "lineageId" FROM measures WHERE edition_id = ${editionId}::uuid AND removed_at IS NULL AND decision_state <> 'rejected'`;
    return new Map(rows.map(({ blockId, lineageId }) => [blockId, lineageId]));
  }

  /** What follows on an edition and can be read, corrections included, the latest adopted first. Editions between that cannot be read are passed over. */
  async findFollowersOf(tx: Transaction, editionId: string): Promise<Publication[]> {
    return tx.$queryRaw<Publication[]>`
      WITH RECURSIVE followers AS (
        SELECT id, frozen_at FROM editions WHERE based_on_id = ${editionId}::uuid
        UNION SELECT e.id, e.frozen_at FROM editions e JOIN followers f ON e.based_on_id = f.id
      )
      SELECT ${columns} FROM publications p JOIN followers f ON f.id = p.edition_id WHERE p.withdrawn_at IS NULL ORDER BY f.frozen_at DESC, p.edition_id`;
  }

  /** Opens an edition at the address it had before, or at a new one. @returns false when it is open already */
  async open(tx: Transaction, wanted: Pick<Publication, 'editionId' | 'municipalityId' | 'place' | 'slug'>): Promise<boolean> {
    const { editionId, municipalityId } = wanted;
    const reopened = await tx.$executeRaw`UPDATE publications SET withdrawn_at = NULL, published_at = now() WHERE edition_id = ${editionId}::uuid AND withdrawn_at IS NOT NULL`;
    if (reopened === 1) return true;
    if ((await this.findByEditions(tx, [editionId])).length > 0) return false;
    const place = (await this.findPlaceOf(tx, municipalityId)) ?? wanted.place;
    for (let number = 1; number <= MAX_NAMESAKES; number += 1) {
      const slug = number === 1 ? wanted.slug : `${wanted.slug}-${number}`;
      const written = await tx.$executeRaw`
        INSERT INTO publications (edition_id, municipality_id, place, slug) VALUES (${editionId}::uuid, ${municipalityId}::uuid, ${place}, ${slug}) ON CONFLICT (place, slug) DO NOTHING`;
      if (written === 1) return true;
    }
    throw new Error(`No address left for ${place}/${wanted.slug}`);
  }

  /** @returns false when it was not open */
  async withdraw(tx: Transaction, municipalityId: string, editionId: string): Promise<boolean> {
    return (await tx.$executeRaw`
      UPDATE publications SET withdrawn_at = now() WHERE municipality_id = ${municipalityId}::uuid AND edition_id = ${editionId}::uuid AND withdrawn_at IS NULL`) === 1;
  }
}
