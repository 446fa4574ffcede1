import { Inject, Injectable } from '@nestjs/common';
import type { PersonalDataSource } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';

type Rows = readonly Record<string, unknown>[];

/** A person's contributions, for the file of her own data. */
@Injectable()
export class ContributionDataSource implements PersonalDataSource {
  readonly name = 'contributions';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`
      SELECT kind::text, target::text, title, text, quote, replacement, language, state::text, created_at AS "createdAt", submitted_at AS "submittedAt", withdrawn_at AS "withdrawnAt"
      FROM contributions WHERE contributor_id = ${personId}::uuid ORDER BY created_at`;
  }
}

/** What a person wrote below contributions. */
@Injectable()
export class ReplyDataSource implements PersonalDataSource {
  readonly name = 'contributionReplies';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`SELECT text, language, created_at AS "createdAt" FROM contribution_replies WHERE person_id = ${personId}::uuid ORDER BY created_at`;
  }
}

/** What a person has handed in for her organisation, or released. */
@Injectable()
export class InquiryDataSource implements PersonalDataSource {
  readonly name = 'inquirySubmissions';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`
      SELECT i.title, s.lines, s.way::text, s.handed_in_at AS "handedInAt", s.released_at AS "releasedAt"
      FROM inquiry_submissions s JOIN inquiry_recipients r ON r.id = s.recipient_id JOIN inquiries i ON i.id = r.inquiry_id
      WHERE s.handed_in_by_id = ${personId}::uuid OR s.released_by_id = ${personId}::uuid ORDER BY s.handed_in_at`;
  }
}
