import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApplyFileImportProcessor, ReadFileImportProcessor } from '@konzeptwerkstatt/platform-files';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { asking, createConceptWorld, createDraft, createTown } from '../test/concept-world.js';
import type { ConceptWorld, Draft, Town } from '../test/concept-world.js';
import { DecideMeasureListCommand } from './commands/decide-measure-list.command.js';
import { EditPlainBlockCommand } from './commands/edit-plain-block.command.js';
import { WriteMeasureListCommand } from './commands/write-measure-list.command.js';
import { guessReading } from './domain/measure-list.columns.js';
import type { ListSheet, MeasureListImport } from './domain/measure-list.js';


const database = useTestDatabase();
let world: ConceptWorld;
let town: Town;
let draft: Draft;

beforeAll(async () => {
  world = await createConceptWorld(database().url);
  town = await createTown(world.pool, 'Leipzig');
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
    await expect(get(WriteMeasureListCommand).undo(asking(town.office), id)).rejects.toMatchObject({ details: [{ code: 'LIST_CHANGED_SINCE', params: { count: 1 }, message: expect.stringContaining('„Lotsen“') }] });
    expect(await measures()).toHaveLength(2);
    await edit.setText(asking(town.first), { sectionId: draft.sectionId, blockId: first?.blockId ?? '', text: 'Lotsen', expected: 'Lotsinnen' });
    await get(WriteMeasureListCommand).undo(asking(town.office), id);
    expect(await measures()).toEqual([]);
    expect((await now(id)).state).toBe('undone');
    expect(goal?.title).toBe('Ankommen');
    await expect(get(WriteMeasureListCommand).undo(asking(town.office), id)).rejects.toMatchObject({ details: [{ code: 'IMPORT_NOT_READY' }] });
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

  it('is given up when its file is gone, or its worker ended five times', async () => {
    const [gone, ending] = [await readList(rows), await readList(rows.slice(0, 2))];
    await world.pool.query(`UPDATE measure_list_imports SET state = 'waiting' WHERE id = $1`, [gone]);
    await get(ReadFileImportProcessor).process({ kind: 'concept.measure-list-import', importId: gone });
    expect(await now(gone)).toMatchObject({ state: 'failed', problem: 'not_readable' });
    await get(DecideMeasureListCommand).apply(asking(town.office), ending);
    await world.pool.query('UPDATE measure_list_imports SET attempts = 5 WHERE id = $1', [ending]);
    await apply(ending);
    expect(await now(ending)).toMatchObject({ state: 'failed', problem: 'broke_off' });
    expect(await measures()).toEqual([]);
  });

  it('belongs to whoever brought it', async () => {
    const id = await readList(rows);
    await expect(get(DecideMeasureListCommand).apply(asking(town.second), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of the greatest length is written and taken back in time', async () => {
    const id = await readList(Array.from({ length: 1_000 }, (_, index) => ['Sprache', '', `Maßnahme ${index}`, 'Amt', 'läuft']));
    expect(await takeOver(id)).toMatchObject({ state: 'done' });
    expect(await measures()).toHaveLength(1_000);
    await get(WriteMeasureListCommand).undo(asking(town.office), id);
    expect(await measures()).toEqual([]);
  }, 60_000);
});
