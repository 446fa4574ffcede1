import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { NumberedMeasure } from '@konzeptwerkstatt/concept';
import { inquiryAsked, sendInquiryMailsJob } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { questionsOf } from '../../domain/inquiry/inquiry-kind.policy.js';
import { REPEAT_MONTHS } from '../../domain/inquiry/inquiry-round.policy.js';
import { ownMeasures } from '../../domain/inquiry/own-measures.policy.js';
import { byOrganisation } from '../../domain/inquiry/unasked-party.policy.js';
import type { MeasuresByOrganisation } from '../../domain/inquiry/unasked-party.policy.js';
import { participationError } from '../../domain/participation.errors.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import { endOfDay, InquiryPlanReader } from '../../queries/inquiry/inquiry-plan.reader.js';
import type { PlannedInquiry, WantedInquiry } from '../../queries/inquiry/inquiry-plan.reader.js';
import { UnaskedPartyReader } from '../../queries/inquiry/unasked-party.reader.js';
import { InquiryAsking } from './inquiry-asking.js';

/** Which of the chosen measures an organisation is asked about: those of which nobody has asked it yet where that is wanted, otherwise its own. */
function measuresFor({ kind, measures }: PlannedInquiry, unasked: MeasuresByOrganisation, organisationId: string): readonly NumberedMeasure[] {
  const open = unasked.get(organisationId);
  return open === undefined ? ownMeasures(kind, measures, organisationId) : measures.filter(({ id }) => open.has(id));
}

/** Asks organisations something. */
@Injectable()
export class CreateInquiryCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(InquiryPlanReader) private readonly plans: InquiryPlanReader,
    @Inject(UnaskedPartyReader) private readonly unasked: UnaskedPartyReader,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryAsking) private readonly asking: InquiryAsking,
  ) {}

  /**
   * Begins an inquiry; the mails to those who are asked go out with the next round.
   * @returns its id
   * @throws as InquiryPlanReader.plan; ValidationError NOTHING_TO_ASK where only who is not asked yet is to be asked, and nobody is left
   */
  async run(context: CommandContext, wanted: WantedInquiry): Promise<string> {
    const plan = await this.plans.plan(context.actor, wanted);
    return this.unitOfWork.run(context, (unit) => this.begin(unit, context.actor, plan));
  }

  /** Writes a planned inquiry in the caller's transaction. @returns its id @throws ValidationError NOTHING_TO_ASK */
  async begin({ tx, events, jobs }: Unit<Transaction>, { personId, organisationId: createdByOrganisationId }: Pick<Actor, 'personId' | 'organisationId'>, plan: PlannedInquiry): Promise<string> {
    const { municipalityId, kind, editionId, remindDays, isExample = false } = plan;
    const unasked = await this.unaskedOf(tx, plan);
    const id = newId();
    const questions = questionsOf(kind, plan.ownQuestions);
    await this.inquiries.insert(tx, {
      id, municipalityId, editionId, kind, title: plan.title.trim(), introduction: plan.introduction.trim(), questions, closesAt: endOfDay(plan.closesOn), remindDays, repeatMonths: REPEAT_MONTHS.find((months) => months === plan.repeatMonths) ?? null, previousId: plan.previousId ?? null,
      isExample, createdById: personId, createdByOrganisationId,
    });
    const recipientIds: string[] = [];
    for (const organisationId of plan.organisationIds) recipientIds.push(await this.asking.ask(tx, { inquiry: { id, municipalityId, kind, questions }, organisationId }, { measures: measuresFor(plan, unasked, organisationId), kin: plan.kin }));
    events.record(inquiryAsked, { municipalityId, editionId: null, aggregateType: 'inquiry', aggregateId: id, payload: { inquiryId: id, editionId, recipientIds } });
    if (!isExample) jobs.enqueueAfterCommit(sendInquiryMailsJob, {});
    return id;
  }

  /** Decided here and not in the plan: whoever comes second finds asked what the first has asked. None where the inquiry is asked of everybody. */
  private async unaskedOf(tx: Transaction, { kind, editionId, municipalityId, measures, organisationIds, isOnlyUnasked = false }: PlannedInquiry): Promise<MeasuresByOrganisation> {
    if (kind === 'responsibility') await this.inquiries.lockParties(tx, editionId);
    if (!isOnlyUnasked) return byOrganisation([]);
    const unasked = byOrganisation(kind === 'responsibility' ? await this.unasked.ofMeasures({ municipalityId, editionId }, measures, tx) : []);
    if (!organisationIds.some((organisationId) => unasked.has(organisationId))) throw participationError('NOTHING_TO_ASK', ['measureIds']);
    return unasked;
  }
}
