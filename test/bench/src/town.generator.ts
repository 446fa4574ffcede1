import { newId, newRandomId } from '@konzeptwerkstatt/kernel';
import type { Client } from 'pg';

/** How much a municipality has. */
export interface TownSize {
  /** Measures over its eight fields of action. */
  readonly measures: number;
}

/** A municipality with one edition and somebody who may write in all of it. */
export interface Town {
  readonly editionId: string;
  readonly email: string;
}

const FIELDS = 8;
const GOALS_PER_FIELD = 3;
const ORGANISATIONS = 40;
const INDICATORS = 40;
const YEARS = 8;

interface Ids {
  readonly municipality: string;
  readonly process: string;
  readonly instrument: string;
  readonly edition: string;
  readonly person: string;
}

/** Statements in order; `$1` to `$5` are municipality, process, instrument, edition and person, `$6` is the number of measures. */
const structure = [
  `INSERT INTO organisations (id, municipality_id, kind, name, short_name)
   SELECT gen_random_uuid(), $1::uuid, (ARRAY['administration', 'migrant_organisation', 'welfare', 'civil_society'])[1 + n % 4]::"OrganisationKind", 'Organisation ' || to_char(n, 'FM000'), CASE WHEN n % 3 = 0 THEN 'O' || n END
   FROM generate_series(1, ${ORGANISATIONS}) n`,
  `INSERT INTO memberships (id, municipality_id, person_id, organisation_id)
   SELECT gen_random_uuid(), $1::uuid, $5::uuid, id FROM organisations WHERE municipality_id = $1::uuid AND name = 'Organisation 001'`,
  `INSERT INTO planning_processes (id, municipality_id, title) VALUES ($2::uuid, $1::uuid, 'Fortschreibung')`,
  `INSERT INTO instruments (id, municipality_id, kind, title) VALUES ($3::uuid, $1::uuid, 'concept', 'Integrationskonzept')`,
  `INSERT INTO editions (id, municipality_id, instrument_id, process_id, title, year) VALUES ($4::uuid, $1::uuid, $3::uuid, $2::uuid, 'Integrationskonzept 2026', 2026)`,
  `INSERT INTO grants (id, municipality_id, subject_kind, subject_id, role, scope_kind, scope_id, origin_kind, origin_id)
   VALUES (gen_random_uuid(), $1::uuid, 'person', $5::uuid, 'editor', 'process', $2::uuid, 'planning.role', gen_random_uuid())`,
  `INSERT INTO sections (id, municipality_id, edition_id, kind, title, position, document_id)
   SELECT gen_random_uuid(), $1::uuid, $4::uuid, 'field_of_action', 'Handlungsfeld ' || n, n, gen_random_uuid() FROM generate_series(1, ${FIELDS}) n`,
  `INSERT INTO goals (id, municipality_id, edition_id, section_id, block_id, lineage_id, kind, title, description, ordinal)
   SELECT gen_random_uuid(), $1::uuid, $4::uuid, s.id, gen_random_uuid(), gen_random_uuid(), (CASE WHEN n = 0 THEN 'guiding' ELSE 'sub' END)::"GoalKind",
     'Ziel ' || s.position || '.' || n, 'Was bis zur nächsten Fortschreibung erreicht sein soll.', n
   FROM sections s, generate_series(0, ${GOALS_PER_FIELD - 1}) n WHERE s.edition_id = $4::uuid`,
];

const monitoring = [
  `INSERT INTO regions (id, key, label, kind, ags) SELECT gen_random_uuid(), 'bench-' || ags, name, 'municipality', ags FROM municipalities WHERE id = $1::uuid`,
  `INSERT INTO indicators (id, municipality_id, key, name, unit, unit_label, decimals)
   SELECT gen_random_uuid(), $1::uuid, 'indicator-' || n, 'Indikator ' || to_char(n, 'FM000'), 'percent', 'Prozent', n % 2 FROM generate_series(1, ${INDICATORS}) n`,
  `INSERT INTO indicator_definitions (id, municipality_id, indicator_id, version, text) SELECT gen_random_uuid(), $1::uuid, id, 1, 'Was gezählt wird.' FROM indicators WHERE municipality_id = $1::uuid`,
  // Total and two parts a year, for the own region and for the Land; every tenth indicator has no data yet.
  `INSERT INTO observations (id, municipality_id, indicator_id, definition_id, region_id, period_from, period_to, period_precision, value, decimals, breakdown, source)
   SELECT gen_random_uuid(), $1::uuid, i.id, d.id, r.id, make_date(2026 - y, 12, 31), make_date(2026 - y, 12, 31), 'day', (y * 7 + length(i.name)) + 0.5, 1, b.breakdown, 'Statistik'
   FROM indicators i JOIN indicator_definitions d ON d.indicator_id = i.id
     CROSS JOIN generate_series(1, ${YEARS}) y CROSS JOIN (VALUES (''), ('sex=f'), ('sex=m')) b (breakdown)
     JOIN regions r ON r.ags = (SELECT ags FROM municipalities WHERE id = $1::uuid) OR r.key = 'bench-land'
   WHERE i.municipality_id = $1::uuid AND i.key NOT LIKE '%0'`,
];

const measures = [
  `INSERT INTO measures (id, municipality_id, edition_id, section_id, block_id, lineage_id, title, description, type, status, lead_organisation_id, target_groups,
     period, period_from, period_to, budget_amount, funding_source, ordinal)
   SELECT gen_random_uuid(), $1::uuid, $4::uuid, s.id, gen_random_uuid(), gen_random_uuid(), 'Maßnahme ' || n || ': Sprachmittlung im Stadtteil', repeat('Was getan wird, für wen und mit wem. ', 8),
     (ARRAY['new', 'continued', 'permanent', 'pilot'])[1 + n % 4]::"MeasureType", (ARRAY['idea', 'planned', 'running', 'done'])[1 + n % 4]::"MeasureStatus",
     CASE WHEN n % 10 <> 0 THEN o.id END, ARRAY['children_youth', 'women'], '2025/2027', '2025-01-01', '2027-12-31', n * 100.5, CASE WHEN n % 2 = 0 THEN 'Haushalt' END, 10 + n / ${FIELDS}
   FROM generate_series(1, $6::int) n JOIN sections s ON s.edition_id = $4::uuid AND s.position = 1 + n % ${FIELDS}
     JOIN organisations o ON o.municipality_id = $1::uuid AND o.name = 'Organisation ' || to_char(1 + n % ${ORGANISATIONS}, 'FM000')`,
  `INSERT INTO measure_partners (municipality_id, measure_id, organisation_id)
   SELECT $1::uuid, m.id, o.id FROM measures m JOIN sections s ON s.id = m.section_id CROSS JOIN generate_series(1, 3) k
     JOIN organisations o ON o.municipality_id = $1::uuid AND o.name = 'Organisation ' || to_char(1 + (m.ordinal + s.position + k * 7) % ${ORGANISATIONS}, 'FM000')
   WHERE m.edition_id = $4::uuid`,
  `INSERT INTO measure_goals (municipality_id, measure_id, goal_id)
   SELECT $1::uuid, m.id, g.id FROM measures m JOIN goals g ON g.section_id = m.section_id AND g.ordinal = m.ordinal % ${GOALS_PER_FIELD} WHERE m.edition_id = $4::uuid`,
  `INSERT INTO measure_indicators (municipality_id, measure_id, indicator_id)
   SELECT $1::uuid, m.id, i.id FROM measures m JOIN sections s ON s.id = m.section_id CROSS JOIN generate_series(1, 2) k
     JOIN indicators i ON i.municipality_id = $1::uuid AND i.key = 'indicator-' || (1 + (m.ordinal * 3 + s.position + k * 5) % ${INDICATORS})
   WHERE m.edition_id = $4::uuid AND m.ordinal % 9 <> 0`,
];

function parametersOf(statement: string, ids: Ids, { measures: count }: TownSize): { text: string; values: unknown[] } {
  const all = [ids.municipality, ids.process, ids.instrument, ids.edition, ids.person, count];
  // PostgreSQL wants exactly the parameters that a statement names.
  const used = [...new Set(statement.match(/\$\d/g) ?? [])].sort();
  const text = statement.replace(/\$\d/g, (name) => `$${used.indexOf(name) + 1}`);
  return { text, values: used.map((name) => all[Number(name.slice(1)) - 1]) };
}

/** The Land that every municipality has figures of too. */
export async function addLand(client: Client): Promise<void> {
  await client.query(`INSERT INTO regions (id, key, label, kind) VALUES (gen_random_uuid(), 'bench-land', 'Land', 'land')`);
}

/** Adds a municipality by bulk SQL: rows as the projection of its texts would have written them, without the texts. */
export async function addTown(client: Client, number: number, size: TownSize, passwordHash: string): Promise<Town> {
  const ids: Ids = { municipality: newId(), process: newId(), instrument: newId(), edition: newId(), person: newRandomId() };
  const email = `bench.${number}@example.org`;
  await client.query('INSERT INTO municipalities (id, ags, name) VALUES ($1, $2, $3)', [ids.municipality, String(10_000_000 + number), `Stadt ${number}`]);
  await client.query('INSERT INTO persons (id, email, display_name, password_hash) VALUES ($1, $2, $3, $4)', [ids.person, email, 'Erika Beispiel', passwordHash]);
  for (const statement of [...structure, ...monitoring, ...measures]) await client.query(parametersOf(statement, ids, size));
  return { editionId: ids.edition, email };
}
