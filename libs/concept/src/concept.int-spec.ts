import 'reflect-metadata';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLObjectType } from 'graphql';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { appendBlocks, setTitle } from '@konzeptwerkstatt/document-model';
import { encodeGlobalId, FileRegistry } from '@konzeptwerkstatt/platform-graphql';
import { WakeUpHub } from '@konzeptwerkstatt/platform-outbox';
import { newId, newRandomId } from '@konzeptwerkstatt/kernel';
import { asking, createConceptWorld, createDraft, createTown } from '../test/concept-world.js';
import type { ConceptWorld, Draft, Town } from '../test/concept-world.js';
import { SectionDocumentAccess } from './collab/section-document.access.js';
import { AddConceptObjectCommand } from './commands/add-concept-object.command.js';
import { AddSectionCommand } from './commands/add-section.command.js';
import { MoveSectionCommand } from './commands/move-section.command.js';
import { RemoveSectionCommand } from './commands/remove-section.command.js';
import { RenameSectionCommand } from './commands/rename-section.command.js';
import { SectionAccess } from './commands/section-access.js';
import { ProjectDocumentProcessor } from './jobs/project-document.processor.js';
import { PublishTextChangesProcessor } from './jobs/publish-text-changes.processor.js';
import { SweepProjectionsProcessor } from './jobs/sweep-projections.processor.js';
import { EditionReader } from './queries/edition.reader.js';
import { EditionLiveStream } from './queries/edition-live.stream.js';
import { MeasureTableStream } from './queries/measure-table.stream.js';

const database = useTestDatabase();
let world: ConceptWorld;
let town: Town;
let elsewhere: Town;
let draft: Draft;

beforeAll(async () => {
  world = await createConceptWorld(database().url);
  town = await createTown(world.pool, 'Leipzig');
  elsewhere = await createTown(world.pool, 'Rostock');
}, 60_000);
afterAll(async () => world.close());
beforeEach(async () => {
  draft = await createDraft(world, town);
});

const get = <T>(type: new (...args: never[]) => T): T => world.app.get(type, { strict: false });
const addMeasure = (title = 'Sprachmittlung'): Promise<string> =>
  get(AddConceptObjectCommand).run(asking(town.first), { object: 'measure', sectionId: draft.sectionId, title, description: null, afterBlockId: null });

async function order(): Promise<string[]> {
  const { rows } = await world.pool.query<{ title: string }>('SELECT title FROM sections WHERE edition_id = $1 AND removed_at IS NULL ORDER BY position', [draft.editionId]);
  return rows.map(({ title }) => title);
}

describe('sections', () => {
  it('are added, moved, renamed and removed by who may edit the edition', async () => {
    const add = (title: string, afterSectionId?: string | null): Promise<string> => get(AddSectionCommand).run(asking(town.office), { editionId: draft.editionId, kind: 'chapter', title, afterSectionId });
    const preface = await add('Vorwort', null);
    const outlook = await add('Ausblick');
    expect(await order()).toEqual(['Vorwort', 'Sprache', 'Ausblick']);
    await get(MoveSectionCommand).run(asking(town.office), outlook, preface);
    await get(RenameSectionCommand).run(asking(town.office), outlook, 'Rückblick', 'Ausblick');
    expect(await order()).toEqual(['Vorwort', 'Rückblick', 'Sprache']);
    await expect(get(RenameSectionCommand).run(asking(town.office), outlook, 'Zukunft', 'Ausblick')).rejects.toMatchObject({
      details: [{ code: 'STALE_VALUE', params: { currentValue: 'Rückblick', changedByOrganisationId: town.office.organisationId } }],
    });
    await get(RemoveSectionCommand).run(asking(town.office), preface);
    expect(await order()).toEqual(['Rückblick', 'Sprache']);
  });

  it('have each a title of its own, which a removed one gives back', async () => {
    const add = (title: string): Promise<string> => get(AddSectionCommand).run(asking(town.office), { editionId: draft.editionId, kind: 'field_of_action', title });
    const taken = { details: [{ code: 'SECTION_TITLE_TAKEN', path: ['title'] }] };
    const work = await add('Ämter');
    await expect(add(' ämter ')).rejects.toMatchObject(taken);
    await expect(get(RenameSectionCommand).run(asking(town.office), work, 'SPRACHE', 'Ämter')).rejects.toMatchObject(taken);
    expect(await order()).toEqual(['Sprache', 'Ämter']);
    await get(RenameSectionCommand).run(asking(town.office), work, 'ÄMTER', 'Ämter');
    await get(RemoveSectionCommand).run(asking(town.office), work);
    await add('Ämter');
    expect(await order()).toEqual(['Sprache', 'Ämter']);
  });

  it('of one title, added and renamed by several people at the same instant, are one section', async () => {
    const add = (title: string): Promise<string> => get(AddSectionCommand).run(asking(town.office), { editionId: draft.editionId, kind: 'field_of_action', title });
    const other = await add('Wohnen');
    const outcomes = await Promise.allSettled([add('Arbeit'), add('arbeit '), add('ARBEIT'), get(RenameSectionCommand).run(asking(town.office), other, 'Arbeit', 'Wohnen')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ details: [{ code: 'SECTION_TITLE_TAKEN' }] });
  });

  it('that are removed make the rooms look again who may stay', async () => {
    const hub = get(WakeUpHub);
    await hub.start();
    const heard: unknown[] = [];
    const leave = hub.on('access', (wakeUp) => heard.push(wakeUp));
    await get(RemoveSectionCommand).run(asking(town.office), draft.sectionId);
    for (let tries = 0; heard.length === 0 && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 20));
    leave();
    expect(heard).toEqual([{ kind: 'access', personId: null, municipalityId: town.municipalityId }]);
  });

  it('are nothing that a contributor may change, nor somebody from elsewhere see', async () => {
    await expect(get(RemoveSectionCommand).run(asking(town.first), draft.sectionId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(get(RemoveSectionCommand).run(asking(elsewhere.office), draft.sectionId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get(MoveSectionCommand).run(asking(town.office), draft.sectionId, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stay as they are after adoption', async () => {
    await world.pool.query('UPDATE editions SET frozen_at = now() WHERE id = $1', [draft.editionId]);
    await expect(get(RenameSectionCommand).run(asking(town.office), draft.sectionId, 'Neu', 'Sprache')).rejects.toMatchObject({ details: [{ code: 'EDITION_FROZEN' }] });
  });
});

describe("rights in a section's text", () => {
  it('follow the policy, the adoption and the removal', async () => {
    const rights = (actor = town.first) => get(SectionDocumentAccess).rights(draft.documentId, { ...actor });
    expect(await rights()).toEqual({ canRead: true, canWrite: true });
    expect(await rights(elsewhere.office)).toBeNull();
    await world.pool.query('UPDATE editions SET frozen_at = now() WHERE id = $1', [draft.editionId]);
    expect(await rights()).toEqual({ canRead: true, canWrite: false });
    await world.pool.query('UPDATE sections SET removed_at = now() WHERE id = $1', [draft.sectionId]);
    expect(await rights()).toBeNull();
  });
});

describe('words', () => {
  it('become one event per writer after ten quiet seconds, or after sixty at most', async () => {
    await world.store.type(draft.documentId, town.second, (document) => void appendBlocks(document, [{ type: 'paragraph', text: 'Ausgangslage' }, { type: 'paragraph', text: 'Ziele' }]));
    await get(ProjectDocumentProcessor).process({ documentId: draft.documentId });
    const told = async (): Promise<unknown[]> => (await world.pool.query(`SELECT actor ->> 'organisationId' AS organisation, jsonb_array_length(payload -> 'blockIds') AS blocks FROM engine.outbox_event WHERE name = 'concept.section.text-changed' AND aggregate_id = $1`, [draft.sectionId])).rows;
    const age = (column: 'first_at' | 'last_at', seconds: number) => world.pool.query(`UPDATE engine.pending_text_change SET ${column} = now() - $2 * interval '1 s' WHERE document_id = $1`, [draft.documentId, seconds]);
    await get(PublishTextChangesProcessor).process();
    expect(await told()).toEqual([]);
    await age('last_at', 11);
    await get(PublishTextChangesProcessor).process();
    await get(PublishTextChangesProcessor).process();
    expect(await told()).toEqual([{ organisation: town.second.organisationId, blocks: 2 }]);
    await world.store.type(draft.documentId, town.first, (document) => void appendBlocks(document, [{ type: 'paragraph', text: 'Mehr' }]));
    await get(ProjectDocumentProcessor).process({ documentId: draft.documentId });
    await age('first_at', 61);
    await get(PublishTextChangesProcessor).process();
    expect(await told()).toHaveLength(2);
  });

  it('that a lost job left behind are found by the sweep', async () => {
    await world.store.type(draft.documentId, town.second, (document) => void appendBlocks(document, [{ type: 'paragraph', text: 'Verloren' }]));
    await world.pool.query(`UPDATE engine.document_update SET created_at = now() - interval '6 s' WHERE document_id = $1`, [draft.documentId]);
    await get(SweepProjectionsProcessor).process();
    expect(world.jobs).toContainEqual({ name: 'concept.project-document', data: { documentId: draft.documentId } });
  });

  it('are read as safe HTML', async () => {
    await world.store.type(draft.documentId, town.second, (document) => void appendBlocks(document, [{ type: 'paragraph', text: '<b>fett</b>' }]));
    const { data } = await world.ask(town.first, 'query ($uuid: String!) { section(uuid: $uuid) { readingHtml } }', { uuid: draft.sectionId });
    expect(data).toEqual({ section: { readingHtml: '<p>&lt;b&gt;fett&lt;/b&gt;</p>' } });
  });

  it('of many sections at once are dear', () => {
    const { schema } = get(GraphQLSchemaHost);
    expect((schema.getType('Section') as GraphQLObjectType).getFields()['readingHtml']?.extensions).toEqual({ cost: 250 });
  });
});

describe('the download of the measure table', () => {
  it('is a table for spreadsheets and one for programs, for who may read the edition', async () => {
    await addMeasure('=Sprachmittlung; Pool');
    const open = async (form: string, actor = town.first): Promise<string | null> => {
      const file = await get(FileRegistry).open(`measures-${draft.editionId}.${form}.csv`, actor, null);
      return file === null ? null : (await buffer(file.content as Readable)).toString('utf8');
    };
    const german = (await open('german')) ?? '';
    expect(german.slice(0, 28)).toBe('\ufeffHandlungsfeld;Nr.;Maßnahme;');
    expect(german).toContain(`Sprache;M1.1;"'=Sprachmittlung; Pool";`);
    expect(await open('machine')).toMatch(/^section,number,title,[\s\S]*\r\nSprache,M1\.1,'=Sprachmittlung; Pool,/);
    expect(await open('german', elsewhere.office)).toBeNull();
  });
});

/** Relays as the worker would: gives positions to what waits, and wakes who follows. */
async function relay(): Promise<void> {
  const { rows } = await world.pool.query<{ position: string }>(
    `UPDATE engine.outbox_event e SET position = n.position FROM (SELECT id, nextval('engine.event_position') AS position FROM (SELECT id FROM engine.outbox_event WHERE position IS NULL ORDER BY occurred_at, sequence) w) n
     WHERE e.id = n.id RETURNING e.position::text`);
  const position = rows.map((row) => BigInt(row.position)).reduce((a, b) => (a > b ? a : b), 0n);
  await world.pool.query('SELECT pg_notify($1, $2)', ['konzeptwerkstatt', JSON.stringify({ kind: 'events', position: String(position) })]);
}

describe('whoever watches', () => {
  const edition = async () => (await get(EditionReader).findByIds([draft.editionId]))[0]!;

  it('a measure table hears of fields by events and of words at once', async () => {
    await relay();
    const changes = await get(MeasureTableStream).follow(town.second, await edition(), null);
    const id = await addMeasure();
    await relay();
    expect((await changes.next()).value).toMatchObject({ measure: { id, title: 'Sprachmittlung' }, removedMeasureId: null });
    const { rows } = await world.pool.query<{ block_id: string }>('SELECT block_id FROM measures WHERE id = $1', [id]);
    await world.store.type(draft.documentId, town.first, (document) => setTitle(document, rows[0]?.block_id ?? '', 'Dolmetschen'));
    await get(ProjectDocumentProcessor).process({ documentId: draft.documentId });
    expect((await changes.next()).value).toMatchObject({ measure: { id, title: 'Dolmetschen' } });
    await changes.return?.();
  }, 20_000);

  it('a measure table is not bothered by texts of other editions, and told of all of its own', async () => {
    await relay();
    const id = await addMeasure();
    await relay();
    const asked = jest.spyOn(get(SectionAccess), 'mayReadEdition');
    const changes = await get(MeasureTableStream).follow(town.second, await edition(), null);
    const next = changes.next();
    for (let number = 0; number < 20; number++) {
      await world.pool.query('SELECT pg_notify($1, $2)', ['konzeptwerkstatt', JSON.stringify({ kind: 'document', documentId: newRandomId() })]);
    }
    const { rows } = await world.pool.query<{ block_id: string }>('SELECT block_id FROM measures WHERE id = $1', [id]);
    for (const title of ['Dolmetschen', 'Übersetzen']) {
      await world.store.type(draft.documentId, town.first, (document) => setTitle(document, rows[0]?.block_id ?? '', title));
      await get(ProjectDocumentProcessor).process({ documentId: draft.documentId });
    }
    const seen = [(await next).value.measure.title];
    while (seen.at(-1) !== 'Übersetzen') seen.push((await changes.next()).value.measure.title);
    expect(asked.mock.calls.length).toBeLessThan(6);
    await changes.return?.();
    asked.mockRestore();
  }, 20_000);

  it('loses sight when the right to read is withdrawn', async () => {
    await relay();
    const guest = { ...town.second, personId: newId() };
    await world.pool.query('INSERT INTO persons (id, email, display_name) VALUES ($1, $2, $3)', [guest.personId, `${newRandomId()}@example.org`, 'Gast']);
    await world.pool.query('INSERT INTO memberships (id, municipality_id, person_id, organisation_id) VALUES ($1, $2, $3, $4)', [newId(), town.municipalityId, guest.personId, guest.organisationId]);
    const events = await get(EditionLiveStream).activity(guest, await edition(), '0');
    expect(await events.next()).toEqual({ done: true, value: undefined });
    const { data, errors } = await world.ask(guest, 'query ($id: ID!) { node(id: $id) { id } }', { id: encodeGlobalId('Section', draft.sectionId) });
    expect([data, errors]).toEqual([{ node: null }, undefined]);
  }, 20_000);

  it('presence sees who comes', async () => {
    const presences = await get(EditionLiveStream).presence(town.first, await edition());
    expect((await presences.next()).value).toEqual([]);
    await world.pool.query('INSERT INTO engine.presence (connection_id, document_id, person_id, organisation_id) VALUES ($1, $2, $3, $4)', [newRandomId(), draft.documentId, town.second.personId, town.second.organisationId]);
    await world.pool.query('SELECT pg_notify($1, $2)', ['konzeptwerkstatt', JSON.stringify({ kind: 'presence', documentId: draft.documentId })]);
    expect((await presences.next()).value).toEqual([{ sectionId: draft.sectionId, personId: town.second.personId, organisationId: town.second.organisationId }]);
    await presences.return?.();
  }, 20_000);
});
