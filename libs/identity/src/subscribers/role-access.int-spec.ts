import 'reflect-metadata';
import { beforeAll, expect, it } from '@jest/globals';
import { newEvent, roleAssigned, roleWithdrawn } from '@konzeptwerkstatt/contracts';
import { newId, SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import { appendEvents, SubscriberRunner } from '@konzeptwerkstatt/platform-outbox';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { GrantRepository } from '../persistence/grant.repository.js';
import { OpenPhaseRepository } from '../persistence/open-phase.repository.js';
import { GrantAccessWhenRoleAssigned } from './grant-access-when-role-assigned.subscriber.js';
import { PhaseAccess } from './phase-access.js';
import { WithdrawAccessWhenRoleWithdrawn } from './withdraw-access-when-role-withdrawn.subscriber.js';

const database = useTestDatabase();
const grants = new GrantRepository();
const phases = new PhaseAccess(grants, new OpenPhaseRepository());
const [grant, withdraw] = [new GrantAccessWhenRoleAssigned(grants, phases), new WithdrawAccessWhenRoleWithdrawn(grants, phases)];
const municipalityId = newId();
let runner: SubscriberRunner;

beforeAll(async () => {
  await database().pool.query('INSERT INTO municipalities (id, name) VALUES ($1, $2)', [municipalityId, 'Leipzig']);
  runner = new SubscriberRunner(database().prisma, [grant, withdraw]);
});

/** A role that was assigned and withdrawn. @returns its id and the two events */
async function shortRole(): Promise<{ roleId: string; assigned: string; withdrawn: string }> {
  const roleId = newId();
  const subject = { roleId, processId: newId(), subjectKind: 'organisation', subjectId: newId() } as const;
  const facts = { municipalityId, aggregateType: 'ProcessRole', aggregateId: roleId, editionId: null, actor: SYSTEM_ACTOR };
  const events = [newEvent(roleAssigned, { ...facts, payload: { ...subject, role: 'contributor', sectionIds: [] } }), newEvent(roleWithdrawn, { ...facts, payload: subject })];
  const [assigned = '', withdrawn = ''] = await database().prisma.runInTransaction((tx) => appendEvents(tx, events, newId()));
  return { roleId, assigned, withdrawn };
}

const validGrants = async (roleId: string): Promise<number | null> =>
  (await database().pool.query('SELECT FROM grants WHERE origin_id = $1 AND (valid_to IS NULL OR valid_to > now())', [roleId])).rowCount;

it('a role that was withdrawn gives no access, also when its assignment was parked and is retried later', async () => {
  const { roleId, assigned, withdrawn } = await shortRole();
  await runner.run({ eventId: withdrawn, subscriber: withdraw.name });
  await runner.run({ eventId: assigned, subscriber: grant.name });
  expect(await validGrants(roleId)).toBe(0);
});

it('a role gives access from its assignment on', async () => {
  const roleId = newId();
  const payload = { roleId, processId: newId(), subjectKind: 'organisation', subjectId: newId(), role: 'contributor', sectionIds: [newId()] } as const;
  const event = newEvent(roleAssigned, { municipalityId, aggregateType: 'ProcessRole', aggregateId: roleId, editionId: null, actor: SYSTEM_ACTOR, payload: { ...payload, sectionIds: [...payload.sectionIds] } });
  const [eventId = ''] = await database().prisma.runInTransaction((tx) => appendEvents(tx, [event], newId()));
  await runner.run({ eventId, subscriber: grant.name });
  expect(await validGrants(roleId)).toBe(2);
});
