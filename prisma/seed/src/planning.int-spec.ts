import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { AddDatedStepCommand, AssignProcessRoleCommand, ProcessReader, WithdrawProcessRoleCommand } from '@konzeptwerkstatt/planning';
import type { AddDatedStep, AssignProcessRole } from '@konzeptwerkstatt/planning';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { INestApplication } from '@nestjs/common';
import { loadDemonstration } from './load-demonstration.js';
import { actorOf, mutationOf, refusalOf, rowOf, rowsOf } from '../test/scene.js';
import { startTestApplication } from '../test/test-application.js';

const database = useTestDatabase();
let application: INestApplication;
let leipzig = '';
let rostock = '';

beforeAll(async () => {
  application = await startTestApplication(database().url);
  await loadDemonstration({ container: application });
  const processOf = (ags: string) => rowOf<{ id: string }>(database().pool, 'SELECT p.id FROM planning_processes p JOIN municipalities m ON m.id = p.municipality_id WHERE m.ags = $1', ags);
  leipzig = (await processOf('14713000')).id;
  rostock = (await processOf('13003000')).id;
}, 120_000);
afterAll(async () => application.close());

const organisation = async (name: string) => (await rowOf<{ id: string }>(database().pool, 'SELECT id FROM organisations WHERE name = $1', name)).id;
const section = async (title: string) => (await rowOf<{ id: string }>(database().pool, 'SELECT id FROM sections WHERE title = $1', title)).id;
const office = () => actorOf(database().pool, 'amt.leipzig@example.org');

async function assign(facts: Partial<AssignProcessRole>, email = 'amt.leipzig@example.org', key?: string): Promise<string> {
  const input: AssignProcessRole = { processId: leipzig, organisationId: null, personEmail: null, role: 'reviewer', sectionIds: [], ...facts };
  return application.get(AssignProcessRoleCommand, { strict: false }).run(mutationOf(await actorOf(database().pool, email), 'assignProcessRole', input, key), input);
}

async function addStep(facts: Partial<AddDatedStep>, email = 'amt.leipzig@example.org', key?: string): Promise<string> {
  const input: AddDatedStep = { processId: leipzig, kind: 'participation', title: 'Werkstatt', date: '2026-autumn', note: null, ...facts };
  return application.get(AddDatedStepCommand, { strict: false }).run(mutationOf(await actorOf(database().pool, email), 'addDatedStep', input, key), input);
}

async function withdraw(roleId: string, email = 'amt.leipzig@example.org', key?: string): Promise<string> {
  return application.get(WithdrawProcessRoleCommand, { strict: false }).run(mutationOf(await actorOf(database().pool, email), 'withdrawProcessRole', { roleId }, key), { roleId });
}

describe('giving a role', () => {
  it('stores it and tells of it in the same transaction', async () => {
    const [subjectId, sectionId] = [await organisation('Unternehmensnetz Ausbildung (Beispiel)'), await section('Politische Teilhabe')];
    const id = await assign({ organisationId: subjectId, role: 'contributor', sectionIds: [sectionId, sectionId] });
    expect(await rowOf(database().pool, 'SELECT subject_id, role, section_ids FROM process_roles WHERE id = $1', id)).toEqual({ subject_id: subjectId, role: 'contributor', section_ids: [sectionId] });
    expect(await rowOf(database().pool, "SELECT payload FROM engine.outbox_event WHERE name = 'planning.role.assigned' AND aggregate_id = $1", id)).toEqual({
      payload: { roleId: id, processId: leipzig, subjectKind: 'organisation', subjectId, role: 'contributor', sectionIds: [sectionId] },
    });
  });

  it('finds a person by her mail address, however it is written', async () => {
    const id = await assign({ personEmail: ' Beirat.Leipzig@example.org ', role: 'editor' });
    expect(await rowOf(database().pool, 'SELECT subject_kind FROM process_roles WHERE id = $1', id)).toEqual({ subject_kind: 'person' });
  });

  it('done again with the same key gives the same role once', async () => {
    const [organisationId, key] = [await organisation('Gesundheitsamt (Beispiel)'), newId()];
    const ids = [await assign({ organisationId }, undefined, key), await assign({ organisationId }, undefined, key)];
    expect(ids[0]).toBe(ids[1]);
    expect(await rowsOf(database().pool, 'SELECT 1 FROM process_roles WHERE subject_id = $1', organisationId)).toHaveLength(1);
  });

  it('is refused beside the field for what does not exist here', async () => {
    expect(await refusalOf(assign({}))).toEqual(['SUBJECT_REQUIRED at organisationId']);
    expect(await refusalOf(assign({ organisationId: await organisation('Offener Hafen e. V. (Beispiel)') }))).toEqual(['UNKNOWN_ORGANISATION at organisationId']);
    expect(await refusalOf(assign({ personEmail: 'verein.rostock@example.org' }))).toEqual(['UNKNOWN_PERSON at personEmail']);
    expect(await refusalOf(assign({ personEmail: 'amt.leipzig@example.org', sectionIds: [await section('Leben und Wohnen im Stadtteil')] }))).toEqual(['UNKNOWN_SECTION at sectionIds']);
    expect(await refusalOf(assign({ personEmail: 'amt.leipzig@example.org', role: 'administrator' }))).toEqual(['ROLE_NOT_ASSIGNABLE at role']);
    expect(await refusalOf(assign({ organisationId: await organisation('Viele Stimmen e. V. (Beispiel)'), role: 'contributor' }))).toEqual(['ROLE_ALREADY_ASSIGNED at role']);
  });

  it('is FORBIDDEN for those who only take part, and NOT_FOUND for those of another municipality', async () => {
    const organisationId = await organisation('Personalamt (Beispiel)');
    expect(await refusalOf(assign({ organisationId }, 'verein.leipzig@example.org'))).toEqual(['FORBIDDEN']);
    expect(await refusalOf(assign({ organisationId }, 'amt.rostock@example.org'))).toEqual(['NOT_FOUND']);
    expect(await refusalOf(assign({ organisationId, processId: rostock }))).toEqual(['NOT_FOUND']);
    expect(await refusalOf(assign({ organisationId, processId: newId() }))).toEqual(['NOT_FOUND']);
  });

  it('at the same moment twice with different keys gives it once', async () => {
    const organisationId = await organisation('Beratungsstelle gegen Diskriminierung (Beispiel)');
    const outcomes = await Promise.all([refusalOf(assign({ organisationId })), refusalOf(assign({ organisationId }))]);
    expect(outcomes.flat()).toEqual(['ROLE_ALREADY_ASSIGNED at role']);
  });
});

describe('taking a role away', () => {
  it('ends it, tells of it, and does so once however often it is asked', async () => {
    const id = await assign({ organisationId: await organisation('Institut für Stadt und Teilhabe (Beispiel)') });
    const key = newId();
    expect([await withdraw(id, undefined, key), await withdraw(id, undefined, key)]).toEqual([leipzig, leipzig]);
    expect(await rowsOf(database().pool, "SELECT 1 FROM engine.outbox_event WHERE name = 'planning.role.withdrawn' AND aggregate_id = $1", id)).toHaveLength(1);
    expect(await refusalOf(withdraw(id))).toEqual(['NOT_FOUND']);
  });

  it('never leaves a process without anybody who steers it', async () => {
    const { id } = await rowOf<{ id: string }>(database().pool, "SELECT id FROM process_roles WHERE process_id = $1 AND role = 'steering'", leipzig);
    expect(await refusalOf(withdraw(id))).toEqual(['LAST_STEERING_ROLE at roleId']);
  });

  it('is NOT_FOUND for a role of another municipality', async () => {
    const { id } = await rowOf<{ id: string }>(database().pool, 'SELECT id FROM process_roles WHERE process_id = $1 LIMIT 1', rostock);
    expect(await refusalOf(withdraw(id))).toEqual(['NOT_FOUND']);
  });
});

describe('adding a step', () => {
  it('keeps a date as exact as it was typed and shows it in its place', async () => {
    const id = await addStep({ title: 'Herbstwerkstatt', date: '2026-autumn' });
    expect(await rowOf(database().pool, 'SELECT date_from::text, date_to::text, date_precision, basis FROM dated_steps WHERE id = $1', id)).toEqual({
      date_from: '2026-09-01', date_to: '2026-11-30', date_precision: 'quarter', basis: 'own',
    });
    const actor = await office();
    const steps = await application.get(ProcessReader, { strict: false }).findSteps(actor.municipalityId ?? '', [leipzig]);
    expect(steps.at(-1)?.title).toBe('Herbstwerkstatt');
  });

  it('is refused with every mistake at once, and changes nothing', async () => {
    const before = await rowsOf(database().pool, 'SELECT id FROM dated_steps');
    expect(await refusalOf(addStep({ title: '', date: 'bald' }))).toEqual(['TITLE_REQUIRED at title', 'DATE_INVALID at date']);
    expect(await refusalOf(addStep({}, 'wohlfahrt.leipzig@example.org'))).toEqual(['FORBIDDEN']);
    expect(await refusalOf(addStep({ processId: rostock }))).toEqual(['NOT_FOUND']);
    expect(await rowsOf(database().pool, 'SELECT id FROM dated_steps')).toEqual(before);
  });

  it('done again with the same key adds one step', async () => {
    const key = newId();
    expect(await addStep({ title: 'Einmal' }, undefined, key)).toBe(await addStep({ title: 'Einmal' }, undefined, key));
    expect(await refusalOf(addStep({ title: 'Etwas anderes' }, undefined, key))).toEqual(['IDEMPOTENCY_KEY_REUSED at idempotencyKey']);
    expect(await rowsOf(database().pool, "SELECT 1 FROM dated_steps WHERE title = 'Einmal'")).toHaveLength(1);
  });
});

describe('reading processes', () => {
  it('shows those of the roles one has, and nothing of another municipality', async () => {
    const reader = application.get(ProcessReader, { strict: false });
    const visible = async (email: string) => (await reader.findVisible(await actorOf(database().pool, email), { skip: 0, take: 10 })).rows.map(({ id }) => id);
    expect(await visible('verein.leipzig@example.org')).toEqual([leipzig]);
    expect(await visible('verein.rostock@example.org')).toEqual([rostock]);
    expect(await reader.find(await office(), rostock)).toBeNull();
    expect(await reader.find(null, leipzig)).toBeNull();
    expect(await reader.findManyByIds(await office(), [leipzig, rostock])).toHaveLength(1);
  });
});
