import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { ConceptReader, LineageReader } from '@konzeptwerkstatt/concept';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { Prisma, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Contribution, ContributionKind, ContributionReply, ContributionState } from '../domain/contribution.js';
import type { ResponseStanding } from '../domain/response-proposal.policy.js';
import { contributionColumns } from '../persistence/contribution.repository.js';
import { MentionReader } from './mention.reader.js';

/** Which contributions somebody wants to see, of those she may. */
export interface ContributionFilter {
  readonly editionId?: string | null;
  readonly sectionId?: string | null;
  /** A goal or measure: what was said about it or led to it, in its edition and in those it goes back to. */
  readonly objectId?: string | null;
  /** `own`: made by the viewer; `organisation`: by or for the acting organisation; `to_release`: waiting for it; `to_accept`: with a proposed answer in time that neither of them has said anything to; `to_advise`: open, and the acting organisation is asked for its advice; `to_assign`: open, nobody is asked to answer or has begun to, and the viewer may. */
  readonly whose?: 'own' | 'organisation' | 'to_release' | 'to_accept' | 'to_advise' | 'to_assign' | null;
  readonly states?: readonly ContributionState[] | null;
  readonly kinds?: readonly ContributionKind[] | null;
  readonly organisationId?: string | null;
  /** To be answered by an office. */
  readonly assignedOrganisationId?: string | null;
  /** Not answered yet, with an answer that stands so; only where the viewer answers. */
  readonly standing?: ResponseStanding | null;
  /** Part of the words. */
  readonly search?: string | null;
}

export interface Slice {
  readonly offset: number;
  readonly limit: number;
}

/** The reaction to the answer as it is proposed now, as the beginning of a condition on `contribution_responses r`. */
const reactionTo = Prisma.sql`SELECT 1 FROM proposal_reactions x WHERE x.subject_id = r.subject_id AND x.response_revision = r.revision`;
/** The contributions an answer `r` is for, with whether there is somebody to ask; the same rules as `standingOf`. */
const askedBy = Prisma.sql`SELECT 1 FROM contributions a WHERE coalesce(a.bundle_id, a.id) = r.subject_id AND a.state IN ('submitted', 'answered') AND (a.contributor_id IS NOT NULL OR a.organisation_id IS NOT NULL)`;
const isObjected = Prisma.sql`EXISTS (${askedBy} AND EXISTS (${reactionTo} AND x.contribution_id = a.id AND NOT x.is_accepted))`;
const isAcceptedByAll = Prisma.sql`NOT EXISTS (${askedBy} AND NOT EXISTS (${reactionTo} AND x.contribution_id = a.id AND x.is_accepted))`;

/** How an answer `r` stands. */
const standings: Readonly<Record<ResponseStanding, Prisma.Sql>> = {
  not_proposed: Prisma.sql`r.proposed_until IS NULL`,
  objected: Prisma.sql`r.proposed_until IS NOT NULL AND ${isObjected}`,
  accepted: Prisma.sql`r.proposed_until IS NOT NULL AND NOT ${isObjected} AND (r.proposed_until <= now() OR ${isAcceptedByAll})`,
  open: Prisma.sql`r.proposed_until > now() AND NOT ${isObjected} AND NOT ${isAcceptedByAll}`,
};
const responseOf = Prisma.sql`SELECT 1 FROM contribution_responses r WHERE r.subject_id = coalesce(c.bundle_id, c.id) AND r.published_at IS NULL`;

/** What a contribution was cut into; the parts are answered instead. */
const partsOf = Prisma.sql`SELECT 1 FROM contributions p WHERE p.part_of_id = c.id AND p.state <> 'withdrawn'`;

/** What a contribution has led to by itself, also before it was bundled, or with all of its bundle. */
const outcomeOf = Prisma.sql`SELECT 1 FROM contribution_outcomes o WHERE o.subject_id IN (c.id, c.bundle_id)`;

/** Cards wait for the moderators of their gathering. */
const isNoCard = Prisma.sql`NOT EXISTS (SELECT 1 FROM cards k WHERE k.id = c.id)`;

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A row of a page, with how many there are in all. */
export type ListedContribution = Contribution & { readonly total: number };

/** Reads contributions as one visitor may see them. */
@Injectable()
export class ContributionReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(LineageReader) private readonly lineage: LineageReader,
    @Inject(MentionReader) private readonly mentions: MentionReader,
  ) {}

  /** The newest first. Nothing for whoever works in no municipality. */
  async list(actor: Actor, filter: ContributionFilter, { offset, limit }: Slice): Promise<ListedContribution[]> {
    const visible = await this.visibleTo(actor);
    if (visible === null) return [];
    const objects = filter.objectId ? await this.lineage.kin(null, filter.objectId) : [];
    return this.database.client.$queryRaw<ListedContribution[]>`
      SELECT ${contributionColumns}, (count(*) OVER ())::int AS total FROM contributions c
      WHERE ${visible} AND ${this.condition(actor, filter, { answered: await this.answeredBy(actor), objects })} ORDER BY coalesce(c.submitted_at, c.created_at) DESC, c.id DESC LIMIT ${limit} OFFSET ${offset}`;
  }

  /**
   * The open ones of an edition: released, not taken back, without a published answer. Of one that was cut into parts only the parts that are open; their texts name whom they
   * mention. The newest first; nothing for whoever works in no municipality.
   */
  async open(actor: Actor, editionId: string, limit: number): Promise<ListedContribution[]> {
    const visible = await this.visibleTo(actor);
    if (visible === null) return [];
    const rows = await this.database.client.$queryRaw<ListedContribution[]>`
      SELECT ${contributionColumns}, (count(*) OVER ())::int AS total FROM contributions c
      WHERE ${visible} AND c.edition_id = ${editionId}::uuid AND c.state = 'submitted'
        AND NOT EXISTS (${partsOf})
      ORDER BY coalesce(c.submitted_at, c.created_at) DESC, c.id DESC LIMIT ${limit}`;
    return this.mentions.shown(rows);
  }

  /** How many there are of each state and kind, in an edition. */
  async counts(actor: Actor, editionId: string): Promise<{ state: ContributionState; kind: ContributionKind; count: number }[]> {
    const visible = await this.visibleTo(actor);
    if (visible === null) return [];
    return this.database.client.$queryRaw`
      SELECT c.state::text AS state, c.kind::text AS kind, count(*)::int AS count FROM contributions c
      WHERE ${visible} AND c.edition_id = ${editionId}::uuid AND c.state <> 'withdrawn' GROUP BY c.state, c.kind ORDER BY c.state, c.kind`;
  }

  /** What is said below contributions, the oldest first. Rights are the caller's question. */
  replies(municipalityId: string, contributionIds: readonly string[]): Promise<ContributionReply[]> {
    return this.database.client.$queryRaw<ContributionReply[]>`
      SELECT id::text, contribution_id::text AS "contributionId", person_id::text AS "personId", organisation_id::text AS "organisationId", text, language, created_at AS "createdAt"
      FROM contribution_replies WHERE municipality_id = ${municipalityId}::uuid AND contribution_id = ANY (${[...contributionIds]}::uuid[]) ORDER BY created_at, id`;
  }

  /** What contributions were cut into, in the order of the text. Rights are the caller's question. */
  partsOf(municipalityId: string, ids: readonly string[]): Promise<Contribution[]> {
    return this.database.client.$queryRaw<Contribution[]>`
      SELECT ${contributionColumns} FROM contributions c WHERE c.municipality_id = ${municipalityId}::uuid AND c.part_of_id = ANY (${[...ids]}::uuid[]) ORDER BY c.id`;
  }

  /** Whether an organisation wants its contributions released. */
  async requiresRelease(municipalityId: string, organisationId: string): Promise<boolean> {
    const rows = await this.database.client.$queryRaw<unknown[]>`SELECT 1 FROM contribution_releases WHERE municipality_id = ${municipalityId}::uuid AND organisation_id = ${organisationId}::uuid`;
    return rows.length > 0;
  }

  /** What the actor may see, as a condition on `contributions c`; the same rules as ContributionAccess.mayRead. */
  private async visibleTo(actor: Actor): Promise<Prisma.Sql | null> {
    const { municipalityId, personId, organisationId } = actor;
    if (municipalityId === null) return null;
    const scope = await this.policy.scopeFilter(actor, 'contribution.read');
    const editions = [...scope.editionIds, ...(await this.concepts.editionsOfProcesses(municipalityId, scope.processIds)).map(({ editionId }) => editionId)];
    const speaks = organisationId !== null && (await this.policy.can(actor, 'organisation.administer', { municipalityId, organisationId }));
    return Prisma.sql`c.municipality_id = ${municipalityId}::uuid AND (c.contributor_id = ${personId ?? NOBODY}::uuid
      OR (c.state IN ('held', 'refused') AND c.way <> 'link' AND ${speaks} AND c.organisation_id = ${organisationId ?? NOBODY}::uuid AND ${isNoCard})
      OR (c.state IN ('held', 'refused') AND c.way = 'link' AND ${await this.answeredBy(actor)})
      OR (c.state IN ('submitted', 'answered') AND (${scope.all} OR c.edition_id = ANY (${editions}::uuid[]) OR c.section_id = ANY (${[...scope.sectionIds]}::uuid[]))))`;
  }

  /** Where the actor may answer, and so may see who wrote a letter, as a condition on `contributions c`. */
  private async answeredBy(actor: Actor): Promise<Prisma.Sql> {
    const { all, editionIds, processIds } = await this.policy.scopeFilter(actor, 'contribution.answer');
    const editions = [...editionIds, ...(await this.concepts.editionsOfProcesses(actor.municipalityId ?? NOBODY, processIds)).map(({ editionId }) => editionId)];
    return Prisma.sql`(${all} OR c.edition_id = ANY (${editions}::uuid[]))`;
  }

  private condition({ personId, organisationId }: Actor, { editionId, sectionId, objectId, whose, states, kinds, organisationId: from, assignedOrganisationId, standing, search }: ContributionFilter, { answered, objects }: { readonly answered: Prisma.Sql; readonly objects: readonly string[] }): Prisma.Sql {
    const parts = [Prisma.sql`true`];
    // A goal or measure says which editions are meant.
    if (editionId && !objectId) parts.push(Prisma.sql`c.edition_id = ${editionId}::uuid`);
    if (sectionId) parts.push(Prisma.sql`(c.section_id = ${sectionId}::uuid OR EXISTS (${outcomeOf} AND o.section_id = ${sectionId}::uuid))`);
    if (objectId) parts.push(Prisma.sql`(c.object_id = ANY (${[...objects]}::uuid[]) OR EXISTS (${outcomeOf} AND o.object_id = ANY (${[...objects]}::uuid[])))`);
    if (from) parts.push(Prisma.sql`c.organisation_id = ${from}::uuid`);
    if (assignedOrganisationId) parts.push(Prisma.sql`c.assigned_organisation_id = ${assignedOrganisationId}::uuid`);
    if (states && states.length > 0) parts.push(Prisma.sql`c.state::text = ANY (${[...states]}::text[])`);
    if (kinds && kinds.length > 0) parts.push(Prisma.sql`c.kind::text = ANY (${[...kinds]}::text[])`);
    if (whose === 'own') parts.push(Prisma.sql`c.contributor_id = ${personId ?? NOBODY}::uuid`);
    if (whose === 'organisation') parts.push(Prisma.sql`c.organisation_id = ${organisationId ?? NOBODY}::uuid AND c.contributor_id IS DISTINCT FROM ${personId}::uuid`);
    if (whose === 'to_release') parts.push(Prisma.sql`c.state = 'held' AND c.organisation_id = ${organisationId ?? NOBODY}::uuid AND ${isNoCard}`);
    if (whose === 'to_accept') parts.push(Prisma.sql`c.state = 'submitted' AND (c.contributor_id = ${personId ?? NOBODY}::uuid OR c.organisation_id = ${organisationId ?? NOBODY}::uuid) AND EXISTS (${responseOf} AND r.proposed_until > now() AND NOT EXISTS (${reactionTo} AND x.contribution_id = c.id))`);
    if (whose === 'to_advise') parts.push(Prisma.sql`c.state = 'submitted' AND EXISTS (SELECT 1 FROM contribution_advices v WHERE v.contribution_id = c.id AND v.organisation_id = ${organisationId ?? NOBODY}::uuid AND v.given_at IS NULL)`);
    if (whose === 'to_assign') parts.push(Prisma.sql`c.state = 'submitted' AND ${answered} AND c.assigned_organisation_id IS NULL AND NOT EXISTS (${responseOf}) AND NOT EXISTS (${partsOf})`);
    if (standing) parts.push(Prisma.sql`c.state = 'submitted' AND ${answered} AND EXISTS (${responseOf} AND ${standings[standing]})`);
    const words = (search ?? '').trim().slice(0, 200).replaceAll(/[\\%_]/g, '\\$&');
    if (words !== '') parts.push(Prisma.sql`(c.text ILIKE ${`%${words}%`} OR c.title ILIKE ${`%${words}%`} OR c.quote ILIKE ${`%${words}%`} OR (${answered} AND c.sender ILIKE ${`%${words}%`}))`);
    return Prisma.join(parts, ' AND ');
  }
}
