import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A municipality no longer keeps a template of its own. */
export const processTemplateRemoved = defineEvent('planning.template.removed', 1, z.object({ templateId: z.uuid() }));
