import { Inject, Injectable } from '@nestjs/common';
import { sendInquiryMailsJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { runEach } from '@konzeptwerkstatt/kernel';
import { acrossMunicipalities, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { InquiryMails } from '../../commands/inquiry/inquiry-mails.js';
import { RepeatInquiriesCommand } from '../../commands/inquiry/repeat-inquiries.command.js';
import { InquiryLinkRepository } from '../../persistence/inquiry/inquiry-link.repository.js';
import { InquiryNoticeRepository } from '../../persistence/inquiry/inquiry-notice.repository.js';

/** Most organisations of one round; the next round comes within a minute. */
const ROUND = 200;

/** Begins the rounds of inquiries that are due, and writes the mails that are. What was written is noted with the mail, so that running it again writes nothing twice. Links that ended long ago are deleted with it. */
@Injectable()
export class SendInquiryMailsProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sendInquiryMailsJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(InquiryNoticeRepository) private readonly notices: InquiryNoticeRepository,
    @Inject(InquiryMails) private readonly mails: InquiryMails,
    @Inject(InquiryLinkRepository) private readonly links: InquiryLinkRepository,
    @Inject(RepeatInquiriesCommand) private readonly rounds: RepeatInquiriesCommand,
  ) {}

  async process(_data: Record<string, never>, signal: AbortSignal): Promise<void> {
    await acrossMunicipalities('links end in every municipality', () => this.links.prune(this.database.client));
    const due = await acrossMunicipalities('organisations of every municipality are asked', () => this.notices.findDue(this.database.client, ROUND));
    // A round that cannot begin keeps no mail back, and no mail a round.
    const mails = due.map((organisation) => () => this.database.runInTransaction((tx) => this.mails.writeDue(tx, organisation)));
    await runEach([() => this.rounds.run(signal), ...mails], signal, (work) => work());
  }
}
