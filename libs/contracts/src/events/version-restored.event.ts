import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A section says again what a version said; what was there before is the version `keptVersionId`. */
export const versionRestored = defineEvent('concept.version.restored', 1, z.object({ versionId: z.uuid(), sectionId: z.uuid(), keptVersionId: z.uuid() }));
