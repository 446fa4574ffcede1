import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { NotifyDeadlinesProcessor } from '@konzeptwerkstatt/participation';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { INestApplication } from '@nestjs/common';
import { loadDemonstration } from './load-demonstration.js';
import { rowOf, rowsOf } from '../test/scene.js';
import { startTestApplication } from '../test/test-application.js';

const database = useTestDatabase();
let application: INestApplication;

interface OpenContribution {
  readonly id: string;
  readonly municipalityId: string;
  readonly editionId: string;
}

beforeAll(async () => {
  application = await startTestApplication(database().url);
  await loadDemonstration({ container: application });
}, 120_000);
afterAll(async () => application.close());

const query = (sql: string, ...values: unknown[]) => database().pool.query(sql, values);
const send = () => application.get(NotifyDeadlinesProcessor, { strict: false }).process({}, new AbortController().signal);
const organisationOf = async (email: string) => (await rowOf<{ id: string }>(database().pool, 'SELECT m.organisation_id AS id FROM memberships m JOIN persons p ON p.id = m.person_id WHERE p.email = $1', email)).id;
const toldOf = async ({ id }: OpenContribution, kind: string) =>
  (await rowsOf<{ email: string }>(database().pool, 'SELECT p.email FROM notifications n JOIN persons p ON p.id = n.person_id WHERE n.kind = $1 AND n.subject_id = $2 ORDER BY 1', kind, id)).map(({ email }) => email);

/** A new contribution of the club in Leipzig that nobody has answered. */
async function contribution(): Promise<OpenContribution> {
  return rowOf<OpenContribution>(database().pool, `
    INSERT INTO contributions (id, municipality_id, edition_id, target, kind, text, state, contributor_id, organisation_id, submitted_at)
    SELECT $1::uuid, e.municipality_id, e.id, 'edition', 'question', 'Was wird daraus?', 'submitted', p.id, m.organisation_id, now() FROM editions e JOIN municipalities t ON t.id = e.municipality_id AND t.ags = '14713000'
      JOIN persons p ON p.email = 'verein.leipzig@example.org' JOIN memberships m ON m.person_id = p.id ORDER BY e.year DESC LIMIT 1
    RETURNING id::text, municipality_id::text AS "municipalityId", edition_id::text AS "editionId"`, newId());
}

async function toAnswer(days: number, assigned = '-10 days'): Promise<OpenContribution> {
  const open = await contribution();
  await query("UPDATE contributions SET assigned_organisation_id = $2, answer_by = (now() AT TIME ZONE 'Europe/Berlin')::date + $3::int, assigned_at = now() + $4::interval WHERE id = $1", open.id, await organisationOf('amt.leipzig@example.org'), days, assigned);
  return open;
}

async function proposed(until: string, since = '-10 days'): Promise<OpenContribution> {
  const open = await contribution();
  await query(`INSERT INTO contribution_responses (subject_id, municipality_id, verdict, reasons, proposed_until, updated_at) VALUES ($1, $2, 'not', 'Dafür fehlt das Geld.', now() + $3::interval, now() + $4::interval)`, open.id, open.municipalityId, until, since);
  return open;
}

it('an office is told once before the day on which it is to have answered, and again when that day is moved', async () => {
  const open = await toAnswer(3);
  await Promise.all([send(), send()]);
  await send();
  expect(await toldOf(open, 'answer_ends')).toEqual(['amt.leipzig@example.org']);
  await query('UPDATE contributions SET answer_by = answer_by - 1 WHERE id = $1', open.id);
  await send();
  expect(await toldOf(open, 'answer_ends')).toHaveLength(2);
});

it('an office is not told of a day that is far, over or was set just now, nor of what is answered or waits for consent', async () => {
  const [far, over, fresh, answered, waiting] = [await toAnswer(4), await toAnswer(-1), await toAnswer(2, '0 seconds'), await toAnswer(1), await toAnswer(1)];
  await query("UPDATE contributions SET state = 'answered' WHERE id = $1", answered.id);
  await query("INSERT INTO contribution_responses (subject_id, municipality_id, verdict, reasons, proposed_until) VALUES ($1, $2, 'noted', 'Gelesen.', now() + interval '9 days')", waiting.id, waiting.municipalityId);
  await send();
  expect(await Promise.all([far, over, fresh, answered, waiting].map((one) => toldOf(one, 'answer_ends')))).toEqual([[], [], [], [], []]);
});

it('whoever may still object is told before the time for it is over, unless she has said something', async () => {
  const [open, far, short, accepted] = [await proposed('2 days'), await proposed('4 days'), await proposed('2 days', '-1 hour'), await proposed('2 days')];
  await query('INSERT INTO proposal_reactions (contribution_id, response_revision, municipality_id, subject_id, is_accepted) VALUES ($1, 1, $2, $1, true)', accepted.id, accepted.municipalityId);
  await Promise.all([send(), send()]);
  expect(await Promise.all([open, far, short, accepted].map((one) => toldOf(one, 'objection_ends')))).toEqual([['verein.leipzig@example.org'], [], [], []]);
});

it('an organisation whose advice is wanted is told before the day, unless it has given it', async () => {
  const [open, given] = [await contribution(), await contribution()];
  for (const { id, municipalityId } of [open, given]) {
    await query(`INSERT INTO contribution_advices (id, municipality_id, contribution_id, organisation_id, question, question_language, due_on, asked_at)
      VALUES ($1, $2, $3, $4, 'Geht das?', 'de', (now() AT TIME ZONE 'Europe/Berlin')::date + 1, now() - interval '10 days')`, newId(), municipalityId, id, await organisationOf('beirat.leipzig@example.org'));
  }
  await query("UPDATE contribution_advices SET given_at = now(), advice = 'Ja.' WHERE contribution_id = $1", given.id);
  await send();
  expect([await toldOf(open, 'advice_ends'), await toldOf(given, 'advice_ends')]).toEqual([['beirat.leipzig@example.org'], []]);
});
