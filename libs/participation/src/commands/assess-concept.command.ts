import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, notFound } from '@konzeptwerkstatt/kernel';
import { assessmentHandedIn, assessmentSaved } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { ratingProblems } from '../domain/assessment.policy.js';
import type { Rating } from '../domain/assessment.policy.js';
import { participationError, throwProblems } from '../domain/participation.errors.js';
import { AssessmentRepository } from '../persistence/assessment.repository.js';
import { ContributionAccess } from '../queries/contribution.access.js';

/** Lets somebody rate a concept by the criteria of the source: as often as she likes until she hands it in, and not any more then. */
@Injectable()
export class AssessConceptCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(AssessmentRepository) private readonly assessments: AssessmentRepository,
  ) {}

  /**
   * @param ratings all of hers: what is left out is gone
   * @param isHandedIn from then on it counts among the others, who see it only together
   * @returns the edition's id
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError RATING_INVALID, RATING_REQUIRED, COMMENT_TOO_LONG, TEXT_NOT_STORABLE, ASSESSMENT_CLOSED
   */
  async run(context: CommandContext, editionId: string, ratings: readonly Rating[], isHandedIn: boolean): Promise<string> {
    const { personId, organisationId } = context.actor;
    const place = await this.access.findPlace(editionId, null);
    if (place === null) throw notFound();
    await this.access.requireSubmit(context.actor, place);
    if (personId === null) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    throwProblems(ratingProblems(ratings, isHandedIn));
    const { municipalityId } = place;
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const { id, handedInAt } = await this.assessments.begin(tx, { municipalityId, editionId, personId }, organisationId);
      if (handedInAt !== null) throw participationError('ASSESSMENT_CLOSED', ['ratings']);
      await this.assessments.saveRatings(tx, municipalityId, id, ratings);
      if (isHandedIn) await this.assessments.handIn(tx, municipalityId, id);
      events.record(isHandedIn ? assessmentHandedIn : assessmentSaved, { municipalityId, editionId: null, aggregateType: 'assessment', aggregateId: id, payload: { assessmentId: id, editionId } });
      return editionId;
    });
  }
}
