import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { AdvancePhaseProcessor, ChangeBodiesCommand, NotifyFundingEndsProcessor, NotifyWritersProcessor, PlanGatheringCommand, PlanPhaseCommand, SweepPhasesProcessor } from '@konzeptwerkstatt/planning';
import type { GatheringDraft, PlanPhase } from '@konzeptwerkstatt/planning';
import { until, useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { INestApplication } from '@nestjs/common';
import { loadDemonstration } from './load-demonstration.js';
import { actorOf, mutationOf, refusalOf, rowOf, rowsOf } from '../test/scene.js';
import { enqueuedIn, startTestApplication } from '../test/test-application.js';

const database = useTestDatabase();
let application: INestApplication;
let processId = '';

beforeAll(async () => {
  application = await startTestApplication(database().url);
  await loadDemonstration({ container: application });
  processId = (await rowOf<{ id: string }>(database().pool, "SELECT p.id FROM planning_processes p JOIN municipalities m ON m.id = p.municipality_id WHERE m.ags = '14713000'")).id;
}, 120_000);
afterAll(async () => application.close());

const plan = () => application.get(PlanPhaseCommand, { strict: false });
const context = async (mutation: string, input: unknown, email = 'amt.leipzig@example.org') => mutationOf(await actorOf(database().pool, email), mutation, input);
const draft: PlanPhase = { title: 'Werkstatt', kind: 'workshop', summary: '', trackName: null, opensAt: '2031-03-01T18:00', closesAt: '2031-03-01T20:00', isExclusive: false, rules: [{ who: { organisationKind: 'welfare' }, may: 'contributor' }] };

async function add(facts: Partial<PlanPhase> = {}, email?: string): Promise<string> {
  const input = { ...draft, ...facts, processId };
  return plan().add(await context('addPhase', input, email), input);
}

async function change(phaseId: string, facts: Partial<PlanPhase>, expectedRevision?: number): Promise<string> {
  const { revision } = await rowOf<{ revision: number }>(database().pool, 'SELECT revision FROM phases WHERE id = $1', phaseId);
  const input = { ...draft, ...facts, phaseId, expectedRevision: expectedRevision ?? revision };
  return plan().change(await context('changePhase', input), input);
}

/** Time goes by for one phase: its times move into the past by the database's clock, and nothing else is told. */
const timeGoesBy = (phaseId: string, opened: string, closed: string | null) =>
  database().pool.query('UPDATE phases SET opens_at = now() + $2::interval, closes_at = now() + $3::interval WHERE id = $1', [phaseId, opened, closed]);
const sweep = () => application.get(SweepPhasesProcessor, { strict: false }).process({}, new AbortController().signal);
const fire = (phaseId: string) => application.get(AdvancePhaseProcessor, { strict: false }).process({ phaseId, at: new Date().toISOString() });
const stateOf = async (phaseId: string) => (await rowOf<{ state: string }>(database().pool, 'SELECT state FROM phases WHERE id = $1', phaseId)).state;
const toldOf = async (phaseId: string) =>
  (await rowsOf<{ name: string }>(database().pool, 'SELECT name FROM engine.outbox_event WHERE aggregate_id = $1 ORDER BY sequence', phaseId)).map(({ name }) => name.replace('planning.phase.', ''));

describe('a phase', () => {
  it('gets a job for each of its times, and others when they are moved', async () => {
    const id = await add();
    await change(id, { opensAt: '2031-03-02T18:00', closesAt: '2031-03-02T20:00' });
    const jobs = enqueuedIn(application).filter(({ data }) => data['phaseId'] === id);
    expect(jobs.map(({ data }) => data['at'])).toEqual(['2031-03-01T17:00:00.000Z', '2031-03-01T19:00:00.000Z', '2031-03-02T17:00:00.000Z', '2031-03-02T19:00:00.000Z']);
    for (const { data, delayMs = 0 } of jobs) expect(Math.abs(Date.now() + delayMs - Date.parse(String(data['at'])))).toBeLessThan(10_000);
  });

  it('is not changed by who has not seen how somebody else has changed it meanwhile', async () => {
    const id = await add();
    await change(id, { title: 'Zuerst' }, 1);
    expect(await refusalOf(change(id, { title: 'Danach' }, 1))).toEqual(['STALE_VALUE at ']);
    expect(await rowOf(database().pool, 'SELECT title, revision FROM phases WHERE id = $1', id)).toEqual({ title: 'Zuerst', revision: 2 });
    await change(id, { title: 'Danach' }, 2);
    expect(await rowOf(database().pool, 'SELECT title, revision FROM phases WHERE id = $1', id)).toEqual({ title: 'Danach', revision: 3 });
  });

  it('does not open before its time, whoever asks, and a job for a time that was moved does nothing', async () => {
    const id = await add();
    await timeGoesBy(id, '1 second', '1 hour');
    await fire(id);
    await sweep();
    expect([await stateOf(id), await toldOf(id)]).toEqual(['planned', ['planned']]);
  });

  it('opens and closes once each, by its job or by the sweep after a restart, however many come', async () => {
    const id = await add();
    await timeGoesBy(id, '-1 second', '1 hour');
    await Promise.all([fire(id), sweep(), fire(id), sweep()]);
    expect([await stateOf(id), await toldOf(id)]).toEqual(['open', ['planned', 'opened']]);
    await timeGoesBy(id, '-1 hour', '-1 second');
    await Promise.all([sweep(), fire(id), sweep()]);
    expect([await stateOf(id), await toldOf(id)]).toEqual(['closed', ['planned', 'opened', 'closed']]);
  });

  it('whose whole time went by while nobody was there is over, and gave nothing', async () => {
    const id = await add();
    await timeGoesBy(id, '-2 days', '-1 day');
    await sweep();
    expect([await stateOf(id), await toldOf(id)]).toEqual(['closed', ['planned']]);
  });

  it('is closed again when the clock of the database goes back before its beginning, and opens anew', async () => {
    const id = await add();
    await timeGoesBy(id, '-1 second', '1 hour');
    await sweep();
    await timeGoesBy(id, '1 hour', '2 hours');
    await sweep();
    expect([await stateOf(id), await toldOf(id)]).toEqual(['planned', ['planned', 'opened', 'closed']]);
  });

  it('that is moved follows at once', async () => {
    const id = await add({ opensAt: '2020-01-01T08:00', closesAt: null });
    expect(await stateOf(id)).toBe('open');
    await change(id, { opensAt: '2020-01-01T08:00', closesAt: null, rules: [] });
    await change(id, { opensAt: '2020-01-01T08:00', closesAt: '2020-01-02T08:00' });
    expect(await stateOf(id)).toBe('closed');
    expect(await toldOf(id)).toEqual(['planned', 'opened', 'planned', 'opened', 'planned', 'closed']);
  });

  it('that is removed while it is open ends what it gave', async () => {
    const id = await add({ opensAt: '2020-01-01T08:00', closesAt: null });
    await plan().remove(await context('removePhase', { phaseId: id }), { phaseId: id });
    expect(await toldOf(id)).toEqual(['planned', 'opened', 'closed', 'removed']);
  });

  it('is refused with a code at its field', async () => {
    expect(await refusalOf(add({ title: '', kind: 'party', opensAt: 'bald', closesAt: '2027-03-28T02:30' }))).toEqual([
      'TITLE_REQUIRED at title', 'PHASE_KIND_INVALID at kind', 'TIME_INVALID at opensAt', 'TIME_SKIPPED at closesAt',
    ]);
    expect(await refusalOf(add({ closesAt: '2031-03-01T18:00' }))).toEqual(['CLOSES_BEFORE_OPENING at closesAt']);
    expect(await refusalOf(add({ trackName: 'Gibt es nicht' }))).toEqual(['TRACK_UNKNOWN at trackName']);
    expect(await refusalOf(add({ rules: [{ who: { role: 'reader', organisationKind: 'welfare' } as never, may: 'reader' }] }))).toEqual(['RULE_INVALID at rules']);
    expect(await refusalOf(add({}, 'verein.leipzig@example.org'))).toEqual(['FORBIDDEN']);
    expect(await refusalOf(add({}, 'amt.rostock@example.org'))).toEqual(['NOT_FOUND']);
  });

  it('that wants to be alone does not overlap with another such', async () => {
    await add({ isExclusive: true, opensAt: '2032-01-01T08:00', closesAt: '2032-02-01T08:00' });
    expect(await refusalOf(add({ isExclusive: true, opensAt: '2032-01-31T08:00', closesAt: '2032-03-01T08:00' }))).toEqual(['PHASES_OVERLAP at opensAt']);
    expect(await refusalOf(add({ isExclusive: true, opensAt: '2032-02-01T08:00', closesAt: '2032-03-01T08:00' }))).toEqual([]);
  });
});

describe('a gathering that is planned while somebody else is busy with its phase', () => {
  const gathering: Omit<GatheringDraft, 'phaseId'> = {
    kind: 'workshop', title: 'Werkstatt', summary: '', place: '', startsAt: '2031-03-01T18:00', endsAt: '2031-03-01T20:00', languages: [], interpretation: '', agenda: [], tables: [], welcomesGuests: false, releasesCards: true, guestsWrite: true,
  };
  const isSomebodyWaiting = async () => (await rowsOf(database().pool, 'SELECT 1 FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid WHERE NOT l.granted AND a.datname = current_database()')).length > 0;

  /** @param change of the phase, which is not finished when the gathering is planned @returns the gathering's id */
  async function planDuring(phaseId: string, change: string): Promise<string> {
    const input = { ...gathering, phaseId, processId };
    const mutation = await context('addGathering', input);
    const other = await database().pool.connect();
    try {
      await other.query('BEGIN');
      await other.query(change, [phaseId]);
      let isOver = false;
      const end = (): void => void (isOver = true);
      const planned = application.get(PlanGatheringCommand, { strict: false }).add(mutation, input);
      void planned.then(end, end);
      await until(async () => isOver || (await isSomebodyWaiting()), 'planning has come to the phase');
      await other.query('COMMIT');
      return await planned;
    } finally {
      await other.query('ROLLBACK');
      other.release();
    }
  }

  it('is told with the times of the phase that then hold', async () => {
    const id = await planDuring(await add(), "UPDATE phases SET closes_at = '2031-03-01T18:30:00Z' WHERE id = $1");
    expect(await rowsOf(database().pool, "SELECT payload->>'closesAt' AS closes FROM engine.outbox_event WHERE aggregate_id = $1 AND name = 'planning.gathering.planned' ORDER BY sequence", id)).toEqual([{ closes: '2031-03-01T18:30:00.000Z' }]);
  });

  it('is refused when the phase is gone then', async () => {
    expect(await refusalOf(planDuring(await add(), 'DELETE FROM phases WHERE id = $1'))).toEqual(['PHASE_UNKNOWN at phaseId']);
  });
});

describe('the bodies of a process', () => {
  const bodies = () => application.get(ChangeBodiesCommand, { strict: false });
  const body = { kind: 'working_group', name: ' Arbeitsgruppe  Sprache ', note: null, organisationIds: [] as string[] };
  const organisationIds = async (ags: string) => (await rowsOf<{ id: string }>(database().pool, 'SELECT o.id FROM organisations o JOIN municipalities m ON m.id = o.municipality_id WHERE m.ags = $1 ORDER BY o.name LIMIT 2', ags)).map(({ id }) => id);
  const addBody = async (facts: Partial<typeof body> = {}, email?: string) => bodies().add(await context('addBody', { ...body, ...facts }, email), { ...body, ...facts, processId });
  const membersOf = async (id: string) => (await rowsOf<{ organisation_id: string }>(database().pool, 'SELECT organisation_id FROM body_members WHERE body_id = $1 ORDER BY organisation_id', id)).map(({ organisation_id: member }) => member);

  it('are added with the organisations that sit in them, renamed, and removed with every mention', async () => {
    const members = await organisationIds('14713000');
    const id = await addBody({ organisationIds: [...members, ...members] });
    expect(await membersOf(id)).toEqual([...members].sort());
    const change = { ...body, name: 'AG Sprache', kind: 'committee', organisationIds: members.slice(1), bodyId: id, expectedRevision: 1 };
    await bodies().change(await context('changeBody', change), change);
    expect(await rowOf(database().pool, 'SELECT name, kind FROM bodies WHERE id = $1', id)).toEqual({ name: 'AG Sprache', kind: 'committee' });
    expect(await membersOf(id)).toEqual(members.slice(1));
    expect(await refusalOf(bodies().change(await context('changeBody', { ...change, name: 'Zu spät' }), { ...change, name: 'Zu spät' }))).toEqual(['STALE_VALUE at ']);
    expect(await rowOf(database().pool, 'SELECT name FROM bodies WHERE id = $1', id)).toEqual({ name: 'AG Sprache' });
    const phaseId = await add();
    await database().pool.query('UPDATE phases SET body_id = $1 WHERE id = $2', [id, phaseId]);
    await bodies().remove(await context('removeBody', { bodyId: id }), { bodyId: id });
    expect(await rowOf(database().pool, 'SELECT body_id FROM phases WHERE id = $1', phaseId)).toEqual({ body_id: null });
    expect(await rowsOf(database().pool, 'SELECT 1 FROM bodies WHERE id = $1', id)).toEqual([]);
  });

  it('are refused with a code at their field, and never take organisations of another municipality', async () => {
    expect(await refusalOf(addBody({ name: ' ', kind: 'party' }))).toEqual(['NAME_REQUIRED at name', 'BODY_KIND_INVALID at kind']);
    expect(await refusalOf(addBody({ organisationIds: await organisationIds('13003000') }))).toEqual(['UNKNOWN_ORGANISATION at organisationIds']);
    expect(await refusalOf(addBody({}, 'verein.leipzig@example.org'))).toEqual(['FORBIDDEN']);
    expect(await refusalOf(addBody({}, 'amt.rostock@example.org'))).toEqual(['NOT_FOUND']);
  });
});

describe('when a phase has begun or ends soon', () => {
  const send = () => application.get(NotifyWritersProcessor, { strict: false }).process({}, new AbortController().signal);
  const noticesOf = async (title: string) => (await rowsOf<{ recipient: string }>(database().pool, "SELECT recipient FROM mails WHERE kind = 'notification.phase-ends' AND subject LIKE '%' || $1 ORDER BY recipient", title)).map(({ recipient }) => recipient);
  const toldOf = async (title: string) =>
    (await rowsOf<{ email: string; kind: string }>(database().pool, 'SELECT p.email, n.kind FROM notifications n JOIN persons p ON p.id = n.person_id WHERE n.title = $1 ORDER BY 1, 2', title)).map(({ email, kind }) => `${email} ${kind}`);
  const choose = (mail: string) =>
    database().pool.query("INSERT INTO notification_choices (person_id, category, mail) SELECT id, 'deadlines', $1::\"NotificationMail\" FROM persons WHERE email = 'verein.leipzig@example.org' ON CONFLICT (person_id, category) DO UPDATE SET mail = excluded.mail", [mail]);

  beforeAll(async () => {
    // What roles give is granted by a worker, which does not run here.
    await database().pool.query(`INSERT INTO grants (id, municipality_id, subject_kind, subject_id, role, scope_kind, scope_id, origin_kind, origin_id)
      SELECT gen_random_uuid(), municipality_id, subject_kind, subject_id, role, 'process', process_id, 'planning.role', id FROM process_roles WHERE role = 'contributor' AND section_ids = '{}' ON CONFLICT DO NOTHING`);
  });

  it('each who may write is told once, however often the job runs, and again when the end is moved', async () => {
    const id = await add({ title: 'Bald vorbei' });
    await timeGoesBy(id, '-10 days', '2 days');
    await sweep();
    await Promise.all([send(), send()]);
    await send();
    const told = await noticesOf('Bald vorbei');
    expect(told).toContain('verein.leipzig@example.org');
    expect(told).not.toContain('verein.rostock@example.org');
    expect(new Set(told).size).toBe(told.length);
    await timeGoesBy(id, '-10 days', '50 hours');
    await send();
    expect(await noticesOf('Bald vorbei')).toHaveLength(told.length * 2);
  });

  it('nobody gets a mail who switched that off, and nobody is told of the end of a phase that is far from it or open for a day only', async () => {
    const far = await add({ title: 'Noch lange' });
    await timeGoesBy(far, '-10 days', '20 days');
    const short = await add({ title: 'Nur heute' });
    await timeGoesBy(short, '-1 hour', '1 hour');
    await choose('none');
    const id = await add({ title: 'Ohne sie' });
    await timeGoesBy(id, '-10 days', '1 day');
    await sweep();
    await send();
    expect([await noticesOf('Noch lange'), await noticesOf('Nur heute')]).toEqual([[], []]);
    expect((await noticesOf('Ohne sie')).length).toBeGreaterThan(0);
    expect(await noticesOf('Ohne sie')).not.toContain('verein.leipzig@example.org');
    expect(await toldOf('Ohne sie')).toContain('verein.leipzig@example.org phase_ends');
    expect(await toldOf('Nur heute')).toContain('verein.leipzig@example.org phase_opened');
    await choose('at_once');
  });
});

describe('when the money for a measure ends soon', () => {
  const send = () => application.get(NotifyFundingEndsProcessor, { strict: false }).process({}, new AbortController().signal);
  interface LedMeasure {
    readonly id: string;
    readonly lineageId: string;
    readonly organisationId: string;
    readonly emails: readonly string[];
  }
  const toldOf = async ({ lineageId }: LedMeasure) =>
    (await rowsOf<{ email: string }>(database().pool, "SELECT p.email FROM notifications n JOIN persons p ON p.id = n.person_id WHERE n.kind = 'funding_ends' AND n.subject_id = $1 ORDER BY 1", lineageId)).map(({ email }) => email);
  const endsIn = (measureId: string, days: number) => database().pool.query("UPDATE measures SET funding_until = (now() AT TIME ZONE 'Europe/Berlin')::date + $2::int WHERE id = $1", [measureId, days]);
  /** What the organisation in charge says about its part. */
  const says = ({ id, organisationId }: LedMeasure, role: 'lead' | 'partner' | 'none') => database().pool.query(`
    INSERT INTO measure_parties (measure_id, organisation_id, municipality_id, role, is_reserved, answered_at) SELECT id, $2::uuid, municipality_id, $3, false, now() FROM measures WHERE id = $1
    ON CONFLICT (measure_id, organisation_id) DO UPDATE SET role = excluded.role, answered_at = excluded.answered_at`, [id, organisationId, role]);
  /** Living measures of the newest edition of a municipality that an organisation with people leads, with those people. @param isOffice of the municipality, or else none of its own */
  const led = (ags: string, isOffice: boolean) => rowsOf<LedMeasure>(database().pool, `
    SELECT m.id::text, m.lineage_id::text AS "lineageId", m.lead_organisation_id::text AS "organisationId", array_agg(DISTINCT p.email ORDER BY p.email) AS emails
    FROM measures m JOIN municipalities t ON t.id = m.municipality_id JOIN sections s ON s.id = m.section_id AND s.removed_at IS NULL
      JOIN organisations o ON o.id = m.lead_organisation_id JOIN memberships b ON b.organisation_id = o.id AND b.ended_at IS NULL JOIN persons p ON p.id = b.person_id
    WHERE t.ags = $1 AND (o.kind = 'administration') = $2 AND m.removed_at IS NULL AND coalesce(m.status::text, '') NOT IN ('done', 'dropped')
      AND m.edition_id = (SELECT e.id FROM editions e JOIN measures o ON o.edition_id = e.id WHERE e.municipality_id = t.id ORDER BY e.year DESC LIMIT 1) GROUP BY m.id ORDER BY m.id`, ags, isOffice);

  it('the people of the office in charge are told once, again when the day is moved, and not of what is far or done', async () => {
    const [soon, far, done] = await led('14713000', true);
    if (!soon || !far || !done) throw new Error('Three measures with an office in charge are needed.');
    await Promise.all([endsIn(soon.id, 60), endsIn(far.id, 61), endsIn(done.id, 0)]);
    await database().pool.query("UPDATE measures SET status = 'done' WHERE id = $1", [done.id]);
    await Promise.all([send(), send()]);
    await send();
    expect([await toldOf(soon), await toldOf(far), await toldOf(done)]).toEqual([soon.emails, [], []]);
    await endsIn(soon.id, 30);
    await send();
    expect(await toldOf(soon)).toEqual([...soon.emails, ...soon.emails].sort());
  });

  it('nobody of another municipality is told', async () => {
    const [rostock] = await led('13003000', true);
    if (!rostock) throw new Error('A measure with an office in charge is needed.');
    await endsIn(rostock.id, 1);
    await send();
    const told = await rowsOf<{ municipality_id: string; own: boolean }>(database().pool, `
      SELECT n.municipality_id, EXISTS (SELECT 1 FROM memberships b JOIN measures m ON m.lead_organisation_id = b.organisation_id
        WHERE m.lineage_id = n.subject_id AND m.municipality_id = n.municipality_id AND b.municipality_id = n.municipality_id AND b.person_id = n.person_id) AS own FROM notifications n WHERE n.kind = 'funding_ends'`);
    expect(new Set(told.map(({ municipality_id: id }) => id)).size).toBe(2);
    expect(told.every(({ own }) => own)).toBe(true);
    expect(await toldOf(rostock)).toEqual(rostock.emails);
  });

  it('an office that has said no is not told, and whoever is no office only once it has said that it leads, as far as its people may read the measure', async () => {
    const [[club], office] = [await led('14713000', false), (await led('14713000', true)).at(-1)];
    if (!club || !office) throw new Error('Measures with an office and with somebody else in charge are needed.');
    await Promise.all([endsIn(club.id, 20), endsIn(office.id, 20), says(office, 'none')]);
    await send();
    await says(club, 'partner');
    await send();
    expect([await toldOf(club), await toldOf(office)]).toEqual([[], []]);
    await says(club, 'lead');
    await database().pool.query("UPDATE grants SET valid_to = now() - interval '1 minute' WHERE subject_id = $1", [club.organisationId]);
    await send();
    expect(await toldOf(club)).toEqual([]);
    await database().pool.query('UPDATE grants SET valid_to = NULL WHERE subject_id = $1', [club.organisationId]);
    await send();
    expect(await toldOf(club)).toEqual(club.emails);
  });

  it('nobody is told again when the measure goes on in a next edition, whose day alone counts from then on', async () => {
    const [club] = await led('14713000', false);
    if (!club) throw new Error('A measure with somebody in charge who is no office is needed.');
    await Promise.all([endsIn(club.id, 40), says(club, 'lead')]);
    await send();
    const [before, { pool }, edition, section, measure] = [await toldOf(club), database(), newId(), newId(), newId()];
    await pool.query(`INSERT INTO editions (id, municipality_id, instrument_id, process_id, title, year)
      SELECT $1::uuid, e.municipality_id, e.instrument_id, e.process_id, e.title, e.year + 1 FROM editions e JOIN measures m ON m.edition_id = e.id WHERE m.id = $2`, [edition, club.id]);
    await pool.query(`INSERT INTO sections (id, municipality_id, edition_id, kind, title, position, document_id)
      SELECT $1::uuid, s.municipality_id, $2::uuid, s.kind, s.title, s.position, $1::uuid FROM sections s JOIN measures m ON m.section_id = s.id WHERE m.id = $3`, [section, edition, club.id]);
    await pool.query(`INSERT INTO measures (id, municipality_id, edition_id, section_id, block_id, lineage_id, title, description, target_groups, lead_organisation_id, funding_until, ordinal)
      SELECT $1::uuid, municipality_id, $2::uuid, $3::uuid, block_id, lineage_id, title, description, target_groups, lead_organisation_id, funding_until, ordinal FROM measures WHERE id = $4`, [measure, edition, section, club.id]);
    await send();
    await endsIn(club.id, 41);
    await send();
    expect(await toldOf(club)).toEqual(before);
    await endsIn(measure, 42);
    await send();
    expect(await toldOf(club)).toEqual([...before, ...club.emails].sort());
  });
});
