import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A person chose in which language mails are written to her. */
export const personMailLanguageSet = defineEvent('identity.person.mail-language-set', 1, z.object({ personId: z.uuid(), language: z.string() }));
