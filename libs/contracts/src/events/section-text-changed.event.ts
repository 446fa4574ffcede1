import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody has written in a section; one event per actor after a quiet moment. */
export const sectionTextChanged = defineEvent('concept.section.text-changed', 1, z.object({ sectionId: z.uuid(), blockIds: z.array(z.uuid()) }));
