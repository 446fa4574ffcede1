import { Inject, Injectable } from '@nestjs/common';
import { notifyDeadlinesJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { runEach } from '@konzeptwerkstatt/kernel';
import { municipalInstant } from '@konzeptwerkstatt/planning';
import { acrossMunicipalities, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { ContributionNotices } from '../commands/contribution-notices.js';
import { DeadlineRepository } from '../persistence/deadline.repository.js';
import type { ComingDeadline } from '../persistence/deadline.repository.js';
import { ResponseRepository } from '../persistence/response.repository.js';
import { ConcernedPeople } from '../queries/concerned-people.reader.js';

/** Tells those who are to do something about contributions that the time for it ends soon. The end is the occasion, so that one notice comes however often this runs, and another one when it is moved. */
@Injectable()
export class NotifyDeadlinesProcessor implements JobProcessor<Record<string, never>> {
  readonly job = notifyDeadlinesJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(DeadlineRepository) private readonly deadlines: DeadlineRepository,
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
    @Inject(ConcernedPeople) private readonly people: ConcernedPeople,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
  ) {}

  async process(_data: Record<string, never>, signal: AbortSignal): Promise<void> {
    const coming = await acrossMunicipalities('deadlines come in every municipality', () => this.deadlines.findComing(this.database.client));
    await runEach(coming, signal, (deadline) => this.tell(deadline));
  }

  private async tell({ kind, organisationId, until, contributionIds }: ComingDeadline): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const open = (await this.responses.lockContributions(tx, contributionIds)).filter(({ state }) => state === 'submitted');
      const told = organisationId === null ? await this.people.behind(tx, open) : await this.people.readersOf(tx, open, organisationId);
      await this.notices.tell(tx, kind, until, told, kind === 'objection_ends' ? new Date(until) : municipalInstant(until, 0, '23:59', 'later'));
    });
  }
}
