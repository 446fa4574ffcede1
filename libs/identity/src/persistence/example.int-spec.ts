import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { ExampleRepository } from './example.repository.js';

const database = useTestDatabase();
const sql = (text: string, ...values: unknown[]) => database().pool.query(text, values);

it('a municipality takes the sessions of its provider along: none of them stays as one that began with a password', async () => {
  const [example, other, personId, providerId, identityId, theirs, hers] = [newId(), newId(), newId(), newId(), newId(), newId(), newId()];
  await sql("INSERT INTO persons (id, email, display_name) VALUES ($1::uuid, $1::text, 'Jemand')", personId);
  for (const municipalityId of [example, other]) {
    const organisationId = newId();
    await sql("INSERT INTO municipalities (id, name, is_example) VALUES ($1, 'Stadt', true)", municipalityId);
    await sql("INSERT INTO organisations (id, municipality_id, kind, name) VALUES ($1, $2, 'administration', 'Amt')", organisationId, municipalityId);
    await sql('INSERT INTO memberships (id, municipality_id, person_id, organisation_id) VALUES ($1, $2, $3, $4)', newId(), municipalityId, personId, organisationId);
  }
  await sql("INSERT INTO sign_in_providers (id, municipality_id, issuer, client_id, client_secret, label) VALUES ($1, $2, 'https://anmelden.example', 'c', 's', 'Stadt')", providerId, example);
  await sql("INSERT INTO external_identities (id, municipality_id, provider_id, person_id, subject_hash) VALUES ($1, $2, $3, $4, 'x')", identityId, example, providerId, personId);
  for (const id of [theirs, hers]) await sql("INSERT INTO sessions (id, token_hash, person_id, device_label, expires_at) VALUES ($1::uuid, $1::text, $2, 'Browser', now() + interval '1 hour')", id, personId);
  await sql("INSERT INTO provider_sessions (session_id, municipality_id, provider_id, identity_id, identity_hint) VALUES ($1, $2, $3, $4, 'x')", theirs, example, providerId, identityId);
  await database().prisma.runInTransaction((tx) => new ExampleRepository().remove(tx, example));
  expect((await sql('SELECT id FROM sessions WHERE person_id = $1', personId)).rows).toEqual([{ id: hers }]);
});
