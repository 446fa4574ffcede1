import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { credentialsChanged, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { CalendarFeedRepository } from '../persistence/calendar-feed.repository.js';

type CredentialsChanged = z.infer<typeof credentialsChanged.schema>;

/** Ends the secret addresses of a person's calendars when her password was set anew by mail: whoever was in her account before may have taken one along. */
@Injectable()
export class EndCalendarsWhenPasswordReset implements Subscriber<CredentialsChanged> {
  readonly name = 'end-calendars-when-password-reset';
  readonly event = credentialsChanged;

  constructor(@Inject(CalendarFeedRepository) private readonly feeds: CalendarFeedRepository) {}

  async handle(tx: Transaction, { payload }: EventEnvelope<CredentialsChanged>): Promise<void> {
    if (payload.what === 'password') await this.feeds.removeAllOfPerson(tx, payload.personId);
  }
}
