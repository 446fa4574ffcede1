import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { INSTALLATION_ID } from '../domain/access.policy.js';
import { AccountRepository } from './account.repository.js';

const database = useTestDatabase();

it('mails to whoever runs the installation are shown to no municipality’s administrators', async () => {
  const { prisma, pool } = database();
  const [personId, municipalityId, organisationId, grantId] = [newId(), newId(), newId(), newId()];
  await pool.query('INSERT INTO municipalities (id, name) VALUES ($1, $2)', [municipalityId, 'Leipzig']);
  await pool.query("INSERT INTO organisations (id, municipality_id, kind, name) VALUES ($1, $2, 'administration', 'Amt')", [organisationId, municipalityId]);
  await prisma.client.person.create({ data: { id: personId, email: 'jemand@example.org', displayName: 'Jemand' } });
  await pool.query('INSERT INTO memberships (id, municipality_id, person_id, organisation_id) VALUES ($1, $2, $3, $4)', [newId(), municipalityId, personId, organisationId]);
  const readers = async () => (await prisma.runInTransaction((tx) => new AccountRepository().findMailed(tx, { id: personId })))?.municipalityId;
  expect(await readers()).toBe(municipalityId);
  await pool.query(
    `INSERT INTO grants (id, municipality_id, subject_kind, subject_id, role, scope_kind, scope_id, origin_kind, origin_id) VALUES ($1, $2, 'person', $3, 'administrator', 'installation', $2, 'test', $1)`, [grantId, INSTALLATION_ID, personId]);
  expect(await readers()).toBeNull();
  await pool.query('UPDATE grants SET valid_to = now() WHERE id = $1', [grantId]);
  expect(await readers()).toBe(municipalityId);
});
