import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { personErased, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { CalendarFeedRepository } from '../persistence/calendar-feed.repository.js';
import { ModeratorRepository } from '../persistence/moderator.repository.js';

type PersonErased = z.infer<typeof personErased.schema>;

/** Ends the addresses of an erased person's calendars, and takes her off the gatherings she ran. */
@Injectable()
export class ForgetPersonWhenErased implements Subscriber<PersonErased> {
  readonly name = 'forget-person-in-planning-when-erased';
  readonly event = personErased;

  constructor(
    @Inject(CalendarFeedRepository) private readonly feeds: CalendarFeedRepository,
    @Inject(ModeratorRepository) private readonly moderators: ModeratorRepository,
  ) {}

  async handle(tx: Transaction, { payload }: EventEnvelope<PersonErased>): Promise<void> {
    await this.feeds.removeAllOfPerson(tx, payload.personId);
    await this.moderators.removeAllOfPerson(tx, payload.personId);
  }
}
