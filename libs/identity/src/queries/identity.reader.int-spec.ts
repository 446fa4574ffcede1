import 'reflect-metadata';
import { beforeEach, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { IdentityReader } from './identity.reader.js';

const database = useTestDatabase();
let [municipalityId, processId, personId] = [newId(), newId(), newId()];

const sql = (text: string, ...values: unknown[]) => database().pool.query(text, values);
const answering = () => database().prisma.runInTransaction((tx) => new IdentityReader(database().prisma).holdersOf(tx, 'contribution.answer', { municipalityId, processId }));
const takingPart = () => database().prisma.runInTransaction((tx) => new IdentityReader(database().prisma).participantsOf(tx, { municipalityId, processId, sectionIds: [] }));

beforeEach(async () => {
  [municipalityId, processId, personId] = [newId(), newId(), newId()];
  const organisationId = newId();
  await sql('INSERT INTO municipalities (id, name) VALUES ($1, $2)', municipalityId, 'Leipzig');
  await sql("INSERT INTO organisations (id, municipality_id, kind, name) VALUES ($1, $2, 'administration', 'Amt')", organisationId, municipalityId);
  await sql("INSERT INTO persons (id, email, display_name, password_hash) VALUES ($1::uuid, $1::text, 'Jemand', 'x')", personId);
  await sql('INSERT INTO memberships (id, municipality_id, person_id, organisation_id) VALUES ($1, $2, $3, $4)', newId(), municipalityId, personId, organisationId);
  await sql(`INSERT INTO grants (id, municipality_id, subject_kind, subject_id, role, scope_kind, scope_id, origin_kind, origin_id) VALUES ($1, $2, 'organisation', $3, 'editor', 'process', $4, 'test', $1)`, newId(), municipalityId, organisationId, processId);
});

it('whoever belongs to an organisation with a right has it', async () => {
  expect([await answering(), await takingPart()]).toEqual([[personId], [personId]]);
});

it.each([['reviewer', true], ['reader', false]])('whoever only holds the role of a %s takes part: %s', async (role, takesPart) => {
  await sql('UPDATE grants SET role = $2 WHERE scope_id = $1', processId, role);
  expect(await takingPart()).toEqual(takesPart ? [personId] : []);
});

it.each([
  ['has no account any more', 'UPDATE persons SET disabled_at = now() WHERE id = $1'],
  ['is erased', 'UPDATE persons SET erased_at = now() WHERE id = $1'],
  ['has left', 'UPDATE memberships SET ended_at = now() WHERE person_id = $1'],
  ['belongs to a removed organisation', 'UPDATE organisations SET removed_at = now() WHERE id IN (SELECT organisation_id FROM memberships WHERE person_id = $1)'],
])('whoever %s has none', async (_what, change) => {
  await sql(change, personId);
  expect([await answering(), await takingPart()]).toEqual([[], []]);
});
