import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase, type MailState } from '@konzeptwerkstatt/platform-database';

/** A mail as the administrators of its municipality see it in the list; its text is opened one by one. */
export interface MailView {
  readonly id: string;
  readonly recipient: string;
  readonly kind: string;
  readonly language: string;
  readonly subject: string;
  readonly state: MailState;
  readonly attempts: number;
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  readonly hasText: boolean;
}

/** Which mails of a municipality. */
export interface MailListing {
  readonly states: readonly MailState[] | null;
  /** Instant and id of the last one known. */
  readonly after: readonly [Date, string] | null;
  readonly limit: number;
}

const fields = {
  id: true, recipient: true, kind: true, language: true, subject: true, state: true, attempts: true, failure: true, createdAt: true, settledAt: true,
} as const;

/** Reads the mails of a municipality, the newest first. */
@Injectable()
export class MailReader {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  async list(municipalityId: string, { states, after, limit }: MailListing): Promise<{ readonly rows: MailView[]; readonly count: () => Promise<number> }> {
    const where = { municipalityId, ...(states && states.length > 0 ? { state: { in: [...states] } } : {}) };
    const before = after ? { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] } : {};
    const rows = await this.database.client.mail.findMany({ where: { ...where, AND: [before] }, select: { ...fields, text: true }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit });
    return { rows: rows.map(({ text, ...row }) => ({ ...row, hasText: text !== null })), count: () => this.database.client.mail.count({ where }) };
  }

  async find(municipalityId: string, id: string): Promise<(MailView & { readonly text: string | null }) | null> {
    const row = await this.database.client.mail.findFirst({ where: { municipalityId, id }, select: { ...fields, text: true } });
    return row && { ...row, hasText: row.text !== null };
  }
}
