import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A contribution was cut into parts, which are answered one by one. */
export const contributionSplit = defineEvent(
  'participation.contribution.split',
  1,
  z.object({ contributionId: z.uuid(), partIds: z.array(z.uuid()) }),
);
