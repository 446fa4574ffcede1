import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person runs a gathering and writes in the texts of its tables until it ends; told again whenever tables or end change. */
export const moderatorNamed = defineEvent('planning.moderator.named', 1, z.object({
  moderatorId: z.uuid(), gatheringId: z.uuid(), processId: z.uuid(), personId: z.uuid(), sectionIds: z.array(z.uuid()), endsAt: z.iso.datetime(),
}));
