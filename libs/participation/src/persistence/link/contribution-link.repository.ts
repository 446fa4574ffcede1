import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { hashToken } from '@konzeptwerkstatt/platform-auth';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { Contribution } from '../../domain/contribution.js';
import type { ContributionLink } from '../../domain/link/contribution-link.js';
import { contributionColumns } from '../contribution.repository.js';

export type NewContributionLink = Omit<ContributionLink, 'createdAt' | 'revokedAt'> & { readonly token: string; readonly createdById: string | null };

/** A link with how much came by it. */
export type ListedLink = ContributionLink & { readonly contributionCount: number; readonly isOver: boolean };

const linkColumns = Prisma.sql`
  l.id::text, l.municipality_id::text AS "municipalityId", l.edition_id::text AS "editionId", l.section_ids::text[] AS "sectionIds", l.title, l.needs_release AS "needsRelease",
  l.created_at AS "createdAt", l.expires_at AS "expiresAt", l.revoked_at AS "revokedAt"`;
const isOver = Prisma.sql`(l.revoked_at IS NOT NULL OR l.expires_at <= now())`;

/** Stores links for people without an account, and with which key each comes back. Of tokens and keys only hashes are stored. */
@Injectable()
export class ContributionLinkRepository {
  async insert(tx: Transaction, l: NewContributionLink): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO contribution_links (id, municipality_id, edition_id, section_ids, title, token_hash, needs_release, created_by_id, expires_at)
      VALUES (${l.id}::uuid, ${l.municipalityId}::uuid, ${l.editionId}::uuid, ${[...l.sectionIds]}::uuid[], ${l.title}, ${hashToken(l.token)}, ${l.needsRelease}, ${l.createdById}::uuid, ${l.expiresAt})`;
  }

  /** The link that a token opens; null when it is unknown, over or ended. */
  async findByToken(tx: Transaction, token: string): Promise<ContributionLink | null> {
    const rows = await tx.$queryRaw<ContributionLink[]>`SELECT ${linkColumns} FROM contribution_links l WHERE l.token_hash = ${hashToken(token)} AND NOT ${isOver}`;
    return rows[0] ?? null;
  }

  /** Whichever municipality's; rights are the caller's question. */
  async find(tx: Transaction, id: string): Promise<ContributionLink | null> {
    const rows = await tx.$queryRaw<ContributionLink[]>`SELECT ${linkColumns} FROM contribution_links l WHERE l.id = ${id}::uuid`;
    return rows[0] ?? null;
  }

  /** The newest first. */
  async findMany(tx: Transaction, municipalityId: string, editionId: string): Promise<ListedLink[]> {
    return tx.$queryRaw<ListedLink[]>`
      SELECT ${linkColumns}, ${isOver} AS "isOver", (SELECT count(*)::int FROM contribution_senders s WHERE s.municipality_id = l.municipality_id AND s.link_id = l.id) AS "contributionCount"
      FROM contribution_links l WHERE l.municipality_id = ${municipalityId}::uuid AND l.edition_id = ${editionId}::uuid ORDER BY l.created_at DESC, l.id DESC LIMIT 100`;
  }

  /** For whom a link was made, in the office's words; null when it is gone. */
  async findTitle(tx: Transaction, municipalityId: string, id: string): Promise<string | null> {
    const rows = await tx.$queryRaw<{ title: string }[]>`SELECT title FROM contribution_links WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid`;
    return rows[0]?.title ?? null;
  }

  /** Ends a link; one that was ended stays so. */
  async revoke(tx: Transaction, { municipalityId, id }: Pick<ContributionLink, 'municipalityId' | 'id'>): Promise<void> {
    await tx.$executeRaw`UPDATE contribution_links SET revoked_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid AND revoked_at IS NULL`;
  }

  async insertSender(tx: Transaction, { municipalityId, contributionId, linkId, key }: { readonly municipalityId: string; readonly contributionId: string; readonly linkId: string; readonly key: string }): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO contribution_senders (contribution_id, municipality_id, link_id, key_hash) VALUES (${contributionId}::uuid, ${municipalityId}::uuid, ${linkId}::uuid, ${hashToken(key)})`;
  }

  /** What was sent with a key, the newest first. @param isLocked nobody else changes it until the end of the transaction */
  async findSent(tx: Transaction, key: string, isLocked = false): Promise<Contribution[]> {
    const lock = isLocked ? Prisma.sql`FOR UPDATE OF c` : Prisma.empty;
    return tx.$queryRaw<Contribution[]>`
      SELECT ${contributionColumns} FROM contribution_senders s JOIN contributions c ON c.id = s.contribution_id AND c.municipality_id = s.municipality_id
      WHERE s.key_hash = ${hashToken(key)} ORDER BY c.created_at DESC, c.id DESC LIMIT 200 ${lock}`;
  }

  /** Takes off contributions what their sender said of herself. */
  async forgetSender(tx: Transaction, municipalityId: string, contributionIds: readonly string[]): Promise<void> {
    await tx.$executeRaw`UPDATE contributions SET sender = NULL WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...contributionIds]}::uuid[])`;
  }

  /** Takes the person off the links she made; they go on. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    await tx.$executeRaw`UPDATE contribution_links SET created_by_id = NULL WHERE created_by_id = ${personId}::uuid`;
  }

  async removeMunicipality(tx: Transaction, municipalityId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM contribution_senders WHERE municipality_id = ${municipalityId}::uuid`;
    await tx.$executeRaw`DELETE FROM contribution_links WHERE municipality_id = ${municipalityId}::uuid`;
  }
}
