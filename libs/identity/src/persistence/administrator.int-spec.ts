import 'reflect-metadata';
import { beforeEach, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { INSTALLATION_ID } from '../domain/access.policy.js';
import { AdministratorRepository } from './administrator.repository.js';

const database = useTestDatabase();
const administrators = new AdministratorRepository();
let personId = newId();
let municipalityId = newId();

const sql = (text: string, ...values: unknown[]) => database().pool.query(text, values);
const isThere = (scopeId: string): Promise<boolean> => database().prisma.runInTransaction((tx) => administrators.isThere(tx, scopeId));

beforeEach(async () => {
  [personId, municipalityId] = [newId(), newId()];
  const organisationId = newId();
  await sql('DELETE FROM grants');
  await sql('INSERT INTO municipalities (id, name) VALUES ($1, $2)', municipalityId, 'Leipzig');
  await sql("INSERT INTO organisations (id, municipality_id, kind, name) VALUES ($1, $2, 'administration', 'Amt')", organisationId, municipalityId);
  await sql("INSERT INTO persons (id, email, display_name, password_hash) VALUES ($1::uuid, $1::text, 'Jemand', 'x')", personId);
  await sql('INSERT INTO memberships (id, municipality_id, person_id, organisation_id) VALUES ($1, $2, $3, $4)', newId(), municipalityId, personId, organisationId);
  for (const [scopeKind, scopeId] of [['municipality', municipalityId], ['installation', INSTALLATION_ID]]) {
    await sql(`INSERT INTO grants (id, municipality_id, subject_kind, subject_id, role, scope_kind, scope_id, origin_kind, origin_id) VALUES ($1, $2, 'person', $3, 'administrator', $4::"ScopeKind", $2, 'test', $1)`, newId(), scopeId, personId, scopeKind);
  }
});

it('whoever can sign in, belongs somewhere and has the right administers municipality and installation', async () => {
  expect([await isThere(municipalityId), await isThere(INSTALLATION_ID)]).toEqual([true, true]);
  const scopes = await database().prisma.runInTransaction((tx) => administrators.lockScopesOf(tx, personId));
  expect([...scopes].sort()).toEqual([INSTALLATION_ID, municipalityId].sort());
});

it.each([
  ['has no account any more', 'UPDATE persons SET disabled_at = now() WHERE id = $1'],
  ['has no password', 'UPDATE persons SET password_hash = NULL WHERE id = $1'],
  ['belongs to no organisation', 'UPDATE memberships SET ended_at = now() WHERE person_id = $1'],
  ['belongs to a removed organisation only', 'UPDATE organisations SET removed_at = now() WHERE id IN (SELECT organisation_id FROM memberships WHERE person_id = $1)'],
  // The column rounds to milliseconds, and rounded up the right would hold for a moment yet.
  ['has lost the right', "UPDATE grants SET valid_to = date_trunc('milliseconds', now()) WHERE subject_id = $1"],
])('whoever %s counts for neither', async (_what, change) => {
  await sql(change, personId);
  expect([await isThere(municipalityId), await isThere(INSTALLATION_ID)]).toEqual([false, false]);
  expect(await database().prisma.runInTransaction((tx) => administrators.isOneDeserted(tx, [municipalityId]))).toBe(true);
});
