import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A gathering is planned, or is planned otherwise than before; guests may come in between the two instants where it welcomes them. */
export const gatheringPlanned = defineEvent('planning.gathering.planned', 1, z.object({
  gatheringId: z.uuid(), processId: z.uuid(), sectionIds: z.array(z.uuid()), opensAt: z.iso.datetime(), closesAt: z.iso.datetime(), welcomesGuests: z.boolean(), guestsWrite: z.boolean(),
}));
