/** The opaque id of the API, and a cursor of an offset, as the API prints them. */
const globalId = (type: string, column: string): string => base64url(`'${type}:' || ${column}`);
const cursor = (offset: string): string => base64url(`'[' || (${offset}) || ']'`);
const base64url = (text: string): string => `rtrim(translate(encode(convert_to(${text}, 'UTF8'), 'base64'), '+/', '-_'), '=')`;
const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What the visitor may do on a scope: the roles that allow it, and the conditions on the scope's ids. */
const granted = (roles: string, section: string): string => `EXISTS (SELECT 1 FROM granted g WHERE g.role IN (${roles}) AND (
  (g.scope_kind = 'municipality' AND g.scope_id = e.municipality_id) OR (g.scope_kind = 'process' AND g.scope_id = e.process_id)
  OR (g.scope_kind = 'edition' AND g.scope_id = e.id)${section}))`;
const editors = `'administrator', 'steering', 'editor'`;

const organisation = `json_build_object('id', ${globalId('Organisation', 'o.id')}, 'uuid', o.id, 'name', o.name, 'shortName', o.short_name)`;

const observation = `json_build_object('id', ${globalId('Observation', 'v.id')}, 'uuid', v.id, 'periodFrom', v.period_from, 'periodTo', v.period_to,
  'periodPrecision', upper(v.period_precision::text), 'value', round(v.value, v.decimals)::text, 'decimals', v.decimals, 'missingReason', v.missing_reason,
  'qualifier', v.qualifier, 'status', upper(v.status::text), 'breakdown', v.breakdown, 'note', v.note, 'source', v.source, 'recordedAt', ${instant('v.recorded_at')},
  'region', json_build_object('id', ${globalId('Region', 'r.id')}, 'uuid', r.id, 'key', r.key, 'label', r.label, 'kind', r.kind))`;

/** Everything that a page of measures names more than once is made once: this is what a careful hand would write. */
const common = `
  granted AS (
    SELECT g.role, g.scope_kind, g.scope_id
    FROM memberships m JOIN organisations o ON o.id = m.organisation_id AND o.removed_at IS NULL JOIN persons p ON p.id = m.person_id AND p.disabled_at IS NULL
      JOIN grants g ON g.municipality_id = m.municipality_id AND g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now())
        AND ((g.subject_kind = 'person' AND g.subject_id = m.person_id) OR (g.subject_kind = 'organisation' AND g.subject_id = m.organisation_id))
    WHERE m.person_id = $2 AND m.organisation_id = $3 AND m.municipality_id = $4 AND m.ended_at IS NULL),
  e AS MATERIALIZED (
    SELECT e.* FROM editions e
    WHERE e.id = $1 AND (e.visibility = 'published' OR (e.municipality_id = $4 AND ${granted("'administrator', 'steering', 'editor', 'contributor', 'reviewer', 'reader'", '')}))),
  fields AS MATERIALIZED (
    SELECT s.*, e.frozen_at IS NULL AND ${granted(`${editors}, 'contributor'`, ` OR (g.scope_kind = 'section' AND g.scope_id = s.id)`)} AS may_write
    FROM e JOIN sections s ON s.edition_id = e.id AND s.removed_at IS NULL),
  page AS MATERIALIZED (
    SELECT m.*, s.position, row_number() OVER (ORDER BY s.position, m.ordinal, m.id) AS place
    FROM e JOIN measures m ON m.municipality_id = e.municipality_id AND m.edition_id = e.id AND m.removed_at IS NULL JOIN fields s ON s.id = m.section_id
    ORDER BY s.position, m.ordinal, m.id LIMIT 100 OFFSET $5),
  partner AS MATERIALIZED (SELECT l.measure_id, l.organisation_id FROM measure_partners l WHERE l.measure_id IN (SELECT id FROM page)),
  named AS MATERIALIZED (
    SELECT o.id, ${organisation} AS json FROM organisations o
    WHERE o.id IN (SELECT lead_organisation_id FROM page UNION SELECT organisation_id FROM partner)),
  linked AS MATERIALIZED (SELECT l.measure_id, l.indicator_id FROM measure_indicators l WHERE l.measure_id IN (SELECT id FROM page)),
  shown AS MATERIALIZED (
    SELECT i.id, i.name, json_build_object('id', ${globalId('Indicator', 'i.id')}, 'uuid', i.id, 'name', i.name, 'unit', i.unit, 'unitLabel', i.unit_label, 'decimals', i.decimals,
      'direction', upper(i.direction::text), 'isExample', i.is_example, 'latestObservation', latest.json) AS json
    FROM indicators i LEFT JOIN LATERAL (
      SELECT ${observation} AS json FROM observations v JOIN regions r ON r.id = v.region_id
      WHERE v.municipality_id = i.municipality_id AND v.indicator_id = i.id AND v.breakdown = '' AND v.superseded_at IS NULL
        AND r.ags = (SELECT ags FROM municipalities WHERE id = i.municipality_id)
      ORDER BY v.period_to DESC NULLS LAST, v.recorded_at DESC, v.id LIMIT 1) latest ON true
    WHERE i.id IN (SELECT indicator_id FROM linked) AND i.removed_at IS NULL),
  partners AS MATERIALIZED (
    SELECT measure_id, json_agg(json_build_object('cursor', ${cursor('place - 1')}, 'node', json) ORDER BY place) AS edges
    FROM (SELECT p.measure_id, n.json, row_number() OVER (PARTITION BY p.measure_id ORDER BY p.organisation_id) AS place FROM partner p JOIN named n ON n.id = p.organisation_id) numbered
    WHERE place <= 50 GROUP BY measure_id),
  indicators_of AS MATERIALIZED (
    SELECT measure_id, json_agg(json_build_object('cursor', ${cursor('place - 1')}, 'node', json) ORDER BY place) AS edges
    FROM (SELECT l.measure_id, i.json, row_number() OVER (PARTITION BY l.measure_id ORDER BY i.name) AS place FROM linked l JOIN shown i ON i.id = l.indicator_id) numbered
    WHERE place <= 10 GROUP BY measure_id),
  total AS MATERIALIZED (
    SELECT count(*) AS count FROM e JOIN measures m ON m.municipality_id = e.municipality_id AND m.edition_id = e.id AND m.removed_at IS NULL JOIN fields s ON s.id = m.section_id)`;

const measure = `json_build_object('id', ${globalId('Measure', 'm.id')}, 'uuid', m.id, 'blockId', m.block_id, 'title', m.title, 'type', upper(m.type::text), 'status', upper(m.status::text),
  'lead', lead.json, 'partners', json_build_object('edges', coalesce(partners.edges, '[]')), 'targetGroups', to_json(upper(m.target_groups::text)::text[]), 'period', m.period,
  'budgetAmount', m.budget_amount::text, 'budgetCurrency', m.budget_currency, 'fundingSource', m.funding_source,
  'section', json_build_object('id', ${globalId('Section', 's.id')}, 'uuid', s.id, 'title', s.title, 'position', s.position),
  'gaps', to_json(array_remove(ARRAY[CASE WHEN m.lead_organisation_id IS NULL THEN 'MEASURE_WITHOUT_LEAD' END,
    CASE WHEN NOT EXISTS (SELECT 1 FROM linked l WHERE l.measure_id = m.id) THEN 'MEASURE_WITHOUT_INDICATOR' END], NULL)),
  'mayEdit', s.may_write, 'updatedAt', ${instant('m.updated_at')}, 'indicators', json_build_object('edges', coalesce(indicators_of.edges, '[]')))`;

const measureList = `json_build_object('totalCount', (SELECT count FROM total), 'edges', (
    SELECT coalesce(json_agg(json_build_object('cursor', ${cursor('m.place - 1')}, 'node', ${measure}) ORDER BY m.place), '[]')
    FROM page m JOIN fields s ON s.id = m.section_id LEFT JOIN named lead ON lead.id = m.lead_organisation_id
      LEFT JOIN partners ON partners.measure_id = m.id LEFT JOIN indicators_of ON indicators_of.measure_id = m.id),
  'pageInfo', json_build_object('hasNextPage', (SELECT count FROM total) > $5 + 100, 'endCursor', (SELECT ${cursor('max(place) - 1')} FROM page)))`;

const goal = `json_build_object('id', ${globalId('Goal', 'g.id')}, 'blockId', g.block_id, 'kind', upper(g.kind::text), 'title', g.title)`;
const sectionList = `json_build_object('edges', (
  SELECT coalesce(json_agg(json_build_object('cursor', ${cursor('s.position - 1')}, 'node', json_build_object('id', ${globalId('Section', 's.id')}, 'uuid', s.id, 'kind', upper(s.kind::text),
    'title', s.title, 'position', s.position, 'isExample', s.is_example, 'mayWrite', s.may_write, 'goals', json_build_object('edges', (
      SELECT coalesce(json_agg(json_build_object('cursor', ${cursor('g.place - 1')}, 'node', ${goal}) ORDER BY g.place), '[]')
      FROM (SELECT g.*, row_number() OVER (ORDER BY g.ordinal, g.id) AS place FROM goals g WHERE g.municipality_id = s.municipality_id AND g.edition_id = s.edition_id AND g.section_id = s.id AND g.removed_at IS NULL) g
      WHERE g.place <= 100)))) ORDER BY s.position), '[]') FROM fields s))`;

const edition = `'id', ${globalId('Edition', 'e.id')}`;
const head = `${edition}, 'uuid', e.id, 'title', e.title, 'year', e.year, 'isExample', e.is_example, 'sourceNote', e.source_note, 'visibility', upper(e.visibility::text), 'frozenAt', ${instant('e.frozen_at')},
  'municipality', (SELECT json_build_object('id', ${globalId('Municipality', 'c.id')}, 'name', c.name) FROM municipalities c WHERE c.id = e.municipality_id),
  'mayEdit', e.frozen_at IS NULL AND ${granted(editors, '')}, 'sections', ${sectionList}`;

const statementWith = (fields: string): string => `WITH ${common} SELECT json_build_object('data', json_build_object('edition', (SELECT json_build_object(${fields}, 'measures', ${measureList}) FROM e)))::text AS body`;

/**
 * The operations of `concept-page.operation.ts` as one statement each, giving the whole answer as text. Parameters: edition,
 * person, her organisation and municipality, offset of the measures.
 */
export const statements: Readonly<Record<string, string>> = { ConceptPage: statementWith(head), ConceptPageMeasures: statementWith(edition) };
