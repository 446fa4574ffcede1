import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, notFound } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { subjectOf } from '../domain/contribution.js';
import type { Contribution } from '../domain/contribution.js';
import { participationError } from '../domain/participation.errors.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ResponseRepository } from '../persistence/response.repository.js';
import { ContributionAccess } from '../queries/contribution.access.js';

const MAX_AT_ONCE = 100;

/** What rights are asked of. */
const placeKey = ({ editionId, sectionId }: Contribution): string => `${editionId}/${sectionId ?? ''}`;

/** Finds contributions for somebody who answers them. */
@Injectable()
export class AnswerGate {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
  ) {}

  /** All of them, without repetition. @param field of the input, for refusals @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError TOO_MANY, SEVERAL_REQUIRED for none */
  async requireAnswer(actor: Actor, ids: readonly string[], field = 'contributionIds'): Promise<Contribution[]> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) throw participationError('SEVERAL_REQUIRED', [field]);
    if (wanted.length > MAX_AT_ONCE) throw participationError('TOO_MANY', [field]);
    const found: Contribution[] = [];
    for (const id of wanted) {
      const contribution = await this.access.requireRead(actor, await this.contributions.find(this.database.client, id));
      const place = await this.access.findPlace(contribution.editionId, contribution.sectionId);
      if (place === null) throw notFound();
      await this.access.requireAnswer(actor, place);
      found.push(contribution);
    }
    return found;
  }

  /**
   * The same for an answer, which is the answer to all of a bundle: the right is asked for every contribution in it.
   * @returns the chosen ones, and the ids of all that an answer to them reaches @throws as requireAnswer
   */
  async requireAnswerToAll(actor: Actor, ids: readonly string[], field?: string): Promise<{ readonly chosen: Contribution[]; readonly reached: ReadonlySet<string> }> {
    const chosen = await this.requireAnswer(actor, ids, field);
    const reached = new Set(chosen.map(({ id }) => id));
    const asked = new Set(chosen.map(placeKey));
    for (const contribution of await this.responses.findBySubjects(this.database.client, chosen.map(subjectOf))) {
      reached.add(contribution.id);
      if (asked.has(placeKey(contribution))) continue;
      asked.add(placeKey(contribution));
      if (!(await this.access.can(actor, 'contribution.answer', contribution))) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    }
    return { chosen, reached };
  }

  /** Whether the actor answers contributions anywhere in her municipality. */
  async answersAnywhere(actor: Actor | null): Promise<boolean> {
    const scope = await this.policy.scopeFilter(actor, 'contribution.answer');
    return actor !== null && actor.municipalityId !== null && (scope.all || scope.processIds.length > 0 || scope.editionIds.length > 0);
  }

  /** @returns the municipality @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async requireAnywhere(actor: Actor): Promise<string> {
    const municipalityId = actor.municipalityId ?? '';
    // The policy names the right refusal for those who may not.
    if (!(await this.answersAnywhere(actor))) await this.policy.require(actor, 'organisation.manage', municipalityId === '' ? null : { municipalityId });
    return municipalityId;
  }
}
