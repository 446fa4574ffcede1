import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId, type Actor } from '@konzeptwerkstatt/kernel';
import { PasswordHasher } from '@konzeptwerkstatt/platform-auth';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { ApiTokenRepository } from '../persistence/api-token.repository.js';
import { OneTimeLinkRepository } from '../persistence/one-time-link.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { AccountRecovery } from './account-recovery.js';
import { ChangePasswordCommand } from './change-password.command.js';

const database = useTestDatabase();
const hasher = new PasswordHasher();
let single: PrismaDatabase;

beforeAll(() => {
  single = new PrismaDatabase({ databaseUrl: database().url, poolSize: 1 });
});
afterAll(async () => {
  await single.onApplicationShutdown();
});

it('the own mail address is no password, also when it is changed', async () => {
  const person = { id: newId(), email: 'erika.beispiel@example.org', displayName: 'Erika', passwordHash: await hasher.hash('das alte Passwort') };
  await database().prisma.client.person.create({ data: person });
  const work = new UnitOfWork(single, { enqueue: async () => undefined }, createLogger({ level: 'silent' }));
  const command = new ChangePasswordCommand(new PersonRepository(single), new AccountRecovery(new SessionRepository(), new ApiTokenRepository(), new OneTimeLinkRepository(single)), hasher, work);
  const actor: Actor = { kind: 'person', personId: person.id, guestId: null, organisationId: newId(), gatheringId: null, municipalityId: newId() };
  const change = { currentPassword: 'das alte Passwort', newPassword: 'Erika.Beispiel', credentialId: null };
  await expect(command.execute({ actor, correlationId: newId(), mutation: 'changePassword', idempotencyKey: 'address', input: {} }, change)).rejects.toMatchObject({ details: [{ code: 'PASSWORD_GUESSABLE', path: ['newPassword'] }] });
  const kept = await database().prisma.client.person.findUniqueOrThrow({ where: { id: person.id } });
  expect(await hasher.verify(kept.passwordHash, 'das alte Passwort')).toBe(true);
}, 30_000);

it('changing a password needs one connection, so that many at once do not wait for each other', async () => {
  const [personId, municipalityId, organisationId] = [newId(), newId(), newId()];
  await database().prisma.client.person.create({ data: { id: personId, email: 'jemand@example.org', displayName: 'Jemand', passwordHash: await hasher.hash('das alte Passwort') } });
  const work = new UnitOfWork(single, { enqueue: async () => undefined }, createLogger({ level: 'silent' }));
  const command = new ChangePasswordCommand(new PersonRepository(single), new AccountRecovery(new SessionRepository(), new ApiTokenRepository(), new OneTimeLinkRepository(single)), hasher, work);
  const actor: Actor = { kind: 'person', personId, guestId: null, organisationId, gatheringId: null, municipalityId };
  const context = { actor, correlationId: newId(), mutation: 'changePassword', idempotencyKey: 'once', input: {} };
  await command.execute(context, { currentPassword: 'das alte Passwort', newPassword: 'das neue Passwort', credentialId: null });
  const person = await database().prisma.client.person.findUniqueOrThrow({ where: { id: personId } });
  expect(await hasher.verify(person.passwordHash, 'das neue Passwort')).toBe(true);
}, 30_000);
