import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An edition of an instrument was begun. */
export const editionCreated = defineEvent('concept.edition.created', 1, z.object({ editionId: z.uuid(), instrumentId: z.uuid() }));
