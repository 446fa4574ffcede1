import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { hashToken, newLinkToken } from '@konzeptwerkstatt/platform-auth';

/** A link that still works. */
export interface InquiryLink {
  readonly id: string;
  readonly municipalityId: string;
  readonly organisationId: string;
  readonly recipientIds: readonly string[];
  readonly expiresAt: Date;
}

export interface NewInquiryLink extends Omit<InquiryLink, 'id'> {
  readonly fromLinkId: string | null;
}

/** Links in mails with which organisations answer. Of the token, 256 random bits, the hash is stored; it stands behind `#` in the link. */
@Injectable()
export class InquiryLinkRepository {
  /** @returns the token, which is given out once and never again */
  async create(tx: Transaction, link: NewInquiryLink): Promise<string> {
    const token = newLinkToken();
    await tx.$executeRaw`
      INSERT INTO inquiry_links (id, municipality_id, organisation_id, recipient_ids, token_hash, from_link_id, expires_at)
      VALUES (${newId()}::uuid, ${link.municipalityId}::uuid, ${link.organisationId}::uuid, ${[...link.recipientIds]}::uuid[], ${hashToken(token)}, ${link.fromLinkId}::uuid, ${link.expiresAt})`;
    return token;
  }

  /** Looks at a link; null when it is unknown, over or taken back. */
  async find(tx: Transaction, token: string): Promise<InquiryLink | null> {
    const rows = await tx.$queryRaw<InquiryLink[]>`
      SELECT id::text, municipality_id::text AS "municipalityId", organisation_id::text AS "organisationId", recipient_ids::text[] AS "recipientIds", expires_at AS "expiresAt"
      FROM inquiry_links WHERE token_hash = ${hashToken(token)} AND revoked_at IS NULL AND expires_at > now()`;
    return rows[0] ?? null;
  }

  /** Takes back every link that reaches a recipient, and whatever their holders passed on. @returns all recipients that these links reached */
  async revoke(tx: Transaction, municipalityId: string, recipientId: string): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      WITH RECURSIVE reached AS (
        SELECT id FROM inquiry_links WHERE municipality_id = ${municipalityId}::uuid AND ${recipientId}::uuid = ANY (recipient_ids)
        UNION SELECT l.id FROM inquiry_links l JOIN reached ON l.from_link_id = reached.id WHERE l.municipality_id = ${municipalityId}::uuid
      ), revoked AS (
        UPDATE inquiry_links SET revoked_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id IN (SELECT id FROM reached) AND revoked_at IS NULL RETURNING recipient_ids
      )
      SELECT DISTINCT unnest(recipient_ids)::text AS id FROM revoked`;
    return rows.map(({ id }) => id);
  }

  /** Deletes links that ended a month ago: nothing needs their hashes any more. */
  async prune(tx: Transaction): Promise<void> {
    await tx.$executeRaw`DELETE FROM inquiry_links WHERE expires_at < now() - interval '30 days'`;
  }

  async notePassedOn(tx: Transaction, municipalityId: string, recipientId: string): Promise<void> {
    await tx.$executeRaw`UPDATE inquiry_recipients SET passed_on_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ${recipientId}::uuid`;
  }
}
