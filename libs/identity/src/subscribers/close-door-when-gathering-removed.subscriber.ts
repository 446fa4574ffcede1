import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { gatheringRemoved, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { sendWakeUp } from '@konzeptwerkstatt/platform-outbox';
import { GuestRepository } from '../persistence/guest.repository.js';

type GatheringRemoved = z.infer<typeof gatheringRemoved.schema>;

/** Nobody comes to a gathering that does not take place. */
@Injectable()
export class CloseDoorWhenGatheringRemoved implements Subscriber<GatheringRemoved> {
  readonly name = 'close-door-when-gathering-removed';
  readonly event = gatheringRemoved;

  constructor(@Inject(GuestRepository) private readonly guests: GuestRepository) {}

  async handle(tx: Transaction, { municipalityId, payload }: EventEnvelope<GatheringRemoved>): Promise<void> {
    await this.guests.closeDoor(tx, payload.gatheringId);
    await sendWakeUp(tx, { kind: 'access', personId: null, municipalityId });
  }
}
