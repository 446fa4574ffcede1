import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A contribution is answered for itself again. */
export const contributionUnbundled = defineEvent(
  'participation.bundle.left',
  1,
  z.object({ bundleId: z.uuid(), contributionId: z.uuid() }),
);
