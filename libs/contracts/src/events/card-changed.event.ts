import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A card was written, or became otherwise than it was: its place, its words, what was said against it. */
export const cardChanged = defineEvent('participation.card.changed', 1, z.object({ cardId: z.uuid(), gatheringId: z.uuid() }));
