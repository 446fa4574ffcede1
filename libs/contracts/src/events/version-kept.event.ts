import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Somebody kept a section's text as a version. */
export const versionKept = defineEvent('concept.version.kept', 1, z.object({ versionId: z.uuid(), sectionId: z.uuid() }));
