import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Whoever made a contribution has accepted the answer that was proposed to her, or objected to it. */
export const proposalAnswered = defineEvent('participation.proposal.answered', 1, z.object({ contributionId: z.uuid(), subjectId: z.uuid(), isAccepted: z.boolean() }));
