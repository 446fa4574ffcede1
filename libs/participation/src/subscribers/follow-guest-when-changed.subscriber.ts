import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { guestChanged, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { hasLaterEvent } from '@konzeptwerkstatt/platform-outbox';
import { CardRepository } from '../persistence/card.repository.js';

type GuestChanged = z.infer<typeof guestChanged.schema>;

/** What a guest has written counts for the organisation that was confirmed, and for none once that is taken back. */
@Injectable()
export class FollowGuestWhenChanged implements Subscriber<GuestChanged> {
  readonly name = 'follow-guest-when-changed';
  readonly event = guestChanged;

  constructor(@Inject(CardRepository) private readonly cards: CardRepository) {}

  async handle(tx: Transaction, event: EventEnvelope<GuestChanged>): Promise<void> {
    // A retry after parking comes behind what was decided since, and must not undo it.
    if (await hasLaterEvent(tx, event, guestChanged)) return;
    const { payload } = event;
    await this.cards.setOrganisation(tx, payload.guestId, payload.organisationId);
  }
}
