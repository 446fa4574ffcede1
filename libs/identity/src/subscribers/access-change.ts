import { newEvent, type EventContract, type EventEnvelope, type Transaction } from '@konzeptwerkstatt/contracts';
import { derivedId, SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import { appendEvents, sendWakeUp } from '@konzeptwerkstatt/platform-outbox';

/** Grants of process roles carry this origin; the origin's id is the role's. */
export const ROLE_ORIGIN = 'planning.role';

/** Grants of moderators of one gathering carry this origin; the origin's id is the moderator's. */
export const MODERATOR_ORIGIN = 'planning.moderator';

interface RoleFacts {
  readonly roleId: string;
  readonly subjectKind: 'person' | 'organisation';
  readonly subjectId: string;
}

/** Publishes what became of the grants of a role, and wakes everybody who has cached rights of the subject. */
export async function announce(tx: Transaction, cause: EventEnvelope<RoleFacts>, contract: EventContract<{ originKind: string; originId: string }>): Promise<void> {
  const { municipalityId, payload } = cause;
  const event = newEvent(contract, {
    municipalityId, aggregateType: 'access', aggregateId: derivedId(payload.roleId, 'access'), editionId: null, actor: SYSTEM_ACTOR, causationId: cause.id,
    payload: { originKind: ROLE_ORIGIN, originId: payload.roleId },
  });
  await appendEvents(tx, [event], cause.correlationId);
  await sendWakeUp(tx, { kind: 'access', personId: payload.subjectKind === 'person' ? payload.subjectId : null, municipalityId });
}
