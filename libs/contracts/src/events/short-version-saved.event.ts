import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody has written, changed, confirmed or taken out the short version of a field of action. */
export const shortVersionSaved = defineEvent('participation.short-version.saved', 1, z.object({ sectionId: z.uuid() }));
