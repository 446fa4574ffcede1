import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A municipality keeps a template of its own: made of a process, or read from a file. */
export const processTemplateKept = defineEvent('planning.template.kept', 1, z.object({ templateId: z.uuid() }));
