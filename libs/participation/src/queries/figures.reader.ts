import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AuthorshipReader, ConceptReader } from '@konzeptwerkstatt/concept';
import type { EditionRecord, SectionRecord } from '@konzeptwerkstatt/concept';
import { IdentityReader, ORGANISATION_KINDS } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { fateOf, missingKinds, monthsOf, tableOf } from '../domain/figures.policy.js';
import type { CountedContributions, FigureTable, MonthFigures } from '../domain/figures.policy.js';
import type { ResponseVerdict } from '../domain/response.policy.js';
import { ContributionAccess } from './contribution.access.js';

/** Who takes part in a concept, by kind of organisation, by field of action and over time. */
export interface ParticipationFigures {
  readonly edition: EditionRecord;
  readonly contributionCount: number;
  /** By kind of organisation; the last line is those who speak for themselves. */
  readonly kinds: FigureTable;
  /** Organisations there are of each kind. */
  readonly organisationCounts: ReadonlyMap<string, number>;
  /** By field of action; the last line is everything else. */
  readonly fields: FigureTable;
  readonly sections: ReadonlyMap<string, SectionRecord>;
  readonly months: readonly MonthFigures[];
  readonly missingKinds: readonly string[];
}

interface Row {
  readonly organisationId: string | null;
  readonly sectionId: string | null;
  readonly verdict: ResponseVerdict | null;
  readonly isCut: boolean;
  readonly month: string;
  readonly answeredMonth: string | null;
  readonly count: number;
}

/** Reads who takes part, for those who may read contributions to the whole concept. Only what is released counts; persons are never counted. */
@Injectable()
export class FiguresReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(AuthorshipReader) private readonly authorship: AuthorshipReader,
  ) {}

  /** The figures of an edition; null when there is none or they are not for the actor. */
  async find(actor: Actor | null, editionId: string): Promise<ParticipationFigures | null> {
    const [edition] = await this.concepts.editionsByIds([editionId]);
    if (edition === undefined || !(await this.access.canAt(actor, 'contribution.read', { ...edition, sectionId: null }))) return null;
    const [organisations, sections] = await Promise.all([this.identity.organisations(edition.municipalityId), this.concepts.sectionsOfEdition(editionId)]);
    const fields = sections.filter(({ kind }) => kind === 'field_of_action');
    const counted = await this.count(edition);
    const isField = new Set(fields.map(({ sectionId }) => sectionId));
    return {
      edition, contributionCount: counted.reduce((sum, { count }) => sum + count, 0),
      kinds: tableOf(counted, [...ORGANISATION_KINDS, null], ({ kind }) => kind),
      organisationCounts: new Map(ORGANISATION_KINDS.map((kind) => [kind, organisations.filter((organisation) => organisation.kind === kind).length])),
      fields: tableOf(counted, [...isField, null], ({ sectionId }) => (sectionId !== null && isField.has(sectionId) ? sectionId : null)),
      sections: new Map(fields.map((section) => [section.sectionId, section])), months: monthsOf(counted), missingKinds: missingKinds(counted, ORGANISATION_KINDS),
    };
  }

  /** How much of the text is of each kind of organisation, in whole per cent; null where the municipality shows no numbers beside authors. */
  async words(actor: Actor | null, { editionId, municipalityId, ...edition }: EditionRecord): Promise<ReadonlyMap<string, number> | null> {
    const { shares, names } = await this.authorship.ofEdition(actor, { editionId, municipalityId, ...edition });
    if (names === null) return null;
    const kinds = await this.kindsOf(shares.flatMap(({ organisationId }) => organisationId ?? []));
    const total = shares.reduce((sum, { characters }) => sum + characters, 0);
    const written = (kind: string): number => shares.filter(({ organisationId }) => organisationId !== null && kinds.get(organisationId) === kind).reduce((sum, { characters }) => sum + characters, 0);
    return new Map(ORGANISATION_KINDS.map((kind) => [kind, total === 0 ? 0 : Math.round((100 * written(kind)) / total)]));
  }

  private async count({ municipalityId, editionId }: EditionRecord): Promise<CountedContributions[]> {
    const rows = await this.database.client.$queryRaw<Row[]>`
      SELECT c.organisation_id::text AS "organisationId", c.section_id::text AS "sectionId", r.verdict::text AS verdict,
        EXISTS (SELECT 1 FROM contributions p WHERE p.part_of_id = c.id) AS "isCut",
        to_char(c.submitted_at AT TIME ZONE 'Europe/Berlin', 'YYYY-MM') AS month, to_char(r.published_at AT TIME ZONE 'Europe/Berlin', 'YYYY-MM') AS "answeredMonth", count(*)::int AS count
      FROM contributions c LEFT JOIN contribution_responses r ON r.subject_id = coalesce(c.bundle_id, c.id) AND r.municipality_id = c.municipality_id AND r.published_at IS NOT NULL
      WHERE c.municipality_id = ${municipalityId}::uuid AND c.edition_id = ${editionId}::uuid AND c.state IN ('submitted', 'answered') AND c.part_of_id IS NULL
      GROUP BY 1, 2, 3, 4, 5, 6`;
    const kinds = await this.kindsOf(rows.flatMap(({ organisationId }) => organisationId ?? []));
    return rows.map(({ verdict, isCut, organisationId, ...row }) => ({ ...row, organisationId, kind: organisationId === null ? null : kinds.get(organisationId) ?? null, fate: fateOf(verdict, isCut) }));
  }

  /** Kinds of organisations, also of those that have left since. */
  private async kindsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.identity.organisationsBehindRows([...new Set(ids)])).map(({ id, kind }) => [id, kind]));
  }
}
