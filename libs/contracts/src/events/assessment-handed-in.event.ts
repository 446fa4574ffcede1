import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody has handed her assessment of a concept in; from now on it counts among the others and stays as it is. */
export const assessmentHandedIn = defineEvent('participation.assessment.handed-in', 1, z.object({ assessmentId: z.uuid(), editionId: z.uuid() }));
