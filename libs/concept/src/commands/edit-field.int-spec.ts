import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { encodeGlobalId } from '@konzeptwerkstatt/platform-graphql';
import { fieldsOf, insertMeasure, setTitle } from '@konzeptwerkstatt/document-model';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import { asking, createConceptWorld, createDraft, createTown } from '../../test/concept-world.js';
import type { ConceptWorld, Draft, Town } from '../../test/concept-world.js';
import { ProjectDocumentProcessor } from '../jobs/project-document.processor.js';
import { AddConceptObjectCommand } from './add-concept-object.command.js';
import { EditFieldCommand } from './edit-field.command.js';
import { RemoveConceptObjectCommand } from './remove-concept-object.command.js';

const database = useTestDatabase();
let world: ConceptWorld;
let town: Town;
let elsewhere: Town;

beforeAll(async () => {
  world = await createConceptWorld(database().url);
  town = await createTown(world.pool, 'Leipzig');
  elsewhere = await createTown(world.pool, 'Rostock');
});
afterAll(async () => world.close());

let draft: Draft;
let measureId: string;
let fields: EditFieldCommand;

beforeEach(async () => {
  draft = await createDraft(world, town);
  fields = world.app.get(EditFieldCommand, { strict: false });
  measureId = await world.app.get(AddConceptObjectCommand, { strict: false }).run(asking(town.first), {
    object: 'measure', sectionId: draft.sectionId, title: 'Sprachmittlung', description: 'Ein Pool', afterBlockId: null,
  });
});

const status = (value: string | null, expected: string | null) => ({ object: 'measure', id: measureId, field: 'status', input: 'status', value, expected }) as const;
const partner = (member: string, present = true) => ({ object: 'measure', id: measureId, field: 'partner', input: 'organisationId', member, present }) as const;

async function row(): Promise<Record<string, unknown>> {
  const { rows } = await world.pool.query('SELECT *, ARRAY(SELECT organisation_id::text FROM measure_partners WHERE measure_id = m.id) AS partners FROM measures m WHERE id = $1', [measureId]);
  return rows[0] as Record<string, unknown>;
}

async function text() {
  return database().prisma.runInTransaction((tx) => world.store.read(tx, draft.documentId));
}

async function events(): Promise<{ name: string; organisation: string; payload: Record<string, unknown> }[]> {
  const { rows } = await world.pool.query(
    `SELECT name, actor ->> 'organisationId' AS organisation, payload FROM engine.outbox_event WHERE aggregate_id = $1 ORDER BY sequence`, [measureId]);
  return rows as { name: string; organisation: string; payload: Record<string, unknown> }[];
}

describe('an edit in the table', () => {
  it('stands in the text, in the row and among the events once it is answered', async () => {
    await fields.setValue(asking(town.second), status('running', null));
    expect((await text()).measures[0]?.fields.status).toBe('running');
    expect(await row()).toMatchObject({ status: 'running', title: 'Sprachmittlung', description: 'Ein Pool' });
    expect(await events()).toEqual([
      { name: 'concept.measure.added', organisation: town.first.organisationId, payload: { measureId, sectionId: draft.sectionId } },
      { name: 'concept.measure.changed', organisation: town.second.organisationId, payload: { measureId, sectionId: draft.sectionId, field: 'status', from: null, to: 'running' } },
    ]);
  });

  it('leaves nothing for the projection to do', async () => {
    await fields.setValue(asking(town.second), status('running', null));
    const before = await row();
    await world.app.get(ProjectDocumentProcessor, { strict: false }).process({ documentId: draft.documentId });
    expect(await row()).toEqual(before);
    expect(await events()).toHaveLength(2);
  });

  it('that is repeated with its key has one effect', async () => {
    const context = asking(town.second, { status: 'running' });
    await fields.setValue(context, status('running', null));
    await fields.setValue(context, status('running', null));
    expect(await events()).toHaveLength(2);
  });

  it('sees what was typed before it and was not projected yet, each with its own writer', async () => {
    await world.store.type(draft.documentId, town.first, (document) => fieldsOf(document).set(`${String((document.getXmlFragment('body').get(0) as { getAttribute(name: string): string }).getAttribute('id'))}/type`, 'pilot'));
    await fields.setValue(asking(town.second), status('planned', null));
    expect(await row()).toMatchObject({ type: 'pilot', status: 'planned' });
    expect((await events()).slice(1).map(({ organisation, payload }) => [payload['field'], organisation])).toEqual([
      ['type', town.first.organisationId], ['status', town.second.organisationId],
    ]);
  });
});

describe('a value that somebody else changed meanwhile', () => {
  it('is refused with the value of the other and who set it', async () => {
    await fields.setValue(asking(town.first), status('planned', null));
    await expect(fields.setValue(asking(town.second), status('running', null))).rejects.toMatchObject({
      details: [{ code: 'STALE_VALUE', path: ['status'], params: { currentValue: 'planned', changedByOrganisationId: town.first.organisationId } }],
    });
    expect(await row()).toMatchObject({ status: 'planned' });
  });

  it('is refused, too, when it was typed and is not in the table yet', async () => {
    const { measures } = await text();
    await world.store.type(draft.documentId, town.first, (document) => setTitle(document, measures[0]?.blockId ?? '', 'Sprachmittlung in der Klinik'));
    await expect(fields.setTitle(asking(town.second), { object: 'measure', id: measureId, title: 'Dolmetschen', expected: 'Sprachmittlung' })).rejects.toMatchObject({
      details: [{ code: 'STALE_VALUE', params: { currentValue: 'Sprachmittlung in der Klinik' } }],
    });
  });
});

describe('two people at the same moment', () => {
  it('who each add a partner lose neither', async () => {
    const [, one, two] = town.organisations as [string, string, string];
    await Promise.all([fields.setMember(asking(town.first), partner(one)), fields.setMember(asking(town.second), partner(two))]);
    expect(((await row())['partners'] as string[]).sort()).toEqual([one, two].sort());
  });

  it('need one connection each: more than the pool has all get through', async () => {
    const measures: { readonly id: string; readonly organisation: string }[] = [];
    for (let number = 0; number < 12; number++) {
      const { sectionId } = await createDraft(world, town);
      const id = await world.app.get(AddConceptObjectCommand, { strict: false }).run(asking(town.first), { object: 'measure', sectionId, title: 'Begegnung', description: null, afterBlockId: null });
      measures.push({ id, organisation: newRandomId() });
    }
    await world.pool.query(`INSERT INTO organisations (id, municipality_id, kind, name) SELECT id, $1, 'civil_society', id::text FROM unnest($2::uuid[]) AS id`,
      [town.municipalityId, measures.map(({ organisation }) => organisation)]);
    // All connections are open before, so that all edits begin at once.
    const { client } = world.app.get(PrismaDatabase, { strict: false });
    await Promise.all(measures.map(() => client.$queryRaw`SELECT pg_sleep(0.1)::text`));
    await Promise.all(measures.map(({ id, organisation }) => fields.setMember(asking(town.first), { ...partner(organisation), id })));
    const { rows } = await world.pool.query('SELECT organisation_id FROM measure_partners WHERE measure_id = ANY ($1)', [measures.map(({ id }) => id)]);
    expect(rows).toHaveLength(measures.length);
  }, 30_000);

  it('who set the same field: one wins, the other is told', async () => {
    const results = await Promise.allSettled([fields.setValue(asking(town.first), status('planned', null)), fields.setValue(asking(town.second), status('running', null))]);
    expect(results.filter(({ status: outcome }) => outcome === 'fulfilled')).toHaveLength(1);
    expect(results.find(({ status: outcome }) => outcome === 'rejected')).toMatchObject({ reason: { details: [{ code: 'STALE_VALUE' }] } });
  });
});

describe('what a form refuses', () => {
  it('names the field and leaves everything as it was', async () => {
    const set = (field: string, input: string, value: string) => fields.setValue(asking(town.first), { object: 'measure', id: measureId, field, input, value, expected: null });
    await expect(set('period', 'period', '2027/2025')).rejects.toMatchObject({ details: [{ code: 'PERIOD_ENDS_BEFORE_START', path: ['period'] }] });
    await expect(set('period', 'period', 'bald')).rejects.toMatchObject({ details: [{ code: 'PERIOD_INVALID' }] });
    await expect(set('budgetAmount', 'amount', '12,50')).rejects.toMatchObject({ details: [{ code: 'AMOUNT_INVALID', path: ['amount'] }] });
    await expect(set('resources', 'resources', 'a\u0000b')).rejects.toMatchObject({ details: [{ code: 'TEXT_NOT_STORABLE' }] });
    await expect(fields.setTitle(asking(town.first), { object: 'measure', id: measureId, title: '  ', expected: 'Sprachmittlung' })).rejects.toMatchObject({ details: [{ code: 'TITLE_REQUIRED' }] });
    expect(await events()).toHaveLength(1);
  });

  it('knows no organisation and no indicator of another municipality', async () => {
    await expect(fields.setMember(asking(town.first), partner(elsewhere.organisations[0] as string))).rejects.toMatchObject({ details: [{ code: 'UNKNOWN_ORGANISATION', path: ['organisationId'] }] });
    const indicator = { object: 'measure', id: measureId, field: 'indicator', input: 'indicatorId', member: elsewhere.indicatorId, present: true } as const;
    await expect(fields.setMember(asking(town.first), indicator)).rejects.toMatchObject({ details: [{ code: 'UNKNOWN_INDICATOR' }] });
    await fields.setMember(asking(town.first), { ...indicator, member: town.indicatorId });
    expect((await text()).measures[0]?.fields.indicators).toEqual([town.indicatorId]);
  });

  it('is about something that does not exist, for people of another municipality', async () => {
    await expect(fields.setValue(asking(elsewhere.office), status('done', null))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is frozen with the edition', async () => {
    await world.pool.query('UPDATE editions SET frozen_at = now() WHERE id = $1', [draft.editionId]);
    await expect(fields.setValue(asking(town.first), status('done', null))).rejects.toMatchObject({ details: [{ code: 'EDITION_FROZEN' }] });
  });

  it('is frozen with its document, even where the edition does not say so yet', async () => {
    await world.pool.query('UPDATE engine.document SET frozen_at = now() WHERE id = $1', [draft.documentId]);
    await expect(fields.setValue(asking(town.first), status('done', null))).rejects.toMatchObject({ details: [{ code: 'EDITION_FROZEN' }] });
    expect(await row()).toMatchObject({ status: null });
  });
});

describe('the projection job', () => {
  it('brings typed measures into the table, once, and lets removed ones go', async () => {
    const blockId = newRandomId();
    const job = world.app.get(ProjectDocumentProcessor, { strict: false });
    await world.store.type(draft.documentId, town.second, (document) => insertMeasure(document, { blockId, title: 'Begegnung', values: { lead: town.organisations[0] as string, [`partner/${elsewhere.organisations[0]}`]: true } }));
    await job.process({ documentId: draft.documentId });
    await job.process({ documentId: draft.documentId });
    const { rows } = await world.pool.query('SELECT id, title, lead_organisation_id, (SELECT count(*)::int FROM measure_partners WHERE measure_id = m.id) AS partners FROM measures m WHERE block_id = $1', [blockId]);
    expect(rows).toEqual([{ id: expect.any(String), title: 'Begegnung', lead_organisation_id: town.organisations[0], partners: 0 }]);
    await world.app.get(RemoveConceptObjectCommand, { strict: false }).run(asking(town.first), { object: 'measure', id: rows[0].id as string });
    const { rows: after } = await world.pool.query('SELECT removed_at IS NOT NULL AS removed FROM measures WHERE block_id = $1', [blockId]);
    expect(after).toEqual([{ removed: true }]);
    const { rows: told } = await world.pool.query('SELECT name FROM engine.outbox_event WHERE aggregate_id = $1 ORDER BY sequence', [rows[0].id]);
    expect(told).toEqual([{ name: 'concept.measure.added' }, { name: 'concept.measure.removed' }]);
  });

  it('notes who wrote words, per block', async () => {
    const { measures } = await text();
    await world.store.type(draft.documentId, town.second, (document) => setTitle(document, measures[0]?.blockId ?? '', 'Neu'));
    await world.app.get(ProjectDocumentProcessor, { strict: false }).process({ documentId: draft.documentId });
    const { rows } = await world.pool.query('SELECT block_id, organisation_id FROM engine.pending_text_change WHERE document_id = $1 AND organisation_id = $2', [draft.documentId, town.second.organisationId]);
    expect(rows).toEqual([{ block_id: measures[0]?.blockId, organisation_id: town.second.organisationId }]);
  });
});

describe('the mutation in the API', () => {
  it('answers with the measure as it is now, and with both values when it was overtaken', async () => {
    const mutation = `mutation ($input: SetMeasureStatusInput!) { setMeasureStatus(input: $input) { measure { status mayEdit } errors { code path ... on StaleValueError { currentValue changedBy { name } } } } }`;
    const input = { measureId: encodeGlobalId('Measure', measureId), status: 'RUNNING', expected: null, idempotencyKey: newRandomId() };
    expect((await world.ask(town.first, mutation, { input })).data).toEqual({ setMeasureStatus: { measure: { status: 'RUNNING', mayEdit: true }, errors: [] } });
    const late = await world.ask(town.second, mutation, { input: { ...input, status: 'DONE', idempotencyKey: newRandomId() } });
    expect(late.data).toEqual({ setMeasureStatus: { measure: null, errors: [{ code: 'STALE_VALUE', path: ['status'], currentValue: 'RUNNING', changedBy: { name: 'Verein' } }] } });
  });
});
