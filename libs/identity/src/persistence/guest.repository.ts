import { Inject, Injectable } from '@nestjs/common';
import type { RoomVisitor, Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { GuestDoorRecord, GuestRecord } from '../domain/guest.js';

/** What planning told of a gathering that welcomes guests. */
export interface GuestDoorFacts {
  readonly gatheringId: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly sectionIds: readonly string[];
  readonly guestsWrite: boolean;
  readonly opensAt: string;
  readonly closesAt: string;
}

export interface NewGuest {
  readonly id: string;
  readonly municipalityId: string;
  readonly gatheringId: string;
  readonly pseudonym: string;
  readonly language: string;
  readonly statedOrganisation: string | null;
  readonly tokenHash: string;
  readonly phraseHash: string;
}

const standing = Prisma.sql`CASE WHEN d.closes_at <= now() THEN 'over' WHEN d.opens_at > now() THEN 'early' ELSE 'open' END AS standing`;
const doorColumns = Prisma.sql`
  d.gathering_id::text AS "gatheringId", d.municipality_id::text AS "municipalityId", d.process_id::text AS "processId", d.opens_at AS "opensAt", d.closes_at AS "closesAt", d.code,
  extract(epoch FROM d.closes_at - now())::int AS "secondsLeft", ${standing}`;
const guestColumns = Prisma.sql`
  g.id::text, g.municipality_id::text AS "municipalityId", g.gathering_id::text AS "gatheringId", d.process_id::text AS "processId", g.pseudonym, g.language, g.stated_organisation AS "statedOrganisation",
  g.organisation_id::text AS "organisationId", g.blocked_reason AS "blockedReason", ${standing}`;

/** They go four weeks after their gathering, and a gathering takes five hundred. */
const MOST_STATING = 2_000;

/** Stores doors and guests of gatherings. Times are the database's. */
@Injectable()
export class GuestRepository {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** Opens a door, or moves one that is there; its code stays. */
  async saveDoor(tx: Transaction, { gatheringId, municipalityId, processId, sectionIds, guestsWrite, opensAt, closesAt }: GuestDoorFacts, code: string): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO guest_doors (gathering_id, municipality_id, process_id, section_ids, guests_write, opens_at, closes_at, code)
      VALUES (${gatheringId}::uuid, ${municipalityId}::uuid, ${processId}::uuid, ${[...sectionIds]}::uuid[], ${guestsWrite}, ${opensAt}::timestamptz, ${closesAt}::timestamptz, ${code})
      ON CONFLICT (gathering_id) DO UPDATE SET section_ids = excluded.section_ids, guests_write = excluded.guests_write, opens_at = excluded.opens_at, closes_at = excluded.closes_at`;
  }

  /** Whoever is inside is so no more; guests stay until their time has come. */
  async closeDoor(tx: Transaction, gatheringId: string): Promise<void> {
    await tx.$executeRaw`UPDATE guest_doors SET closes_at = least(closes_at, now()) WHERE gathering_id = ${gatheringId}::uuid`;
  }

  async setCode(tx: Transaction, gatheringId: string, code: string): Promise<void> {
    await tx.$executeRaw`UPDATE guest_doors SET code = ${code} WHERE gathering_id = ${gatheringId}::uuid`;
  }

  async findDoor(tx: Transaction, by: { readonly code: string } | { readonly gatheringId: string }): Promise<GuestDoorRecord | null> {
    const where = 'code' in by ? Prisma.sql`d.code = ${by.code}` : Prisma.sql`d.gathering_id = ${by.gatheringId}::uuid`;
    const rows = await tx.$queryRaw<GuestDoorRecord[]>`SELECT ${doorColumns} FROM guest_doors d WHERE ${where}`;
    return rows[0] ?? null;
  }

  /** Whether a gathering takes one more; somebody who is in already always fits. Others who come at the same moment wait until the transaction ends. */
  async hasRoom(tx: Transaction, { id, gatheringId }: Pick<NewGuest, 'id' | 'gatheringId'>, most: number): Promise<boolean> {
    await tx.$queryRaw`SELECT 1 AS locked FROM guest_doors WHERE gathering_id = ${gatheringId}::uuid FOR NO KEY UPDATE`;
    const rows = await tx.$queryRaw<{ hasRoom: boolean }[]>`SELECT count(*) < ${most}::int OR bool_or(id = ${id}::uuid) AS "hasRoom" FROM guests WHERE gathering_id = ${gatheringId}::uuid`;
    return rows[0]?.hasRoom === true;
  }

  /** Writes a guest; the same id again gets new keys, and stays who she is. @returns false when the pseudonym is taken */
  async insert(tx: Transaction, g: NewGuest): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`
      INSERT INTO guests (id, municipality_id, gathering_id, pseudonym, language, stated_organisation, token_hash, phrase_hash)
      SELECT ${g.id}::uuid, ${g.municipalityId}::uuid, ${g.gatheringId}::uuid, ${g.pseudonym}, ${g.language}, ${g.statedOrganisation}, ${g.tokenHash}, ${g.phraseHash}
      WHERE NOT EXISTS (SELECT 1 FROM guests WHERE gathering_id = ${g.gatheringId}::uuid AND pseudonym = ${g.pseudonym} AND id <> ${g.id}::uuid)
      ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash, phrase_hash = excluded.phrase_hash RETURNING 1`;
    return rows.length > 0;
  }

  find(tx: Transaction, id: string): Promise<GuestRecord | null> {
    return this.first(tx, Prisma.sql`g.id = ${id}::uuid`);
  }

  findByPhrase(tx: Transaction, gatheringId: string, phraseHash: string): Promise<GuestRecord | null> {
    return this.first(tx, Prisma.sql`g.gathering_id = ${gatheringId}::uuid AND g.phrase_hash = ${phraseHash}`);
  }

  /** Guests of a gathering by pseudonym. */
  async findMany(tx: Transaction, municipalityId: string, gatheringId: string): Promise<GuestRecord[]> {
    return tx.$queryRaw<GuestRecord[]>`
      SELECT ${guestColumns} FROM guests g JOIN guest_doors d ON d.gathering_id = g.gathering_id
      WHERE g.municipality_id = ${municipalityId}::uuid AND g.gathering_id = ${gatheringId}::uuid ORDER BY g.pseudonym`;
  }

  /** Guests who say where they come from, for whom nobody has confirmed it yet; the latest gatherings first. */
  async findStating(tx: Transaction, municipalityId: string): Promise<GuestRecord[]> {
    return tx.$queryRaw<GuestRecord[]>`
      SELECT ${guestColumns} FROM guests g JOIN guest_doors d ON d.gathering_id = g.gathering_id
      WHERE g.municipality_id = ${municipalityId}::uuid AND g.stated_organisation IS NOT NULL AND g.organisation_id IS NULL AND g.blocked_reason IS NULL ORDER BY d.opens_at DESC, g.pseudonym LIMIT ${MOST_STATING}`;
  }

  /** Pseudonyms by id; guests whose time has come are left out. */
  async pseudonyms(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.$queryRaw<{ id: string; pseudonym: string }[]>`SELECT id::text, pseudonym FROM guests WHERE id = ANY (${[...ids]}::uuid[])`;
    return new Map(rows.map(({ id, pseudonym }) => [id, pseudonym]));
  }

  /** @param tokenHash null: she has left */
  async setToken(tx: Transaction, id: string, tokenHash: string | null): Promise<void> {
    await tx.$executeRaw`UPDATE guests SET token_hash = ${tokenHash} WHERE id = ${id}::uuid`;
  }

  async setBlocked(tx: Transaction, id: string, reason: string | null): Promise<void> {
    await tx.$executeRaw`UPDATE guests SET blocked_reason = ${reason} WHERE id = ${id}::uuid`;
  }

  async setOrganisation(tx: Transaction, id: string, organisationId: string | null): Promise<void> {
    await tx.$executeRaw`UPDATE guests SET organisation_id = ${organisationId}::uuid WHERE id = ${id}::uuid`;
  }

  /** The same while nobody has said it yet. @returns whether nobody had */
  async setFirstOrganisation(tx: Transaction, id: string, organisationId: string | null): Promise<boolean> {
    return (await tx.$executeRaw`UPDATE guests SET organisation_id = ${organisationId}::uuid WHERE id = ${id}::uuid AND organisation_id IS NULL`) === 1;
  }

  /** Who a guest's token belongs to, at cursors too by her pseudonym only; she stays who she is after the gathering, and may then do nothing more in it. */
  async findVisitor(tokenHash: string): Promise<RoomVisitor | null> {
    const row = await this.first(this.database.client, Prisma.sql`g.token_hash = ${tokenHash}`);
    if (row === null) return null;
    const { id: guestId, municipalityId, gatheringId, organisationId, pseudonym } = row;
    return { actor: { kind: 'guest', personId: null, guestId, organisationId, gatheringId, municipalityId }, credentialId: guestId, personName: pseudonym, organisationName: '' };
  }

  private async first(tx: Transaction, where: Prisma.Sql): Promise<GuestRecord | null> {
    const rows = await tx.$queryRaw<GuestRecord[]>`SELECT ${guestColumns} FROM guests g JOIN guest_doors d ON d.gathering_id = g.gathering_id WHERE ${where}`;
    return rows[0] ?? null;
  }
}
