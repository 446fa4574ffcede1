import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person chose how she is told by mail of one category. */
export const notificationChoiceSet = defineEvent('notification.choice.set', 1, z.object({ category: z.string(), mail: z.enum(['at_once', 'daily', 'none']) }));
