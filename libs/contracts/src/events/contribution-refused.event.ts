import { z } from 'zod';
import { defineEvent } from '../event.js';

/** A contribution that waited for its release is not released; the reason stands with it. */
export const contributionRefused = defineEvent('participation.contribution.refused', 1, z.object({ contributionId: z.uuid() }));
