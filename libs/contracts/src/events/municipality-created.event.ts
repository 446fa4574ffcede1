import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A municipality began in this installation; setting it up goes on. */
export const municipalityCreated = defineEvent('identity.municipality.created', 1, z.object({ municipalityId: z.uuid() }));
