import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { RETENTION_DAYS, RetentionRepository } from '../persistence/retention.repository.js';
import { RetentionRoundReader } from '../queries/retention-round.reader.js';
import { ApplyRetentionProcessor } from './apply-retention.processor.js';

const database = useTestDatabase();

it('deletes what is due, keeps what is not, and notes how much of each kind', async () => {
  const { prisma, pool } = database();
  const personId = newId();
  await prisma.client.person.create({ data: { id: personId, email: 'jemand@example.org', displayName: 'Jemand' } });
  const session = (endedDaysAgo: number | null, expiresInDays: number) => pool.query(
    `INSERT INTO sessions (id, token_hash, person_id, device_label, expires_at, ended_at) VALUES ($1::uuid, $1::uuid::text, $2, 'Firefox', now() + make_interval(days => $3::int), now() - make_interval(days => $4::int))`, [newId(), personId, expiresInDays, endedDaysAgo]);
  await session(31, 10);
  await session(29, 10);
  await session(null, -31);
  await session(null, 10);
  for (const days of [91, 89]) await pool.query(`INSERT INTO mails (id, recipient, kind, language, subject, state, created_at) VALUES ($1, 'x@example.org', 'k', 'de', 's', 'sent', now() - make_interval(days => $2::int))`, [newId(), days]);
  const [municipalityId, providerId] = [newId(), newId()];
  await prisma.client.municipality.create({ data: { id: municipalityId, name: 'Stadt' } });
  await prisma.client.signInProvider.create({ data: { id: providerId, municipalityId, issuer: 'https://login.example.org', clientId: 'x', clientSecret: 'x', label: 'x' } });
  const attempt = (hours: number) => pool.query(`INSERT INTO sign_in_attempts (id, municipality_id, provider_id, token_hash, secrets, return_path, expires_at) VALUES ($1::uuid, $2, $3, $1::uuid::text, 'x', '/', now() - make_interval(hours => $4::int))`, [newId(), municipalityId, providerId, hours]);
  await attempt(25);
  await attempt(23);
  await pool.query(`INSERT INTO logout_notices (provider_id, municipality_id, notice_hash, expires_at) VALUES ($1, $2, 'x', now() - interval '25 hours')`, [providerId, municipalityId]);
  const meet = async (daysAgo: number) => {
    const gatheringId = newId();
    await pool.query(`INSERT INTO guest_doors (gathering_id, municipality_id, process_id, guests_write, opens_at, closes_at, code) VALUES ($1::uuid, $2, $1::uuid, true, now() - interval '90 days', now() - make_interval(days => $3::int), $1::uuid::text)`, [gatheringId, municipalityId, daysAgo]);
    await pool.query(`INSERT INTO guests (id, municipality_id, gathering_id, pseudonym, language, phrase_hash) VALUES ($1, $2, $3, 'Blauer Ahorn', 'de', 'x')`, [newId(), municipalityId, gatheringId]);
  };
  await meet(29);
  await meet(27);
  await new ApplyRetentionProcessor(prisma, new RetentionRepository()).process();
  const [round] = await new RetentionRoundReader(prisma).latest();
  expect(round?.deleted).toEqual({ sessions: 2, apiTokens: 0, links: 0, resetRequests: 0, invitations: 0, claims: 0, mails: 1, signIns: 2, guests: 1, rounds: 0 });
  expect(await prisma.client.session.count()).toBe(2);
  expect((await pool.query('SELECT FROM mails')).rowCount).toBe(1);
});

it('keeps the days that the deletion plan promises', () => {
  const plan = readFileSync(join(import.meta.dirname, '../../../../docs/privacy/deletion-plan.md'), 'utf8');
  const promised = Object.fromEntries([...plan.matchAll(/\| `(\w+)` \| (\d+) \|/g)].map(([, kind, days]) => [kind, Number(days)]));
  expect(promised).toEqual(RETENTION_DAYS);
});
