import { randomUUID } from 'node:crypto';
import { SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import { defineEvent, newEvent, type NewEvent } from '@konzeptwerkstatt/contracts';
import { z } from 'zod';

/** An event that only tests know. */
export const somethingHappened = defineEvent('testing.thing.happened', 1, z.object({ number: z.number().int() }));

export const municipalityId = randomUUID();

/** An event of one thing. */
export function happened(aggregateId: string, number: number, editionId: string | null = null): NewEvent {
  return newEvent(somethingHappened, { municipalityId, aggregateType: 'thing', aggregateId, editionId, actor: SYSTEM_ACTOR, payload: { number } });
}
