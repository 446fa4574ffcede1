import { Inject, Injectable } from '@nestjs/common';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { sendDeadlineNoticesJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { APP_CONFIG } from '@konzeptwerkstatt/platform-config';
import type { AppConfig } from '@konzeptwerkstatt/platform-config';
import { acrossMunicipalities, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { addressForPeople, MailOutbox } from '@konzeptwerkstatt/platform-mail';
import { deadlineNoticeMail } from './deadline-notice.mail.js';
import { DeadlineNoticeRepository } from '../persistence/deadline-notice.repository.js';
import type { EndingPhase } from '../persistence/deadline-notice.repository.js';

/** So many days before a phase ends people are told. */
const DAYS_BEFORE = 3;

/** Writes the notices of phases that end soon. Who is told is noted with the mail, so that one comes however often this runs. */
@Injectable()
export class SendDeadlineNoticesProcessor implements JobProcessor<Record<string, never>> {
  readonly job = sendDeadlineNoticesJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(DeadlineNoticeRepository) private readonly notices: DeadlineNoticeRepository,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(MailOutbox) private readonly mails: MailOutbox,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async process(_data: Record<string, never>, signal: AbortSignal): Promise<void> {
    const ending = await acrossMunicipalities('phases end in every municipality', () => this.notices.findEnding(this.database.client, DAYS_BEFORE));
    for (const phase of ending) {
      if (signal.aborted) return;
      if (!(await this.isAdopted(phase))) await this.tell(phase);
    }
  }

  /** Whether there is nothing left to write: everything written in the process is adopted. */
  private async isAdopted({ municipalityId, processId }: EndingPhase): Promise<boolean> {
    const editions = await this.concepts.editionsOfProcesses(municipalityId, [processId]);
    return editions.length > 0 && editions.every(({ isFrozen }) => isFrozen);
  }

  private tell(phase: EndingPhase): Promise<void> {
    return this.database.runInTransaction(async (tx) => {
      const writers = await this.identity.writersOf(tx, phase);
      const told = await this.notices.note(tx, phase, writers.map(({ personId }) => personId));
      const address = addressForPeople(this.config, `/prozesse/${phase.processId}`);
      for (const { email, language } of writers.filter(({ personId }) => told.has(personId))) {
        const mail = deadlineNoticeMail(language, { phase: phase.title, process: phase.process, closesAt: phase.closesAt, address });
        await this.mails.write(tx, { municipalityId: phase.municipalityId, recipient: email, kind: 'planning.deadline-notice', language: language === 'en' ? 'en' : 'de', ...mail });
      }
    });
  }
}
