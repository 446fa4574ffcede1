import { Inject, Injectable } from '@nestjs/common';
import { runEach, SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import { acrossMunicipalities, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { Inquiry } from '../../domain/inquiry/inquiry.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import { InquiryPlanReader } from '../../queries/inquiry/inquiry-plan.reader.js';
import { NextRoundReader } from '../../queries/inquiry/next-round.reader.js';
import { CreateInquiryCommand } from './create-inquiry.command.js';

/** Most inquiries of one round of the job; the next one comes within a minute. */
const ROUND = 50;

/**
 * Asks again what is asked every year: the same organisations, the same questions, the same measures as they stand in the newest adopted edition that has
 * them. Every inquiry has one next round, however often this runs.
 */
@Injectable()
export class RepeatInquiriesCommand {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryPlanReader) private readonly plans: InquiryPlanReader,
    @Inject(CreateInquiryCommand) private readonly create: CreateInquiryCommand,
    @Inject(NextRoundReader) private readonly rounds: NextRoundReader,
  ) {}

  /** @param signal ends it before the next one @throws what kept one from being asked again, once the others are through */
  async run(signal: AbortSignal): Promise<void> {
    const due = await acrossMunicipalities('inquiries are asked again in every municipality', () => this.inquiries.findDueRounds(this.database.client, ROUND));
    await runEach(due, signal, (inquiry) => this.repeat(inquiry));
  }

  private async repeat(inquiry: Inquiry): Promise<void> {
    const wanted = await this.rounds.read(inquiry);
    const plan = wanted === null ? null : await this.plans.planFor(inquiry.municipalityId, wanted);
    await this.unitOfWork.run({ actor: SYSTEM_ACTOR }, async (unit) => {
      // Whoever comes second finds the round begun, or no longer wanted.
      if (!(await this.inquiries.lockDueRound(unit.tx, inquiry.id))) return;
      if (plan === null) return this.inquiries.setRepeat(unit.tx, inquiry, null);
      await this.create.begin(unit, { personId: null, organisationId: inquiry.createdByOrganisationId }, { ...plan, previousId: inquiry.id });
    });
  }
}
