import { Inject, Injectable } from '@nestjs/common';
import type { PersonalDataSource } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { namelessText } from '../domain/mention.policy.js';

type Rows = readonly Record<string, unknown>[];

/** Whom she mentions are others, who are not named in her file. */
const withoutNames = (rows: Rows): Rows => rows.map((row) => ({ ...row, text: namelessText(String(row['text'])) }));

/** A person's contributions, and those she entered for others, with the answers to them, for the file of her own data. */
@Injectable()
export class ContributionDataSource implements PersonalDataSource {
  readonly name = 'contributions';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  async read(personId: string): Promise<Rows> {
    return withoutNames(await this.database.client.$queryRaw<Rows>`
      SELECT c.kind::text, c.target::text, c.title, c.text, c.quote, c.replacement, c.language, c.state::text, c.created_at AS "createdAt", c.submitted_at AS "submittedAt", c.withdrawn_at AS "withdrawnAt", c.refusal_reason AS "refusalReason",
        c.entered_by_id = ${personId}::uuid AS "enteredForOthers", r.verdict::text AS "answerVerdict", r.reasons AS "answerReasons", r.published_at AS "answeredAt"
      FROM contributions c LEFT JOIN contribution_responses r ON r.subject_id = COALESCE(c.bundle_id, c.id) AND r.published_at IS NOT NULL
      WHERE c.contributor_id = ${personId}::uuid OR c.entered_by_id = ${personId}::uuid ORDER BY c.created_at`);
  }
}

/** What a person wrote below contributions. */
@Injectable()
export class ReplyDataSource implements PersonalDataSource {
  readonly name = 'contributionReplies';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  async read(personId: string): Promise<Rows> {
    return withoutNames(await this.database.client.$queryRaw<Rows>`SELECT text, language, created_at AS "createdAt" FROM contribution_replies WHERE person_id = ${personId}::uuid ORDER BY created_at`);
  }
}

/** What a person advised on contributions for her organisation. */
@Injectable()
export class AdviceDataSource implements PersonalDataSource {
  readonly name = 'contributionAdvices';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`SELECT advice AS "text", advice_language AS "language", given_at AS "givenAt" FROM contribution_advices WHERE given_by_id = ${personId}::uuid ORDER BY given_at`;
  }
}

/** Where a person is mentioned, as addresses of the client: the words are others'. */
@Injectable()
export class MentionDataSource implements PersonalDataSource {
  readonly name = 'contributionMentions';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`
      SELECT '/rueckmeldungen/' || m.contribution_id AS "path", coalesce(r.created_at, c.created_at) AS "mentionedAt"
      FROM contribution_mentions m JOIN contributions c ON c.id = m.contribution_id LEFT JOIN contribution_replies r ON r.id = m.reply_id WHERE m.person_id = ${personId}::uuid ORDER BY 2`;
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

/** What a person said to answers that were proposed to her or her organisation. */
@Injectable()
export class ProposalReactionDataSource implements PersonalDataSource {
  readonly name = 'proposalReactions';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`SELECT is_accepted AS "isAccepted", reason, reacted_at AS "reactedAt" FROM proposal_reactions WHERE person_id = ${personId}::uuid ORDER BY reacted_at`;
  }
}

/** How a person rated concepts. */
@Injectable()
export class AssessmentDataSource implements PersonalDataSource {
  readonly name = 'conceptAssessments';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`
      SELECT r.criterion, r.rating, r.comment, a.handed_in_at AS "handedInAt" FROM concept_assessments a JOIN concept_assessment_ratings r ON r.assessment_id = a.id
      WHERE a.person_id = ${personId}::uuid ORDER BY a.created_at, r.criterion`;
  }
}
