import 'reflect-metadata';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApplicationError, newId, systemClock } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { sheetsOf } from '../test/statistics-files.js';
import { DecideObservationImportCommand } from './commands/observation-import/decide-observation-import.command.js';
import { UndoObservationImportCommand } from './commands/observation-import/undo-observation-import.command.js';
import { WriteObservationImportCommand } from './commands/observation-import/write-observation-import.command.js';
import type { IndicatorGate } from './commands/indicator.gate.js';
import type { ObservationImport } from './domain/observation-import.js';
import { recognise } from './domain/statistics-file/recognise.js';
import { ImportedValueRepository } from './persistence/imported-value.repository.js';
import { ObservationImportRepository } from './persistence/observation-import.repository.js';
import { StatisticsSurroundingsRepository } from './persistence/statistics-surroundings.repository.js';
import { ObservationImportReader } from './queries/observation-import.reader.js';
import { SuppressionReader } from './queries/suppression.reader.js';

const database = useTestDatabase();
const [regionId, head] = [newId(), 'AGS;Jahr;Indikator;Wert'];

/** A municipality with one indicator, and everything that reads and writes its files; who may is said by the test. */
async function createTown() {
  const { pool, prisma } = database();
  const [municipalityId, personId, indicatorId, definitionId] = [newId(), newId(), newId(), newId()];
  await pool.query(`INSERT INTO regions (id, key, label, kind, ags) VALUES ($1, 'teststadt', 'Teststadt', 'city', '03999001') ON CONFLICT DO NOTHING`, [regionId]);
  await pool.query(`INSERT INTO indicators (id, municipality_id, key, name, unit, unit_label, decimals) VALUES ($1, $2, 'quote', 'Quote', 'percent', '%', 1)`, [indicatorId, municipalityId]);
  await pool.query(`INSERT INTO indicator_definitions (id, municipality_id, indicator_id, version, text) VALUES ($1, $2, $3, 1, 'x')`, [definitionId, municipalityId, indicatorId]);
  const rights = { may: true };
  const gate = {
    mayRecord: async () => rights.may,
    requireRecord: async () => { if (!rights.may) throw new ApplicationError('FORBIDDEN', 'nein'); return municipalityId; },
  } as unknown as IndicatorGate;
  const jobs: string[] = [];
  const unitOfWork = new UnitOfWork(prisma, { enqueue: async (job: { name: string }) => void jobs.push(job.name) } as never, createLogger({ level: 'silent' }));
  const [imports, values, surroundings] = [new ObservationImportRepository(), new ImportedValueRepository(), new StatisticsSurroundingsRepository()];
  const reader = new ObservationImportReader(prisma, imports, surroundings, gate, new SuppressionReader(prisma));
  const actor: Actor = { kind: 'person', personId, guestId: null, organisationId: null, gatheringId: null, municipalityId };
  const asking = (): CommandContext => ({ actor, correlationId: newId(), mutation: 'test', idempotencyKey: newId(), input: {} });
  const decide = new DecideObservationImportCommand(unitOfWork, reader, imports);
  const write = new WriteObservationImportCommand(prisma, unitOfWork, gate, reader, imports, values, surroundings);
  const undo = new UndoObservationImportCommand(unitOfWork, reader, imports, values, surroundings);

  /** A file as the job leaves it that has read it. */
  const bring = async (...rows: readonly string[]): Promise<string> => {
    const id = newId();
    await imports.insert(prisma.client, { id, municipalityId, requestedBy: personId, actingOrganisationId: null, fileId: newId(), fileName: 'x.csv' });
    const sheets = await sheetsOf([head, ...rows].join('\n'));
    await imports.noteSheets(prisma.client, id, { sheets, encoding: 'utf-8', hasFormulas: false }, recognise(sheets, 'x.csv', await reader.forGuess(prisma.client, municipalityId)));
    return id;
  };
  const now = async (id: string): Promise<ObservationImport> => (await imports.find(prisma.client, id)) as ObservationImport;
  const apply = async (id: string): Promise<void> => {
    const begun = await imports.begin(prisma.client, id, 'applying');
    if (begun !== null) await write.write(begun);
  };
  const takeOver = async (id: string, added: number, changed: number): Promise<ObservationImport> => {
    await decide.apply(asking(), id, { new: added, changed });
    await apply(id);
    return now(id);
  };
  /** The values that stand by year, and how many rows there are in all. */
  const standing = async (): Promise<string[]> => (await pool.query<{ said: string }>(`SELECT extract(year FROM period_from) || ': ' || value AS said FROM observations WHERE municipality_id = $1 AND superseded_at IS NULL ORDER BY 1`, [municipalityId])).rows.map(({ said }) => said);
  const rowCount = async (): Promise<number> => (await pool.query('SELECT 1 FROM observations WHERE municipality_id = $1', [municipalityId])).rowCount ?? 0;
  const eventNames = async (): Promise<string[]> => (await pool.query<{ name: string }>('SELECT name FROM engine.outbox_event WHERE municipality_id = $1 ORDER BY sequence', [municipalityId])).rows.map(({ name }) => name);
  return { pool, municipalityId, indicatorId, rights, jobs, reader, decide, undo, asking, bring, now, apply, takeOver, standing, rowCount, eventNames, write, imports, prisma };
}

let town: Awaited<ReturnType<typeof createTown>>;
beforeEach(async () => { town = await createTown(); });

const row = (year: number, value: string): string => `03999001;${year};quote;${value}`;

describe('the values of a statistics file', () => {
  it('are written once, however often and at the same time the job is delivered; the same file again is nothing', async () => {
    const id = await town.bring(row(2020, '5,5'), row(2021, '6,5'));
    await town.decide.apply(town.asking(), id, { new: 2, changed: 0 });
    const begun = await town.now(id);
    await Promise.all([town.write.write(begun), town.write.write(begun), town.apply(id)]);
    await town.apply(id);
    await town.write.write(begun);
    expect(await town.now(id)).toMatchObject({ state: 'done', problem: null, planned: 2, progress: 2, changed: 0 });
    expect([await town.standing(), await town.rowCount(), await town.eventNames()]).toEqual([['2020: 5.5', '2021: 6.5'], 2, ['monitoring.observation.recorded', 'monitoring.observation.recorded']]);
    await expect(town.decide.apply(town.asking(), await town.bring(row(2020, '5,5'), row(2021, '6,5')), { new: 0, changed: 0 })).rejects.toMatchObject({ details: [{ code: 'NOTHING_TO_APPLY' }] });
    expect(town.jobs).toEqual(['files.apply-import']);
  });

  it('take the place of others, and give it back as new rows when they are taken back', async () => {
    await town.takeOver(await town.bring(row(2020, '5,5')), 1, 0);
    const id = await town.bring(row(2020, '7'), row(2021, '8'));
    expect(await town.takeOver(id, 1, 1)).toMatchObject({ state: 'done', planned: 2, changed: 1 });
    expect([await town.standing(), await town.rowCount()]).toEqual([['2020: 7.0', '2021: 8.0'], 3]);
    await town.undo.run(town.asking(), id);
    expect([(await town.now(id)).state, await town.standing(), await town.rowCount()]).toEqual(['undone', ['2020: 5.5'], 4]);
    expect((await town.eventNames()).slice(-2).sort()).toEqual(['monitoring.observation.recorded', 'monitoring.observation.withdrawn']);
    await expect(town.undo.run(town.asking(), id)).rejects.toMatchObject({ details: [{ code: 'IMPORT_NOT_READY' }] });
    // And what was taken back can come again.
    expect(await town.takeOver(await town.bring(row(2020, '7'), row(2021, '8')), 1, 1)).toMatchObject({ state: 'done' });
  });

  it('are decided by whoever brought them, and taken back by everybody who may record values', async () => {
    const id = await town.bring(row(2020, '5,5'));
    const other = { ...town.asking(), actor: { ...town.asking().actor, personId: newId() } };
    await expect(town.decide.apply(other, id, { new: 1, changed: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await town.takeOver(id, 1, 0);
    await town.undo.run(other, id);
    expect([(await town.now(id)).state, await town.standing()]).toEqual(['undone', []]);
  });

  it('are not taken back when somebody has corrected one of them', async () => {
    const id = await town.bring(row(2020, '5,5'), row(2021, '6,5'));
    await town.takeOver(id, 2, 0);
    await town.takeOver(await town.bring(row(2021, '6,6')), 0, 1);
    await expect(town.undo.run(town.asking(), id)).rejects.toMatchObject({ details: [{ code: 'VALUES_CHANGED_SINCE', params: { count: 1 } }] });
    expect([(await town.now(id)).state, await town.standing()]).toEqual(['done', ['2020: 5.5', '2021: 6.6']]);
  });

  it('are asked for again when something else stands there by the time they are written', async () => {
    const [id, other] = [await town.bring(row(2020, '5,5'), row(2021, '6')), await town.bring(row(2020, '9'))];
    await town.decide.apply(town.asking(), id, { new: 2, changed: 0 });
    await town.takeOver(other, 1, 0);
    await town.apply(id);
    expect(await town.now(id)).toMatchObject({ state: 'ready', problem: 'changed_meanwhile' });
    expect(await town.standing()).toEqual(['2020: 9.0']);
    await expect(town.decide.apply(town.asking(), id, { new: 2, changed: 0 })).rejects.toMatchObject({ details: [{ code: 'PLAN_CHANGED' }] });
    expect(await town.takeOver(id, 1, 1)).toMatchObject({ state: 'done' });
  });

  it('are all written or none: with one fault nothing is decided, without the right nothing is written', async () => {
    const faulty = await town.bring(row(2020, '5,5'), row(2021, '172'));
    await expect(town.decide.apply(town.asking(), faulty, { new: 1, changed: 0 })).rejects.toMatchObject({ details: [{ code: 'VALUES_REFUSED' }] });
    const id = await town.bring(row(2020, '5,5'));
    await town.decide.apply(town.asking(), id, { new: 1, changed: 0 });
    town.rights.may = false;
    await expect(town.write.write(await town.now(id))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(town.decide.apply(town.asking(), id, { new: 1, changed: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await town.rowCount()).toBe(0);
  });

  it("are of a year that is over by the clock of the town hall, wherever the server stands; of one that goes on they come as provisional", async () => {
    const clock = jest.spyOn(systemClock, 'now');
    const statuses = async () => (await town.pool.query<{ status: string }>('SELECT status FROM observations WHERE municipality_id = $1 ORDER BY period_from', [town.municipalityId])).rows.map(({ status }) => status);
    clock.mockReturnValue(new Date('2041-12-31T23:30:00Z'));
    await town.takeOver(await town.bring(row(2041, '5,5'), row(2042, '6,5')), 2, 0);
    clock.mockRestore();
    expect(await statuses()).toEqual(['final', 'provisional']);
  });

  it('are understood as was said, which is remembered for the next file', async () => {
    const id = await town.bring(row(2020, '5,5'));
    const { reading } = await town.now(id);
    if (reading === null) throw new Error('not read');
    await expect(town.decide.read(town.asking(), id, { ...reading, sheet: 3 })).rejects.toMatchObject({ details: [{ code: 'READING_INVALID' }] });
    await expect(town.decide.read(town.asking(), id, { ...reading, defaults: { ...reading.defaults, period: 'bald' } })).rejects.toMatchObject({ details: [{ code: 'PERIOD_INVALID' }] });
    await town.decide.read(town.asking(), id, { ...reading, indicators: [{ words: 'quote', indicatorId: null }], columns: reading.columns.filter(({ role }) => role !== 'period'), defaults: { ...reading.defaults, period: '2019', indicatorId: town.indicatorId } });
    expect((await town.reader.plan(await town.now(id))).plan?.counts).toMatchObject({ new: 0 });
    await town.decide.read(town.asking(), id, { ...reading, columns: reading.columns.filter(({ role }) => role !== 'period' && role !== 'indicator'), defaults: { ...reading.defaults, period: '2019', indicatorId: town.indicatorId } });
    await town.takeOver(id, 1, 0);
    expect(await town.standing()).toEqual(['2019: 5.5']);
    expect((await town.now(await town.bring(row(2020, '1')))).reading?.columns.map(({ role }) => role)).toEqual(['region_key', 'value']);
  });

  it('are twenty thousand in one go, in seconds', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `03999001;${1901 + (index % 99)}-${String((Math.floor(index / 99) % 12) + 1).padStart(2, '0')}-${String((Math.floor(index / 1188) % 17) + 1).padStart(2, '0')};quote;${index % 100},5`);
    const id = await town.bring(...rows);
    const counts = (await town.reader.plan(await town.now(id))).plan?.counts;
    expect(counts?.refused).toBe(0);
    const start = performance.now();
    expect(await town.takeOver(id, counts?.new ?? 0, 0)).toMatchObject({ state: 'done' });
    expect(performance.now() - start).toBeLessThan(15_000);
  }, 60_000);
});
