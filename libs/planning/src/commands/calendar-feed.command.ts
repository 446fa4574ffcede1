import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, newId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { calendarFeedChanged } from '@konzeptwerkstatt/contracts';
import { hashToken, newLinkToken } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, EventCollector } from '@konzeptwerkstatt/platform-outbox';
import { CalendarFeedRepository } from '../persistence/calendar-feed.repository.js';
import type { CalendarFeed } from '../persistence/calendar-feed.repository.js';
import { ProcessReader } from '../queries/process.reader.js';

/** Gives a person a secret address for the calendar of a process, and takes it back. */
@Injectable()
export class CalendarFeedCommand {
  constructor(
    @Inject(ProcessReader) private readonly processes: ProcessReader,
    @Inject(CalendarFeedRepository) private readonly feeds: CalendarFeedRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
  ) {}

  /**
   * A new address ends the one before. A repeated call gives null: the address is not stored anywhere.
   * @throws ApplicationError NOT_FOUND
   */
  async create(context: CommandContext, { processId }: { readonly processId: string }): Promise<string | null> {
    const feed = await this.feedOf(context.actor, processId);
    const [id, token] = [newId(), newLinkToken()];
    const made = await this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.feeds.save(tx, feed, { id, tokenHash: hashToken(token) });
      this.tell(events, feed);
      return id;
    });
    return made === id ? token : null;
  }

  /** Whoever has no address has none afterwards. @returns the id of the process. @throws ApplicationError NOT_FOUND */
  async withdraw(context: CommandContext, { processId }: { readonly processId: string }): Promise<string> {
    const feed = await this.feedOf(context.actor, processId);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      if (await this.feeds.remove(tx, feed)) this.tell(events, feed);
      return processId;
    });
  }

  private tell(events: EventCollector, { municipalityId, processId }: CalendarFeed): void {
    events.record(calendarFeedChanged, { municipalityId, aggregateType: 'PlanningProcess', aggregateId: processId, editionId: null, payload: { processId } });
  }

  private async feedOf(actor: Actor, processId: string): Promise<CalendarFeed> {
    const process = await this.processes.find(actor, processId);
    const { personId, organisationId } = actor;
    if (process === null || personId === null || organisationId === null) throw new ApplicationError('NOT_FOUND', 'Diesen Prozess gibt es nicht, oder er ist für Sie nicht sichtbar.');
    return { municipalityId: process.municipalityId, processId, personId, organisationId };
  }
}
