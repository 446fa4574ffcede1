import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { houseTemplates, KeepTemplateCommand, ProcessPlanReader, StartProcessCommand, SweepPhasesProcessor } from '@konzeptwerkstatt/planning';
import type { StartProcess } from '@konzeptwerkstatt/planning';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { INestApplication } from '@nestjs/common';
import { readData } from './facts/seed-fact.js';
import { loadDemonstration } from './load-demonstration.js';
import { actorOf, mutationOf, refusalOf, rowOf, rowsOf } from '../test/scene.js';
import { ask, startTestApplication } from '../test/test-application.js';

interface Facts {
  readonly key: string;
  readonly bodies: readonly { readonly label: string; readonly type: string }[];
  readonly processSteps: readonly { readonly label: string; readonly date: string; readonly datePrecision: string }[];
  readonly fieldsOfAction: readonly { readonly label: string; readonly document: string }[];
  readonly documents: readonly { readonly key: string; readonly title: string; readonly decidedBy: string | null }[];
}

interface Example {
  readonly title: string;
  readonly datePrecision: string;
}

interface Started {
  readonly title: string;
  readonly isStanding: boolean;
  readonly decisionDay: string;
  readonly tracks: readonly string[];
  readonly bodies: { readonly edges: readonly { readonly node: { readonly kind: string; readonly examples: readonly Example[] } }[] };
  readonly phases: readonly { readonly title: string; readonly kind: string; readonly opensAt: string; readonly closesAt: string | null; readonly trackName: string | null; readonly state: string; readonly examples: readonly Example[] }[];
  readonly documents: readonly {
    readonly decidedBy: string | null; readonly kind: string; readonly isBinding: boolean; readonly fields: readonly { readonly title: string }[]; readonly examples: readonly Example[];
    readonly edition: { readonly sections: { readonly edges: readonly { readonly node: { readonly title: string } }[] } } | null;
  }[];
  readonly history: readonly Example[];
}

const PROCESS = `query ($uuid: String!) { process(uuid: $uuid) {
  title isStanding decisionDay tracks bodies(first: 100) { edges { node { kind examples { title datePrecision } } } }
  phases { title kind opensAt closesAt trackName state examples { title datePrecision } }
  documents { kind decidedBy isBinding fields { title } examples { title datePrecision } edition { sections(first: 100) { edges { node { title } } } } }
  history { title datePrecision } } }`;

const facts = readData<{ readonly municipalities: readonly Facts[] }>('process-facts.json').municipalities;
const templateKeyOf = ({ key }: Facts): string => key.replace('_', '-');

const database = useTestDatabase();
let application: INestApplication;
const office = () => actorOf(database().pool, 'amt.leipzig@example.org');

beforeAll(async () => {
  application = await startTestApplication(database().url);
  await loadDemonstration({ container: application });
}, 120_000);
afterAll(async () => application.close());

async function start(input: Partial<StartProcess>, email = 'amt.leipzig@example.org'): Promise<string> {
  const whole: StartProcess = { templateKey: 'leipzig', title: 'Unser Prozess', decisionDay: '2028-06-28', startMonth: null, leaveOut: [], ...input };
  return application.get(StartProcessCommand, { strict: false }).run(mutationOf(await actorOf(database().pool, email), 'startProcess', whole), whole);
}

async function read(uuid: string): Promise<Started> {
  // What steering gives is granted by a worker, which does not run here.
  await database().pool.query(
    `INSERT INTO grants (id, municipality_id, subject_kind, subject_id, role, scope_kind, scope_id, origin_kind, origin_id)
     SELECT gen_random_uuid(), municipality_id, subject_kind, subject_id, role, 'process', process_id, 'planning.role', id FROM process_roles WHERE process_id = $1 ON CONFLICT DO NOTHING`, [uuid]);
  return (await ask<{ process: Started }>(application, await office(), PROCESS, { uuid })).process;
}

/** Lets the time of a process go by, from one beginning or end of a phase to the next, and has its phases advanced at each. @returns the titles of those whose state was then not what their times say */
async function walkThrough(uuid: string): Promise<string[]> {
  const { pool } = database();
  const planned = await rowsOf<{ id: string; title: string; opens: Date; closes: Date | null }>(pool, 'SELECT id, title, opens_at AS opens, closes_at AS closes FROM phases WHERE process_id = $1', uuid);
  const moments = [...new Set(planned.flatMap(({ opens, closes }) => [opens, closes ?? opens]).map(Number))].toSorted((a, b) => a - b);
  const wrong: string[] = [];
  for (const moment of moments) {
    // The clock of the database cannot be moved: the plan is, so that this moment has just come.
    await pool.query(
      `UPDATE phases p SET opens_at = now() - interval '5 milliseconds' + (o.opens - $4::timestamptz), closes_at = now() - interval '5 milliseconds' + (o.closes - $4::timestamptz)
       FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS o (id, opens, closes) WHERE p.id = o.id`,
      [planned.map(({ id }) => id), planned.map(({ opens }) => opens), planned.map(({ closes }) => closes), new Date(moment)]);
    await application.get(SweepPhasesProcessor, { strict: false }).process({}, new AbortController().signal);
    const states = new Map((await rowsOf<{ id: string; state: string }>(pool, 'SELECT id, state FROM phases WHERE process_id = $1', uuid)).map(({ id, state }) => [id, state]));
    for (const { id, title, opens, closes } of planned) {
      const due = closes !== null && Number(closes) <= moment ? 'closed' : Number(opens) <= moment ? 'open' : 'planned';
      if (states.get(id) !== due) wrong.push(`${title}: ${String(states.get(id))} instead of ${due}`);
    }
  }
  return wrong;
}

describe('a process begun from a template', () => {
  it.each(facts.map((municipality) => [municipality.key, municipality] as const))('has every body, step, field and document of %s', async (_key, municipality) => {
    const process = await read(await start({ templateKey: templateKeyOf(municipality) }));
    const bodies = process.bodies.edges.flatMap(({ node }) => node.examples.map(({ title }) => `${node.kind} ${title}`));
    expect(bodies.sort()).toEqual(municipality.bodies.map(({ type, label }) => `${type} ${label}`).sort());
    const steps = [...process.phases.flatMap(({ examples }) => examples), ...process.history].map(({ title, datePrecision }) => `${title} (${datePrecision.toLowerCase()})`);
    expect(steps.sort()).toEqual(municipality.processSteps.map(({ label, datePrecision }) => `${label} (${datePrecision})`).sort());
    for (const { title, key, decidedBy } of municipality.documents) {
      const document = process.documents.find(({ examples }) => examples.some((example) => example.title === title));
      const wanted = municipality.fieldsOfAction.filter((field) => field.document === key).map(({ label }) => label);
      expect([title, document?.fields.map((field) => field.title).filter((label) => wanted.includes(label))]).toEqual([title, wanted]);
      expect([title, document?.decidedBy !== null]).toEqual([title, decidedBy !== null || document?.decidedBy !== null]);
    }
    const everywhere = process.documents.flatMap((document) => document.fields.map(({ title }) => title));
    expect(municipality.fieldsOfAction.map(({ label }) => label).filter((label) => !everywhere.includes(label))).toEqual([]);
  });

  it.each(facts.map((municipality) => [municipality.key, municipality] as const))('from %s has every phase of it, and a section for each field that is written', async (_key, municipality) => {
    const plan = houseTemplates().find(({ key }) => key === templateKeyOf(municipality))?.plan;
    const process = await read(await start({ templateKey: templateKeyOf(municipality) }));
    expect(process.phases.map(({ title }) => title).sort()).toEqual(plan?.phases.map(({ title }) => title).sort());
    expect(process.phases.every(({ state }) => state === 'PLANNED')).toBe(true);
    const begun = process.documents.filter(({ edition }) => edition !== null);
    expect(begun).toHaveLength(plan?.documents.filter(({ begins }) => begins !== null).length ?? 0);
    for (const { fields, edition } of begun) expect(edition?.sections.edges.map(({ node }) => node.title)).toEqual(fields.map(({ title }) => title));
  });

  it.each(facts.map((municipality) => [municipality.key, municipality] as const))('from %s is walked through to its end: each phase opens and closes once, at its time, and everything is still there', async (_key, municipality) => {
    const uuid = await start({ templateKey: templateKeyOf(municipality) });
    const begun = await read(uuid);
    expect(await walkThrough(uuid)).toEqual([]);
    const ended = await read(uuid);
    expect(ended.phases.map(({ title, closesAt, state }) => [title, state, closesAt === null])).toEqual(begun.phases.map(({ title, closesAt }) => [title, closesAt === null ? 'OPEN' : 'CLOSED', closesAt === null]));
    expect([ended.bodies, ended.documents, ended.history]).toEqual([begun.bodies, begun.documents, begun.history]);
    const told = await rowsOf<{ names: string[]; stays: boolean }>(database().pool,
      `SELECT array_agg(e.name ORDER BY e.sequence) AS names, p.closes_at IS NULL AS stays FROM phases p JOIN engine.outbox_event e ON e.aggregate_id = p.id AND e.name IN ('planning.phase.opened', 'planning.phase.closed')
       WHERE p.process_id = $1 GROUP BY p.id`, uuid);
    expect(told).toHaveLength(begun.phases.length);
    for (const { names, stays } of told) expect(names).toEqual(stays ? ['planning.phase.opened'] : ['planning.phase.opened', 'planning.phase.closed']);
  });

  it('says what is particular of each example', async () => {
    const [stuttgart, solingen, hersfeld, belm, leipzig, rostock] = await Promise.all(['stuttgart', 'solingen', 'hersfeld-rotenburg', 'belm', 'leipzig', 'rostock'].map(async (templateKey) => read(await start({ templateKey }))));
    expect(stuttgart?.isStanding).toBe(true);
    expect(stuttgart?.phases.filter(({ closesAt }) => closesAt === null).map(({ kind }) => kind)).toEqual(['standing']);
    expect(stuttgart?.documents[0]?.edition?.sections.edges[0]?.node.title).toBe('Unsere Erzählungen');
    expect(solingen?.phases.filter(({ kind }) => kind === 'conference')).toHaveLength(3);
    expect(solingen?.documents.filter(({ edition }) => edition !== null).map(({ kind }) => kind)).toEqual(['concept', 'action_concept']);
    expect(hersfeld?.phases[0]?.kind).toBe('conference');
    expect(hersfeld?.tracks).toContain('Städte und Gemeinden');
    expect(belm?.documents.filter(({ edition }) => edition !== null)).toMatchObject([{ kind: 'position_paper', isBinding: false, decidedBy: null }]);
    expect(leipzig?.phases.filter(({ kind }) => kind === 'workshop')).toHaveLength(8);
    expect(rostock?.phases.filter(({ kind }) => kind === 'drafting').map(({ trackName }) => trackName).sort()).toEqual(['Netzwerk', 'Verwaltung']);
  });

  it('is planned from the day of the decision or from the month it begins in', async () => {
    const council = (process: Started) => process.phases.find(({ kind }) => kind === 'council')?.opensAt;
    expect(council(await read(await start({ decisionDay: '2028-06-28' })))).toBe('2028-06-28T06:00:00.000Z');
    const fromStart = await read(await start({ decisionDay: null, startMonth: '2027-03' }));
    expect(fromStart.phases[0]?.opensAt).toBe('2027-03-01T07:00:00.000Z');
  });

  it('leaves out what is not wanted, with the workshop of a field that is not', async () => {
    const process = await read(await start({ leaveOut: ['fields/health', 'bodies/welcome_centre', 'documents/survey_2020', 'phases/survey'] }));
    const titles = process.phases.map(({ title }) => title);
    expect(titles).toHaveLength((houseTemplates().find(({ key }) => key === 'leipzig')?.plan.phases.length ?? 0) - 2);
    expect(titles.filter((title) => title.includes('Gesundheit'))).toEqual([]);
    expect(process.bodies.edges).toHaveLength(7);
    expect(process.documents).toHaveLength(7);
  });

  it('is refused with a code at its field', async () => {
    expect(await refusalOf(start({ title: ' ', decisionDay: null }))).toEqual(['TITLE_REQUIRED at title', 'ANCHOR_REQUIRED at decisionDay']);
    expect(await refusalOf(start({ decisionDay: '2027-02-29' }))).toEqual(['DAY_INVALID at decisionDay']);
    expect(await refusalOf(start({ decisionDay: null, startMonth: 'bald' }))).toEqual(['MONTH_INVALID at startMonth']);
    expect(await refusalOf(start({ templateKey: newId() }))).toEqual(['TEMPLATE_UNKNOWN at templateKey']);
    expect(await refusalOf(start({}, 'verein.leipzig@example.org'))).toEqual(['FORBIDDEN']);
  });
});

describe('a process that is taken along', () => {
  const keep = async (content: string, email = 'amt.rostock@example.org') =>
    application.get(KeepTemplateCommand, { strict: false }).fromFile(mutationOf(await actorOf(database().pool, email), 'importProcessTemplate', { content }), { content });

  it('comes back in another municipality as the same plan, with new ids and nobody in it', async () => {
    const uuid = await start({ templateKey: 'rostock', title: 'Mitgenommen' });
    const before = await read(uuid);
    const plan = await application.get(ProcessPlanReader, { strict: false }).find(await office(), uuid);
    const content = JSON.stringify(plan);
    expect(content).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    const key = await keep(content);
    const again = await start({ templateKey: key, title: 'Mitgenommen' }, 'amt.rostock@example.org');
    const phasesOf = (processId: string) => rowsOf(database().pool, 'SELECT title, opens_at, closes_at, is_exclusive, rules FROM phases WHERE process_id = $1 ORDER BY opens_at, title', processId);
    expect(await phasesOf(again)).toEqual(await phasesOf(uuid));
    expect(before.tracks).toEqual((await rowsOf<{ name: string }>(database().pool, 'SELECT name FROM process_tracks WHERE process_id = $1 ORDER BY position', again)).map(({ name }) => name));
    expect(await rowOf(database().pool, 'SELECT count(*)::int AS shared FROM bodies a JOIN bodies b ON a.id = b.id WHERE a.process_id = $1 AND b.process_id = $2', uuid, again)).toEqual({ shared: 0 });
    expect(await refusalOf(start({ templateKey: key }))).toEqual(['TEMPLATE_UNKNOWN at templateKey']);
  });

  it('is refused with a sentence when it is no such file, brings something foreign, or is too large or too new', async () => {
    const plan = houseTemplates()[0]?.plan;
    expect(await refusalOf(keep('PK\u0003\u0004'))).toEqual(['FILE_UNREADABLE at content']);
    expect(await refusalOf(keep('{}'))).toEqual(['FILE_UNREADABLE at content']);
    expect(await refusalOf(keep(JSON.stringify({ ...plan, roles: [{ role: 'administrator' }] })))).toEqual(['FILE_UNREADABLE at content']);
    expect(await refusalOf(keep(JSON.stringify({ ...plan, phases: plan?.phases.map((phase) => ({ ...phase, body: 'nobody' })) })))).toEqual(['FILE_UNREADABLE at content']);
    expect(await refusalOf(keep(JSON.stringify({ ...plan, version: 2 })))).toEqual(['FILE_TOO_NEW at content']);
    expect(await refusalOf(keep(JSON.stringify({ ...plan, summary: 'x'.repeat(600_000) })))).toEqual(['FILE_TOO_LARGE at content']);
    expect(await refusalOf(keep(JSON.stringify(plan), 'verein.rostock@example.org'))).toEqual(['FORBIDDEN']);
  });
});
