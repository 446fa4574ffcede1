import { z } from 'zod';
import { defineEvent } from '../event.js';

/** An answer to a contribution or bundle was written or changed; nobody but those who answer sees it. */
export const responseDrafted = defineEvent(
  'participation.response.drafted',
  1,
  z.object({ subjectId: z.uuid() }),
);
