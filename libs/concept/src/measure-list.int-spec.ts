import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { ApplyFileImportProcessor, FileStore, ReadFileImportProcessor } from '@konzeptwerkstatt/platform-files';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { asking, createConceptWorld, createDraft, createTown } from '../test/concept-world.js';
import type { ConceptWorld, Draft, Town } from '../test/concept-world.js';
import { AddConceptObjectCommand } from './commands/add-concept-object.command.js';
import { DecideMeasureListCommand } from './commands/decide-measure-list.command.js';
import { EditPlainBlockCommand } from './commands/edit-plain-block.command.js';
import { FreezeEditionCommand } from './commands/freeze-edition.command.js';
import { ListPlaces } from './commands/list-places.js';
import { RenameSectionCommand } from './commands/rename-section.command.js';
import { UndoMeasureListCommand } from './commands/undo-measure-list.command.js';
import { guessReading } from './domain/measure-list.columns.js';
import type { ListSheet, MeasureListImport } from './domain/measure-list.js';


const database = useTestDatabase();
let world: ConceptWorld;
let town: Town;
let draft: Draft;
/** Somebody who also belongs to the organisation of the first, and acts for it. */
let colleague: Actor;

beforeAll(async () => {
  world = await createConceptWorld(database().url);
  town = await createTown(world.pool, 'Leipzig');
  colleague = { ...town.second, organisationId: town.first.organisationId };
  await world.pool.query('INSERT INTO memberships (id, municipality_id, person_id, organisation_id) VALUES ($1, $2, $3, $4)', [newId(), town.municipalityId, colleague.personId, colleague.organisationId]);
}, 60_000);
afterAll(async () => world.close());
beforeEach(async () => {
  draft = await createDraft(world, town);
});

const get = <T>(type: new (...args: never[]) => T): T => world.app.get(type, { strict: false });
const apply = (importId: string): Promise<void> => get(ApplyFileImportProcessor).process({ kind: 'concept.measure-list-import', importId }, new AbortController().signal);
const heads = ['Handlungsfeld', 'Ziel', 'Maßnahme', 'Federführung', 'Status'];

/** A list that is read, as the job leaves it. */
async function readList(rows: readonly (readonly string[])[], actor: Actor = town.office): Promise<string> {
  const [id, sheets] = [newId(), [{ name: 'Plan', rows: [heads, ...rows] }] satisfies ListSheet[]];
  await world.pool.query(
    `INSERT INTO measure_list_imports (id, municipality_id, edition_id, requested_by, acting_organisation_id, file_id, file_name, state, sheets, reading) VALUES ($1, $2, $3, $4, $5, $6, 'plan.xlsx', 'ready', $7, $8)`,
    [id, town.municipalityId, draft.editionId, actor.personId, actor.organisationId, newId(), JSON.stringify(sheets), JSON.stringify(guessReading(sheets, new Map()))]);
  return id;
}
async function now(id: string): Promise<MeasureListImport> {
  const { rows } = await world.pool.query<MeasureListImport>('SELECT state::text AS state, problem, written, reading FROM measure_list_imports WHERE id = $1', [id]);
  return rows[0] as MeasureListImport;
}
async function takeOver(id: string, actor: Actor = town.office): Promise<MeasureListImport> {
  await get(DecideMeasureListCommand).apply(asking(actor), id);
  await apply(id);
  return now(id);
}
async function measures(): Promise<{ title: string; status: string | null; goals: number; section: string }[]> {
  const { rows } = await world.pool.query(
    `SELECT m.title, m.status::text, (SELECT count(*)::int FROM measure_goals g WHERE g.measure_id = m.id) AS goals, s.title AS section FROM measures m JOIN sections s ON s.id = m.section_id
     WHERE m.edition_id = $1 AND m.removed_at IS NULL ORDER BY s.position, m.ordinal`, [draft.editionId]);
  return rows as { title: string; status: string | null; goals: number; section: string }[];
}
const rows = [['Sprache', 'Ankommen', 'Lotsen', 'Amt', 'läuft'], ['Sprache', 'Ankommen', 'Kurse', 'Unbekannt', 'geplant'], ['Wohnen', '', 'Beratung', '', '']];

describe('a measure list', () => {
  it('becomes measures in its sections, new ones included, and is remembered for the next list', async () => {
    const id = await readList(rows);
    const { reading } = await now(id);
    await get(DecideMeasureListCommand).read(asking(town.office), id, { ...(reading as NonNullable<typeof reading>), targets: [{ words: 'Wohnen', sectionId: null, newTitle: 'Wohnen' }] });
    const done = await takeOver(id);
    expect(done).toMatchObject({ state: 'done', problem: null });
    expect(await measures()).toEqual([
      { title: 'Lotsen', status: 'running', goals: 1, section: 'Sprache' }, { title: 'Kurse', status: 'planned', goals: 1, section: 'Sprache' }, { title: 'Beratung', status: null, goals: 0, section: 'Wohnen' },
    ]);
    const { rows: said } = await world.pool.query('SELECT head, field FROM measure_list_columns WHERE municipality_id = $1 ORDER BY head', [town.municipalityId]);
    expect(said).toContainEqual({ head: 'federführung', field: 'lead' });
  });

  it('is written once, however often the job comes, and once more changes nothing', async () => {
    const id = await readList(rows.slice(0, 2));
    await takeOver(id);
    await apply(id);
    expect((await measures()).map(({ title }) => title)).toEqual(['Lotsen', 'Kurse']);
    const again = await readList(rows.slice(0, 2));
    await expect(get(DecideMeasureListCommand).apply(asking(town.office), again)).rejects.toMatchObject({ details: [{ code: 'NOTHING_TO_APPLY' }] });
  });

  it('is taken back as one step, as long as nobody has changed any of it', async () => {
    const id = await readList(rows.slice(0, 2));
    const { written } = await takeOver(id);
    const [goal, first] = written;
    const edit = get(EditPlainBlockCommand);
    await edit.setText(asking(town.first), { sectionId: draft.sectionId, blockId: first?.blockId ?? '', text: 'Lotsinnen', expected: 'Lotsen' });
    await expect(get(UndoMeasureListCommand).run(asking(town.office), id)).rejects.toMatchObject({ details: [{ code: 'LIST_CHANGED_SINCE', path: ['measures', 'Lotsen'] }] });
    expect(await measures()).toHaveLength(2);
    await edit.setText(asking(town.first), { sectionId: draft.sectionId, blockId: first?.blockId ?? '', text: 'Lotsen', expected: 'Lotsinnen' });
    await get(UndoMeasureListCommand).run(asking(town.office), id);
    expect(await measures()).toEqual([]);
    expect((await now(id)).state).toBe('undone');
    expect(goal?.title).toBe('Ankommen');
    await expect(get(UndoMeasureListCommand).run(asking(town.office), id)).rejects.toMatchObject({ details: [{ code: 'IMPORT_NOT_READY' }] });
  });

  it('writes nothing at all when the edition is frozen or the right is gone meanwhile', async () => {
    const [frozen, withdrawn] = [await readList(rows.slice(0, 2)), await readList(rows.slice(0, 2), town.first)];
    for (const [id, actor] of [[frozen, town.office], [withdrawn, town.first]] as const) await get(DecideMeasureListCommand).apply(asking(actor), id);
    await world.pool.query('UPDATE editions SET frozen_at = now() WHERE id = $1', [draft.editionId]);
    await apply(frozen);
    await world.pool.query('UPDATE editions SET frozen_at = NULL WHERE id = $1', [draft.editionId]);
    await world.pool.query(`UPDATE grants SET valid_to = now() - interval '1 hour' WHERE subject_id = $1`, [town.first.personId]);
    await apply(withdrawn);
    await world.pool.query('UPDATE grants SET valid_to = NULL WHERE subject_id = $1', [town.first.personId]);
    expect(await now(frozen)).toMatchObject({ state: 'failed', problem: 'frozen' });
    expect(await now(withdrawn)).toMatchObject({ state: 'ready', problem: 'changed_meanwhile' });
    expect(await measures()).toEqual([]);
  });

  it('takes the sections along that were added for it, unless somebody has written in them or renamed them', async () => {
    const id = await readList([['Wohnen', '', 'Beratung', '', ''], ['Sport', '', 'Turnier', '', ''], ['Kunst', '', 'Fest', '', ''], ['Musik', '', 'Chor', '', '']]);
    const { reading } = await now(id);
    const targets = ['Wohnen', 'Sport', 'Kunst', 'Musik'].map((words) => ({ words, sectionId: null, newTitle: words }));
    await get(DecideMeasureListCommand).read(asking(town.office), id, { ...(reading as NonNullable<typeof reading>), targets });
    await takeOver(id);
    const titles = async (): Promise<[string, string][]> => (await world.pool.query<{ id: string; title: string }>('SELECT id, title FROM sections WHERE edition_id = $1 AND removed_at IS NULL ORDER BY position', [draft.editionId])).rows.map((row) => [row.title, row.id]);
    expect((await titles()).map(([title]) => title)).toEqual(['Sprache', 'Wohnen', 'Sport', 'Kunst', 'Musik']);
    const [, , sport, kunst, music] = await titles();
    await get(AddConceptObjectCommand).run(asking(town.office), { object: 'measure', sectionId: sport?.[1] ?? '', title: 'Sportfest', description: null, afterBlockId: null });
    await get(RenameSectionCommand).run(asking(town.office), kunst?.[1] ?? '', 'Kunst und Musik', 'Kunst');
    const { rows: [place] } = await world.pool.query<{ document: string }>('SELECT document_id AS document FROM sections WHERE id = $1', [music?.[1]]);
    await get(UnitOfWork<Transaction>).run({ actor: town.office }, ({ tx }) => world.store.append(tx, place?.document ?? '', { kind: 'appendBlocks', blocks: [{ type: 'indicator', indicatorId: town.indicatorId }] }, town.office));
    await get(UndoMeasureListCommand).run(asking(town.office), id);
    expect((await titles()).map(([title]) => title)).toEqual(['Sprache', 'Sport', 'Kunst und Musik', 'Musik']);
    expect((await measures()).map(({ title }) => title)).toEqual(['Sportfest']);
  });

  it('says why when the edition is adopted while it is taken back', async () => {
    const id = await readList(rows.slice(0, 2));
    await takeOver(id);
    const places = get(ListPlaces);
    const asked = places.requireSections.bind(places);
    const spy = jest.spyOn(places, 'requireSections').mockImplementationOnce(async (...args) => {
      await asked(...args);
      await get(UnitOfWork<Transaction>).run({ actor: town.office }, (unit) => get(FreezeEditionCommand).run(unit, { municipalityId: town.municipalityId, editionId: draft.editionId }, town.office));
    });
    await expect(get(UndoMeasureListCommand).run(asking(town.office), id)).rejects.toMatchObject({ details: [{ code: 'EDITION_FROZEN' }] });
    spy.mockRestore();
    expect(await measures()).toHaveLength(2);
    expect((await now(id)).state).toBe('done');
  });

  it('is found again in its edition: by whoever brought it, and by who looks after the edition', async () => {
    const [own, other] = [await readList(rows.slice(0, 2)), await readList([['Sprache', '', 'Elternabende', '', '']], town.first)];
    await takeOver(own);
    const found = async (actor: Actor) => {
      const answer = await world.ask(actor, `query ($uuid: String!) { edition(uuid: $uuid) { recentImports(first: 20) { edges { node { uuid kind state isOwn mayOpen mayUndo takenCount organisation { name } } } } } }`, { uuid: draft.editionId });
      expect(answer.errors).toBeUndefined();
      return (answer.data?.edition as { recentImports: { edges: { node: { uuid: string } }[] } }).recentImports.edges.map(({ node }) => node);
    };
    const byOffice = await found(town.office);
    expect(byOffice).toContainEqual({ uuid: own, kind: 'MEASURE_LIST', state: 'DONE', isOwn: true, mayOpen: true, mayUndo: true, takenCount: 3, organisation: { name: 'Amt' } });
    expect(byOffice).toContainEqual({ uuid: other, kind: 'MEASURE_LIST', state: 'READY', isOwn: false, mayOpen: false, mayUndo: false, takenCount: 0, organisation: { name: 'Verein' } });
    expect((await found(town.first)).map(({ uuid }) => uuid)).toEqual([other]);
    expect(await found(town.second)).toEqual([]);
    await takeOver(other, town.first);
    expect(await found(town.office)).toContainEqual({ uuid: other, kind: 'MEASURE_LIST', state: 'DONE', isOwn: false, mayOpen: true, mayUndo: true, takenCount: 1, organisation: { name: 'Verein' } });
    expect((await found(colleague)).map(({ uuid }) => uuid)).toEqual([other]);
  });

  it('is given up when its file is gone, or its worker ended five times', async () => {
    const [gone, ending, stuck] = [await readList(rows), await readList(rows.slice(0, 2)), await readList(rows.slice(0, 2))];
    await world.pool.query(`UPDATE measure_list_imports SET state = 'waiting' WHERE id = $1`, [gone]);
    await get(ReadFileImportProcessor).process({ kind: 'concept.measure-list-import', importId: gone });
    expect(await now(gone)).toMatchObject({ state: 'failed', problem: 'not_readable' });
    await world.pool.query(`UPDATE measure_list_imports SET state = 'waiting', attempts = 5 WHERE id = $1`, [stuck]);
    await get(ReadFileImportProcessor).process({ kind: 'concept.measure-list-import', importId: stuck });
    expect(await now(stuck)).toMatchObject({ state: 'failed', problem: 'broke_off' });
    await get(DecideMeasureListCommand).apply(asking(town.office), ending);
    await world.pool.query('UPDATE measure_list_imports SET attempts = 5 WHERE id = $1', [ending]);
    await apply(ending);
    expect(await now(ending)).toMatchObject({ state: 'failed', problem: 'broke_off' });
    expect(await measures()).toEqual([]);
  });

  it('is not given up by a reading that ends after another has read it, or while one is at it', async () => {
    for (const meanwhile of [`state = 'applying', attempts = 0`, 'attempts = attempts + 1']) {
      const id = await readList(rows);
      await world.pool.query(`UPDATE measure_list_imports SET state = 'waiting' WHERE id = $1`, [id]);
      const spy = jest.spyOn(get(FileStore), 'find').mockImplementationOnce(async () => {
        await world.pool.query(`UPDATE measure_list_imports SET ${meanwhile} WHERE id = $1`, [id]);
        return null;
      });
      await get(ReadFileImportProcessor).process({ kind: 'concept.measure-list-import', importId: id });
      spy.mockRestore();
      expect(await now(id)).toMatchObject({ problem: null });
      expect((await now(id)).state).not.toBe('failed');
    }
  });

  it('is decided by whoever brought it alone, and taken back by colleagues of its organisation and who looks after the edition too', async () => {
    const open = await readList(rows.slice(0, 2), town.first);
    for (const other of [colleague, town.office, town.second]) await expect(get(DecideMeasureListCommand).apply(asking(other), open)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const other of [colleague, town.office]) {
      const done = await readList(rows.slice(0, 2), town.first);
      await takeOver(done, town.first);
      expect(await measures()).toHaveLength(2);
      await expect(get(UndoMeasureListCommand).run(asking(town.second), done)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(get(DecideMeasureListCommand).apply(asking(other), done)).rejects.toMatchObject({ details: [{ code: 'IMPORT_NOT_READY' }] });
      await get(UndoMeasureListCommand).run(asking(other), done);
      expect(await measures()).toEqual([]);
      expect((await now(done)).state).toBe('undone');
    }
  });

  it('of the greatest length is written and taken back in time', async () => {
    const id = await readList(Array.from({ length: 1_000 }, (_, index) => ['Sprache', '', `Maßnahme ${index}`, 'Amt', 'läuft']));
    expect(await takeOver(id)).toMatchObject({ state: 'done' });
    expect(await measures()).toHaveLength(1_000);
    await get(UndoMeasureListCommand).run(asking(town.office), id);
    expect(await measures()).toEqual([]);
  }, 60_000);
});
