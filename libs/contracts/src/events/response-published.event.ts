import { z } from 'zod';
import { defineEvent } from '../event.js';

/** The municipality has answered contributions. */
export const responsePublished = defineEvent(
  'participation.response.published',
  1,
  z.object({ subjectId: z.uuid(), contributionIds: z.array(z.uuid()) }),
);
