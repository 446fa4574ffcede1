import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { gatheringPlanned, gatheringRemoved, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { hasLaterEvent, sendWakeUp } from '@konzeptwerkstatt/platform-outbox';
import { newGuestCode } from '../commands/guest-secrets.js';
import { GuestRepository } from '../persistence/guest.repository.js';

type GatheringPlanned = z.infer<typeof gatheringPlanned.schema>;

/** Gives a gathering that welcomes guests a door with a code, and moves the door with its times, tables and end. */
@Injectable()
export class OpenDoorWhenGatheringPlanned implements Subscriber<GatheringPlanned> {
  readonly name = 'open-door-when-gathering-planned';
  readonly event = gatheringPlanned;

  constructor(@Inject(GuestRepository) private readonly guests: GuestRepository) {}

  async handle(tx: Transaction, event: EventEnvelope<GatheringPlanned>): Promise<void> {
    // A retry after parking comes behind what happened since, and must not undo it.
    if ((await hasLaterEvent(tx, event, gatheringPlanned)) || (await hasLaterEvent(tx, event, gatheringRemoved))) return;
    const { municipalityId, payload } = event;
    if (payload.welcomesGuests) await this.guests.saveDoor(tx, { ...payload, municipalityId }, newGuestCode());
    else await this.guests.closeDoor(tx, payload.gatheringId);
    await sendWakeUp(tx, { kind: 'access', personId: null, municipalityId });
  }
}
