import { z } from 'zod';
import { defineEvent } from '../event.js';

/** Whoever sent a contribution without an account has taken her name off it. */
export const senderForgotten = defineEvent('participation.contribution.sender-forgotten', 1, z.object({ contributionId: z.uuid() }));
