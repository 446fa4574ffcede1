import { z } from 'zod';
import { defineEvent } from '../event.js';

/** What a phase gives while it is open: to whoever holds a role in its process, or to every organisation of a kind. */
export const phaseRule = z.object({
  who: z.union([
    z.object({ role: z.enum(['steering', 'editor', 'contributor', 'reviewer', 'reader']) }),
    z.object({ organisationKind: z.enum(['administration', 'municipality', 'migrant_organisation', 'civil_society', 'welfare', 'business', 'academia', 'politics', 'advisory_council']) }),
  ]),
  may: z.enum(['reader', 'reviewer', 'contributor', 'editor']),
});

/** A phase is open from now on, or is open with other rules than before; without section ids they are for the whole process. `closesAt`: until when, ISO 8601; null: until somebody closes it. */
export const phaseOpened = defineEvent('planning.phase.opened', 1, z.object({ phaseId: z.uuid(), processId: z.uuid(), sectionIds: z.array(z.uuid()), rules: z.array(phaseRule), closesAt: z.iso.datetime().nullish() }));
