import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person ended her account: her name and address are gone. Every context takes her id out of what it keeps; texts stay. */
export const personErased = defineEvent('identity.person.erased', 1, z.object({ personId: z.uuid() }));
