import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { CheckFactsReader, ConceptReader } from '@konzeptwerkstatt/concept';
import type { EditionRecord } from '@konzeptwerkstatt/concept';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { resultsOf } from '../domain/assessment.policy.js';
import type { CriterionResult, Rating } from '../domain/assessment.policy.js';
import { findingsOf } from '../domain/check.policy.js';
import type { CheckedSurroundings, Finding } from '../domain/check.policy.js';
import { namelessText } from '../domain/mention.policy.js';
import { AssessmentRepository } from '../persistence/assessment.repository.js';
import { ContributionAccess } from './contribution.access.js';
import { FiguresReader } from './figures.reader.js';

/** How people rate a concept, as one of them may see it. */
export interface ConceptAssessments {
  readonly mayAssess: boolean;
  /** Her own; null before she has begun. */
  readonly own: { readonly handedInAt: Date | null; readonly ratings: readonly Rating[] } | null;
  readonly handedInCount: number;
  /** Null until she has handed in her own, and while there are too few. */
  readonly results: readonly CriterionResult[] | null;
  /** Names of who commented, where the municipality shows names. */
  readonly names: ReadonlyMap<string, string>;
}

/** Checks a concept: what can be seen by counting, and how people see it. For those who may read contributions to all of it. */
@Injectable()
export class CheckReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(CheckFactsReader) private readonly facts: CheckFactsReader,
    @Inject(FiguresReader) private readonly figures: FiguresReader,
    @Inject(AssessmentRepository) private readonly stored: AssessmentRepository,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** What can be seen by counting; null when there is no such edition or it is not for the actor. */
  async findings(actor: Actor | null, editionId: string): Promise<Finding[] | null> {
    const figures = await this.figures.find(actor, editionId);
    if (figures === null) return null;
    const { edition, missingKinds } = figures;
    const [facts, openContributions] = await Promise.all([this.facts.find(edition.municipalityId, editionId), this.openContributions(edition)]);
    return findingsOf(facts, { isAdopted: edition.isFrozen, openContributions, missingKinds });
  }

  /** How people see it; null as `findings`. */
  async assessments(actor: Actor | null, editionId: string): Promise<ConceptAssessments | null> {
    const [edition] = await this.concepts.editionsByIds([editionId]);
    const place = edition === undefined ? null : { ...edition, sectionId: null };
    if (edition === undefined || place === null || !(await this.access.canAt(actor, 'contribution.read', place))) return null;
    const { municipalityId } = edition;
    const { client } = this.database;
    const personId = actor?.personId ?? null;
    const own = personId === null ? null : await this.stored.find(client, { municipalityId, editionId, personId });
    const handedInCount = await this.stored.countHandedIn(client, municipalityId, editionId);
    const results = own?.handedInAt ? resultsOf(await this.stored.handedIn(client, municipalityId, editionId), handedInCount) : null;
    return {
      mayAssess: personId !== null && (await this.access.canAt(actor, 'contribution.submit', place)), handedInCount, results, names: await this.namesIn(municipalityId, results ?? []),
      own: own === null ? null : { handedInAt: own.handedInAt, ratings: await this.stored.ratings(client, municipalityId, own.id) },
    };
  }

  private async namesIn(municipalityId: string, results: readonly CriterionResult[]): Promise<ReadonlyMap<string, string>> {
    const [municipality] = await this.identity.municipalitiesByIds([municipalityId]);
    const ids = results.flatMap(({ comments }) => comments.flatMap(({ personId }) => personId ?? []));
    return municipality?.showsAuthorshipDetail === true && ids.length > 0 ? this.identity.personNames([...new Set(ids)]) : new Map();
  }

  private async openContributions({ municipalityId, editionId }: EditionRecord): Promise<CheckedSurroundings['openContributions']> {
    const rows = await this.database.client.$queryRaw<CheckedSurroundings['openContributions']>`
      SELECT c.id::text, coalesce(nullif(c.title, ''), nullif(c.text, ''), c.quote, '') AS title, c.language, c.section_id::text AS "sectionId" FROM contributions c
      WHERE c.municipality_id = ${municipalityId}::uuid AND c.edition_id = ${editionId}::uuid AND c.state = 'submitted' AND NOT EXISTS (SELECT 1 FROM contributions p WHERE p.part_of_id = c.id)
      ORDER BY c.submitted_at, c.id`;
    return rows.map((row) => ({ ...row, title: namelessText(row.title).slice(0, 120) }));
  }
}
