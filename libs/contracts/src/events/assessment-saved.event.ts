import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody has changed her own assessment of a concept, which nobody else sees yet. */
export const assessmentSaved = defineEvent('participation.assessment.saved', 1, z.object({ assessmentId: z.uuid(), editionId: z.uuid() }));
