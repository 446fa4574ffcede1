import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { Card, CardPlaceName } from '../domain/card.js';

const cardColumns = Prisma.sql`
  k.id::text, k.municipality_id::text AS "municipalityId", c.edition_id::text AS "editionId", c.section_id::text AS "sectionId", c.kind::text AS kind, c.title, c.text, c.language, c.way::text AS way, c.sender,
  c.organisation_id::text AS "organisationId", c.contributor_id::text AS "contributorId", c.state::text AS state, c.bundle_id::text AS "bundleId", k.gathering_id::text AS "gatheringId",
  k.table_id::text AS "tableId", k.guest_id::text AS "guestId", k.place::text AS place, k.position, k.reason, k.report, b.title AS "bundleTitle",
  EXISTS (SELECT 1 FROM contribution_outcomes o WHERE o.subject_id IN (c.id, c.bundle_id)) AS "isTakenOver"`;
const cardTables = Prisma.sql`cards k JOIN contributions c ON c.id = k.id LEFT JOIN contribution_bundles b ON b.id = c.bundle_id`;
/** More cards than that nobody reads from a wall. */
const MOST = 2_000;

/** A card to be written beside its contribution. */
export interface NewCard {
  readonly id: string;
  readonly municipalityId: string;
  readonly gatheringId: string;
  readonly tableId: string;
  readonly guestId: string | null;
  readonly place: CardPlaceName;
}

/** Stores the places of cards; their words are contributions. */
@Injectable()
export class CardRepository {
  /** Writes a card behind the others of its table. @param day of a guest's card instead of the moment in which she wrote it: nobody shall find out by the time who she was */
  async insert(tx: Transaction, { id, municipalityId, gatheringId, tableId, guestId, place }: NewCard, day: Date | null): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO cards (id, municipality_id, gathering_id, table_id, guest_id, place, position)
      SELECT ${id}::uuid, ${municipalityId}::uuid, ${gatheringId}::uuid, ${tableId}::uuid, ${guestId}::uuid, ${place}::"CardPlace", coalesce(max(position), 0) + 1 FROM cards WHERE table_id = ${tableId}::uuid`;
    if (day !== null) await tx.$executeRaw`UPDATE contributions SET created_at = ${day}, submitted_at = CASE WHEN submitted_at IS NULL THEN NULL ELSE ${day}::timestamptz END WHERE id = ${id}::uuid`;
  }

  /** @param isLocked nobody else changes it until the end of the transaction */
  async find(tx: Transaction, id: string, isLocked = false): Promise<Card | null> {
    if (isLocked) await tx.$queryRaw`SELECT 1 FROM cards WHERE id = ${id}::uuid FOR UPDATE`;
    const rows = await tx.$queryRaw<Card[]>`SELECT ${cardColumns} FROM ${cardTables} WHERE k.id = ${id}::uuid`;
    return rows[0] ?? null;
  }

  /** Cards of a gathering that were not taken back, by table and place. */
  async findMany(tx: Transaction, municipalityId: string, gatheringId: string): Promise<Card[]> {
    return tx.$queryRaw<Card[]>`
      SELECT ${cardColumns} FROM ${cardTables} WHERE k.municipality_id = ${municipalityId}::uuid AND k.gathering_id = ${gatheringId}::uuid AND c.state <> 'withdrawn' ORDER BY k.table_id, k.position, k.id LIMIT ${MOST}`;
  }

  /** Cards of a municipality by their ids, also those that were taken back. */
  async findByIds(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<Card[]> {
    return tx.$queryRaw<Card[]>`SELECT ${cardColumns} FROM ${cardTables} WHERE k.municipality_id = ${municipalityId}::uuid AND k.id = ANY(${[...ids]}::uuid[]) ORDER BY k.id`;
  }

  /** A card from now on is somewhere else; what was reported of it is dealt with. @param reason that its author reads */
  async setPlace(tx: Transaction, id: string, place: CardPlaceName, reason: string | null): Promise<void> {
    await tx.$executeRaw`UPDATE cards SET place = ${place}::"CardPlace", reason = ${reason}, report = NULL WHERE id = ${id}::uuid`;
  }

  async setReport(tx: Transaction, id: string, report: string): Promise<void> {
    await tx.$executeRaw`UPDATE cards SET report = ${report} WHERE id = ${id}::uuid`;
  }

  /** Ids of a table's cards in order, locked. */
  async lockTable(tx: Transaction, tableId: string): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM cards WHERE table_id = ${tableId}::uuid ORDER BY position, id FOR UPDATE`;
    return rows.map(({ id }) => id);
  }

  /** Puts a card to a table and gives that table's cards their order. */
  async arrange(tx: Transaction, id: string, to: { readonly tableId: string; readonly sectionId: string }, order: readonly string[]): Promise<void> {
    await tx.$executeRaw`UPDATE cards SET table_id = ${to.tableId}::uuid WHERE id = ${id}::uuid`;
    await tx.$executeRaw`UPDATE contributions SET section_id = ${to.sectionId}::uuid WHERE id = ${id}::uuid AND target = 'section'`;
    await tx.$executeRaw`UPDATE cards SET position = o.position FROM unnest(${[...order]}::uuid[]) WITH ORDINALITY AS o (id, position) WHERE cards.id = o.id`;
  }

  /** Moves all cards of a gathering from one place to another. @returns how many */
  async moveAll(tx: Transaction, municipalityId: string, gatheringId: string, from: CardPlaceName, to: CardPlaceName): Promise<number> {
    return tx.$executeRaw`UPDATE cards SET place = ${to}::"CardPlace" WHERE municipality_id = ${municipalityId}::uuid AND gathering_id = ${gatheringId}::uuid AND place = ${from}::"CardPlace"`;
  }

  /** What a guest has written counts for an organisation, or for none; what is answered stays as it was answered. */
  async setOrganisation(tx: Transaction, guestId: string, organisationId: string | null): Promise<void> {
    await tx.$executeRaw`UPDATE contributions c SET organisation_id = ${organisationId}::uuid FROM cards k WHERE k.id = c.id AND k.guest_id = ${guestId}::uuid AND c.state IN ('held', 'submitted')`;
  }
}
