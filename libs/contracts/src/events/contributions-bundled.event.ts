import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Contributions that say the same are answered together; each keeps its own words. */
export const contributionsBundled = defineEvent(
  'participation.bundle.formed',
  1,
  z.object({ bundleId: z.uuid(), contributionIds: z.array(z.uuid()) }),
);
