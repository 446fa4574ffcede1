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

it('what a phase gives ends with its time though nobody comes to end it, and follows when the time is moved', async () => {
  const [phaseId, organisationId] = [newId(), newId()];
  await database().pool.query(`INSERT INTO organisations (id, municipality_id, kind, name) VALUES ($1, $2, 'welfare', 'Verband')`, [organisationId, municipalityId]);
  const phase = { phaseId, municipalityId, processId: newId(), sectionIds: [], rules: [{ who: { organisationKind: 'welfare' as const }, may: 'contributor' as const }] };
  const until = async (): Promise<string | null> => (await database().pool.query<{ until: Date | null }>('SELECT valid_to AS until FROM grants WHERE subject_id = $1', [organisationId])).rows[0]?.until?.toISOString() ?? null;
  const closesAt = '2126-12-01T10:00:00.000Z';
  await database().prisma.runInTransaction((tx) => phases.open(tx, { ...phase, closesAt }));
  expect(await until()).toBe(closesAt);
  // A role or an organisation that changes meanwhile writes the grants anew.
  await database().prisma.runInTransaction((tx) => phases.follow(tx, municipalityId));
  expect(await until()).toBe(closesAt);
  const earlier = '2026-01-01T10:00:00.000Z';
  await database().prisma.runInTransaction((tx) => phases.open(tx, { ...phase, closesAt: earlier }));
  expect(await until()).toBe(earlier);
  await database().prisma.runInTransaction((tx) => phases.open(tx, { ...phase, closesAt: null }));
  expect(await until()).toBeNull();
});

it('a role gives access from its assignment on', async () => {
  const roleId = newId();
  const payload = { roleId, processId: newId(), subjectKind: 'organisation', subjectId: newId(), role: 'contributor', sectionIds: [newId()] } as const;
  const event = newEvent(roleAssigned, { municipalityId, aggregateType: 'ProcessRole', aggregateId: roleId, editionId: null, actor: SYSTEM_ACTOR, payload: { ...payload, sectionIds: [...payload.sectionIds] } });
  const [eventId = ''] = await database().prisma.runInTransaction((tx) => appendEvents(tx, [event], newId()));
  await runner.run({ eventId, subscriber: grant.name });
  expect(await validGrants(roleId)).toBe(2);
});
