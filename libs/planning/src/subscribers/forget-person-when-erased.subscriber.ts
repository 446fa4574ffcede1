import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { personErased, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { CalendarFeedRepository } from '../persistence/calendar-feed.repository.js';

type PersonErased = z.infer<typeof personErased.schema>;

/** Ends the addresses of an erased person's calendars. */
@Injectable()
export class ForgetPersonWhenErased implements Subscriber<PersonErased> {
  readonly name = 'forget-person-in-planning-when-erased';
  readonly event = personErased;

  constructor(@Inject(CalendarFeedRepository) private readonly feeds: CalendarFeedRepository) {}

  handle(tx: Transaction, { payload }: EventEnvelope<PersonErased>): Promise<void> {
    return this.feeds.removeAllOfPerson(tx, payload.personId);
  }
}
