import { Inject, Injectable } from '@nestjs/common';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import type { NumberedMeasure } from '@konzeptwerkstatt/concept';
import { inquiryExtended, sendInquiryMailsJob } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import type { Inquiry } from '../../domain/inquiry/inquiry.js';
import { byOrganisation, isTooMuch } from '../../domain/inquiry/unasked-party.policy.js';
import { participationError } from '../../domain/participation.errors.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import { InquiryGate } from '../../queries/inquiry/inquiry.gate.js';
import { InquiryPlanReader } from '../../queries/inquiry/inquiry-plan.reader.js';
import type { MeasureKin } from '../../queries/inquiry/inquiry-plan.reader.js';
import { UnaskedPartyReader } from '../../queries/inquiry/unasked-party.reader.js';
import { InquiryAsking } from './inquiry-asking.js';

/** Takes whom nobody has asked yet into a running inquiry about lead and partners. */
@Injectable()
export class AskFurtherPartiesCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(InquiryGate) private readonly gate: InquiryGate,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(InquiryPlanReader) private readonly plans: InquiryPlanReader,
    @Inject(UnaskedPartyReader) private readonly unasked: UnaskedPartyReader,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryAsking) private readonly asking: InquiryAsking,
  ) {}

  /**
   * Organisations that are asked already get further lines, the others are asked. Whoever had handed in has something to answer again and is told with the next mail; what was handed in holds until then.
   * @returns the id of the inquiry
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError INQUIRY_CLOSED, NOTHING_TO_ASK, TOO_MANY
   */
  async run(context: CommandContext, inquiryId: string): Promise<string> {
    const inquiry = await this.gate.requireInquiry(context.actor, inquiryId);
    const measures = await this.concepts.allMeasuresOf(inquiry);
    const kin = await this.plans.kinOf(inquiry.municipalityId, measures.map(({ id }) => id));
    return this.unitOfWork.run(context, async ({ tx, events, jobs }) => {
      if (inquiry.kind !== 'responsibility') throw participationError('NOTHING_TO_ASK', ['inquiryId']);
      await this.inquiries.lockParties(tx, inquiry.editionId);
      if (!(await this.inquiries.lockRunning(tx, inquiry))) throw participationError('INQUIRY_CLOSED', ['inquiryId']);
      const recipientIds = await this.askAll(tx, inquiry, measures, kin);
      events.record(inquiryExtended, { municipalityId: inquiry.municipalityId, editionId: null, aggregateType: 'inquiry', aggregateId: inquiryId, payload: { inquiryId, recipientIds } });
      if (!inquiry.isExample) jobs.enqueueAfterCommit(sendInquiryMailsJob, {});
      return inquiryId;
    });
  }

  /** @returns ids of those who are asked of something more @throws ValidationError NOTHING_TO_ASK, TOO_MANY */
  private async askAll(tx: Transaction, inquiry: Inquiry, all: readonly NumberedMeasure[], kin: MeasureKin): Promise<string[]> {
    const open = byOrganisation(await this.unasked.ofMeasures(inquiry, all, tx));
    if (open.size === 0) throw participationError('NOTHING_TO_ASK', ['inquiryId']);
    const known = new Map((await this.inquiries.findRecipients(tx, inquiry.municipalityId, [inquiry.id])).map((recipient) => [recipient.organisationId, recipient]));
    if (isTooMuch({ organisationIds: [...known.keys()], measureIds: await this.inquiries.measuresAsked(tx, inquiry) }, open)) throw participationError('TOO_MANY', ['inquiryId']);
    const recipientIds: string[] = [];
    for (const [organisationId, ids] of open) {
      const [asked, about] = [{ inquiry, organisationId }, { measures: all.filter(({ id }) => ids.has(id)), kin }];
      const recipient = known.get(organisationId);
      if (recipient === undefined) recipientIds.push(await this.asking.ask(tx, asked, about));
      else {
        await this.asking.addMeasures(tx, asked, { recipientId: recipient.id, lastPosition: await this.inquiries.reopen(tx, recipient) }, about);
        recipientIds.push(recipient.id);
      }
    }
    return recipientIds;
  }
}
