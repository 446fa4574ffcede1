import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person or organisation holds a role in a process from now on; without section ids in all of it. */
export const roleAssigned = defineEvent(
  'planning.role.assigned',
  1,
  z.object({
    roleId: z.uuid(),
    processId: z.uuid(),
    subjectKind: z.enum(['person', 'organisation']),
    subjectId: z.uuid(),
    role: z.enum(['steering', 'editor', 'contributor', 'reviewer', 'reader']),
    sectionIds: z.array(z.uuid()),
  }),
);
