import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readContentFromUpdates } from '@konzeptwerkstatt/document-model';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { INestApplication } from '@nestjs/common';
import { CITIES, loadDemonstration } from './load-demonstration.js';
import type { LoadingProgress } from './load-demonstration.js';
import { startTestApplication } from '../test/test-application.js';

const database = useTestDatabase();
let application: INestApplication;
const progress: LoadingProgress[] = [];
let seconds = 0;

beforeAll(async () => {
  application = await startTestApplication(database().url);
  const start = performance.now();
  await loadDemonstration({ container: application, onProgress: (step) => void progress.push(step) });
  seconds = (performance.now() - start) / 1000;
}, 120_000);
afterAll(async () => application.close());

async function query<Row>(sql: string, ...values: unknown[]): Promise<Row[]> {
  return (await database().pool.query(sql, values)).rows as Row[];
}

/** Row counts of everything a second loading could double. */
async function counts(): Promise<Record<string, string>> {
  const tables = ['municipalities', 'organisations', 'persons', 'memberships', 'grants', 'editions', 'sections', 'goals', 'measures', 'planning_processes', 'bodies', 'dated_steps', 'process_roles', 'regions', 'indicators', 'observations', 'engine.document', 'engine.outbox_event'];
  const rows = await Promise.all(tables.map((table) => query<{ count: string }>(`SELECT count(*) FROM ${table}`)));
  return Object.fromEntries(tables.map((table, index) => [table, rows[index]?.[0]?.count ?? '']));
}

describe('the loaded demonstration', () => {
  it('has Leipzig and Rostock as examples, and tells its progress to the end', async () => {
    expect(await query('SELECT name, ags, is_example FROM municipalities ORDER BY name')).toEqual([
      { name: 'Leipzig (Beispiel)', ags: '14713000', is_example: true }, { name: 'Rostock (Beispiel)', ags: '13003000', is_example: true },
    ]);
    expect(progress.at(-1)).toMatchObject({ city: 'Rostock (Beispiel)', done: progress.length, total: progress.length });
    expect(seconds).toBeLessThan(60);
  });

  it('has every kind of organisation in each city, and marks what is invented in its name', async () => {
    const rows = await query<{ kinds: string; unmarked: string }>(`
      SELECT count(DISTINCT kind) AS kinds, count(*) FILTER (WHERE is_example <> (name LIKE '%(Beispiel)%')) AS unmarked FROM organisations GROUP BY municipality_id`);
    expect(rows).toEqual([{ kinds: '8', unmarked: '0' }, { kinds: '8', unmarked: '0' }]);
    expect(await query("SELECT display_name FROM persons WHERE display_name NOT LIKE '%(Beispiel)'")).toEqual([]);
  });

  it('can be asked and rung up: invented organisations have mailboxes that do not exist and numbers kept free for films, real ones have none', async () => {
    const rows = await query<{ is_example: boolean; reached: boolean; unmarked: string }>(`
      SELECT o.is_example, o.mailbox IS NOT NULL AS reached, count(*) FILTER (WHERE o.mailbox NOT LIKE '%@example.org' OR c.phone NOT LIKE '030 23125-___' OR c.name NOT LIKE '%(Beispiel)' OR c.email IS NOT NULL) AS unmarked
      FROM organisations o LEFT JOIN organisation_contacts c ON c.organisation_id = o.id GROUP BY 1, 2 ORDER BY 1, 2`);
    expect(rows).toEqual([{ is_example: false, reached: false, unmarked: '0' }, { is_example: true, reached: false, unmarked: '0' }, { is_example: true, reached: true, unmarked: '0' }]);
  });

  it("has Leipzig's eight fields of action in their order, with chapters around them", async () => {
    const sections = await query<{ kind: string; title: string }>(`
      SELECT s.kind, s.title FROM sections s JOIN municipalities m ON m.id = s.municipality_id WHERE m.ags = '14713000' ORDER BY s.position`);
    expect(sections.filter(({ kind }) => kind === 'field_of_action').map(({ title }) => title)).toEqual([
      'Bildung und Erziehung', 'Ausbildung, Qualifizierung und Beschäftigung', 'Gesundheitsversorgung und Gesundheitsförderung', 'Sozialräumliche Integration',
      'Interkultureller und interreligiöser Dialog', 'Interkulturelle Orientierung und Öffnung', 'Politische Teilhabe', 'Bekämpfung von Diskriminierung und Rassismus',
    ]);
    expect([sections[0]?.kind, sections.at(-1)?.kind]).toEqual(['chapter', 'chapter']);
  });

  it("has Rostock's fields that the source names, education first and participation last", async () => {
    const fields = await query<{ title: string }>(`
      SELECT s.title FROM sections s JOIN editions e ON e.id = s.edition_id JOIN municipalities m ON m.id = s.municipality_id WHERE m.ags = '13003000' AND e.year = 2020 AND s.kind = 'field_of_action' ORDER BY s.position`);
    expect(fields.map(({ title }) => title)).toEqual(['Bildung/Ausbildung', 'Interkulturelle Öffnung', 'Leben und Wohnen im Stadtteil', 'Gesellschaftliche Teilhabe']);
  });

  it("has Rostock's first concept as the council adopted it: frozen, with numbers and hash, at its public address, and with what the second one goes on from", async () => {
    const [edition] = await query<{ id: string; hash: string; sections: number; decided: string; body: string; place: string; slug: string; events: string[] }>(`
      SELECT e.id, a.hash, jsonb_array_length(a.content #> '{document,sections}')::int AS sections, r.decided_on::text AS decided, r.body_name AS body, p.place, p.slug,
        ARRAY(SELECT DISTINCT name FROM engine.outbox_event o WHERE o.edition_id = e.id AND name IN ('decision.resolution.recorded', 'concept.edition.frozen', 'concept.edition.published') ORDER BY 1) AS events
      FROM editions e JOIN adopted_editions a ON a.edition_id = e.id JOIN resolutions r ON r.edition_id = e.id JOIN publications p ON p.edition_id = e.id WHERE e.frozen_at IS NOT NULL AND p.withdrawn_at IS NULL`);
    expect(edition).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), sections: 10, decided: '2014-01-29', body: 'Bürgerschaft', place: 'beispiel-13003000', events: ['concept.edition.frozen', 'concept.edition.published', 'decision.resolution.recorded'] });
    const states = await query('SELECT DISTINCT m.decision_state, m.number IS NOT NULL AS numbered, d.frozen_at IS NOT NULL AS frozen FROM measures m JOIN sections s ON s.id = m.section_id JOIN engine.document d ON d.id = s.document_id WHERE s.edition_id = $1', edition?.id);
    expect(states).toEqual([{ decision_state: 'adopted', numbered: true, frozen: true }]);
    const lineage = await query<{ before: string; after: string }>(`
      SELECT o.title AS before, m.title AS after FROM measures m JOIN measures o ON o.lineage_id = m.lineage_id AND o.id <> m.id JOIN sections s ON s.id = m.section_id JOIN editions e ON e.id = s.edition_id
      WHERE e.based_on_id = $1 ORDER BY s.position`, edition?.id);
    expect(lineage.map(({ before, after }) => [before, after])).toEqual([
      ['Elternlotsen in Kitas (Beispiel)', 'Elternlotsen in Kitas und Schulen (Beispiel)'], ['Fortbildungen für Ämter mit viel Publikum (Beispiel)', 'Fortbildungsreihe Diversität für alle Ämter (Beispiel)'],
      ['Stadtteiltreffs länger öffnen (Beispiel)', 'Stadtteiltreffs als Begegnungsorte stärken (Beispiel)'], ['Beratung für migrantische Vereine (Beispiel)', 'Beratung und Räume für migrantische Vereine (Beispiel)'],
    ]);
    expect(await query("SELECT title FROM measures WHERE title NOT LIKE '%(Beispiel)' UNION ALL SELECT title FROM goals WHERE title NOT LIKE '%(Beispiel)'")).toEqual([]);
  });

  it('has at least two goals and three measures in each field of Leipzig, all marked as examples', async () => {
    const fields = await query<{ title: string; goals: number; measures: number; unmarked: number }>(`
      SELECT s.title, (SELECT count(*)::int FROM goals g WHERE g.section_id = s.id) AS goals, (SELECT count(*)::int FROM measures x WHERE x.section_id = s.id) AS measures,
        (SELECT count(*)::int FROM measures x WHERE x.section_id = s.id AND x.title NOT LIKE '%(Beispiel)') + (SELECT count(*)::int FROM goals g WHERE g.section_id = s.id AND g.title NOT LIKE '%(Beispiel)') AS unmarked
      FROM sections s JOIN municipalities m ON m.id = s.municipality_id WHERE m.ags = '14713000' AND s.kind = 'field_of_action'`);
    expect(fields).toHaveLength(8);
    for (const field of fields) {
      expect(field.goals).toBeGreaterThanOrEqual(2);
      expect(field.measures).toBeGreaterThanOrEqual(3);
      expect(field.unmarked).toBe(0);
    }
  });

  it('says in its rows what its texts say: titles, fields, partners, links', async () => {
    const sections = await query<{ id: string; document_id: string }>('SELECT id, document_id FROM sections');
    for (const { id, document_id: documentId } of sections) {
      const updates = await query<{ payload: Buffer }>('SELECT payload FROM engine.document_update WHERE document_id = $1 ORDER BY id', documentId);
      const content = readContentFromUpdates(updates.map(({ payload }) => new Uint8Array(payload)));
      const rows = await query<Record<string, unknown>>(`
        SELECT m.block_id, m.title, m.description, m.type, m.status, m.lead_organisation_id AS lead, m.period,
          ARRAY(SELECT organisation_id::text FROM measure_partners WHERE measure_id = m.id ORDER BY 1) AS partners,
          ARRAY(SELECT indicator_id::text FROM measure_indicators WHERE measure_id = m.id ORDER BY 1) AS indicators
        FROM measures m WHERE section_id = $1 AND removed_at IS NULL ORDER BY ordinal`, id);
      const valuesOf = (values: Readonly<Record<string, unknown>>, name: string): string[] => Object.keys(values).filter((key) => key.startsWith(`${name}/`)).map((key) => key.slice(name.length + 1)).sort();
      expect(rows).toEqual(content.measures.map(({ blockId, title, description, values }) => ({
        block_id: blockId, title, description, type: values['type'] ?? null, status: values['status'] ?? null, lead: values['lead'] ?? null, period: values['period'] ?? null,
        partners: valuesOf(values, 'partner'), indicators: valuesOf(values, 'indicator'),
      })));
    }
    expect(await query('SELECT 1 FROM engine.document_update WHERE NOT projected')).toEqual([]);
  });

  it('leaves gaps of every kind in each city', async () => {
    const rows = await query<Record<string, string>>(`
      SELECT m.ags,
        (SELECT count(*) > 0 FROM measures x WHERE x.municipality_id = m.id AND x.lead_organisation_id IS NULL) AS "withoutLead",
        (SELECT count(*) > 0 FROM goals g WHERE g.municipality_id = m.id AND NOT EXISTS (SELECT 1 FROM measure_goals l WHERE l.goal_id = g.id)) AS "withoutMeasure",
        (SELECT count(*) > 0 FROM measures x WHERE x.municipality_id = m.id AND NOT EXISTS (SELECT 1 FROM measure_indicators l WHERE l.measure_id = x.id)) AS "withoutIndicator",
        (SELECT count(*) > 0 FROM indicators i WHERE i.municipality_id = m.id AND NOT EXISTS (SELECT 1 FROM observations o WHERE o.indicator_id = i.id)
          AND EXISTS (SELECT 1 FROM measure_indicators l WHERE l.indicator_id = i.id)) AS "withoutData"
      FROM municipalities m ORDER BY m.ags`);
    const everyKind = { withoutLead: true, withoutMeasure: true, withoutIndicator: true, withoutData: true };
    expect(rows).toEqual([{ ags: '13003000', ...everyKind }, { ags: '14713000', ...everyKind }]);
  });

  it('has contributions of several kinds of organisation in Leipzig, marked as examples: open, answered, together, partly with reasons, taken over; none of business', async () => {
    const rows = await query<{ kind: string; state: string; verdict: string | null; reasons: string | null; text: string; bundled: boolean; became: string | null; ahead: boolean }>(`
      SELECT o.kind, c.state, r.verdict, r.reasons, c.text, c.bundle_id IS NOT NULL AS bundled, x.title AS became, c.submitted_at > now() AS ahead
      FROM contributions c JOIN municipalities m ON m.id = c.municipality_id JOIN organisations o ON o.id = c.organisation_id
      LEFT JOIN contribution_responses r ON r.subject_id = coalesce(c.bundle_id, c.id) LEFT JOIN contribution_outcomes u ON u.subject_id = coalesce(c.bundle_id, c.id) LEFT JOIN measures x ON x.id = u.object_id
      WHERE m.ags = '14713000'`);
    const kinds = new Set(rows.map(({ kind }) => kind));
    expect(kinds.size).toBeGreaterThanOrEqual(5);
    expect(kinds.has('business')).toBe(false);
    expect(rows.filter(({ text, ahead }) => ahead || !/\((Beispiel|مثال)\)$/.test(text))).toEqual([]);
    expect(rows.filter(({ state }) => state === 'submitted').length).toBeGreaterThan(3);
    expect(rows.filter(({ bundled, verdict, state }) => bundled && verdict === 'partly' && state === 'answered')).toHaveLength(2);
    expect(rows.filter(({ verdict, reasons }) => ['partly', 'not'].includes(verdict ?? '') && reasons === '')).toEqual([]);
    expect(rows.some(({ verdict, became }) => verdict === 'considered' && became === 'Elternbegleitung durch Migrantenorganisationen (Beispiel)')).toBe(true);
    expect(await query("SELECT 1 FROM mails WHERE kind LIKE 'participation.%'")).toEqual([]);
  });

  it('keeps the dates of the process as exact as the source has them', async () => {
    expect(await query("SELECT date_from::text, date_to::text, date_precision FROM dated_steps WHERE title LIKE 'Arbeitsgruppen des Kommunalen%'")).toEqual([{ date_from: '2017-09-01', date_to: '2017-11-30', date_precision: 'quarter' }]);
    expect(await query("SELECT date_from, date_precision FROM dated_steps WHERE title LIKE 'Integrationskonferenz führt%'")).toEqual([{ date_from: null, date_precision: 'unknown' }]);
    expect(await query("SELECT 1 FROM dated_steps WHERE basis = 'external' AND source_url IS NULL")).toEqual([]);
  });
});

describe('loading once more', () => {
  it('changes nothing', async () => {
    const before = await counts();
    expect(await loadDemonstration({ container: application })).toBe('already-loaded');
    expect(await counts()).toEqual(before);
  });

  it('does not bring back what somebody has renamed or taken out meanwhile', async () => {
    await query("UPDATE sections SET title = 'Umbenannt' WHERE title = 'Vorwort'");
    await query("UPDATE sections SET removed_at = now() WHERE title = 'Begriffe'");
    const before = await counts();
    await loadDemonstration({ container: application });
    expect(await counts()).toEqual(before);
  });
});

describe('the cities of the demonstration', () => {
  it('name only organisations and indicators they have', () => {
    for (const city of CITIES) expect(new Set(city.organisations.map(({ key }) => key)).size).toBe(city.organisations.length);
  });
});
