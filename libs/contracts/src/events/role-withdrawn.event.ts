import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A role in a process was withdrawn. */
export const roleWithdrawn = defineEvent('planning.role.withdrawn', 1, z.object({ roleId: z.uuid(), processId: z.uuid(), subjectKind: z.enum(['person', 'organisation']), subjectId: z.uuid() }));
