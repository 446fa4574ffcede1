import 'reflect-metadata';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DOCUMENT_READER, indexSectionJob, JOB_QUEUE, sweepEntriesJob, type JobContract, type JobProcessor } from '@konzeptwerkstatt/contracts';
import type { SectionContent } from '@konzeptwerkstatt/document-model';
import { IdentityModule } from '@konzeptwerkstatt/identity';
import { newId, SYSTEM_ACTOR, type Actor } from '@konzeptwerkstatt/kernel';
import { ConfigModule, loadConfig } from '@konzeptwerkstatt/platform-config';
import { DatabaseModule, PG_POOL } from '@konzeptwerkstatt/platform-database';
import { createLogger, LoggingModule } from '@konzeptwerkstatt/platform-logging';
import { FilesModule } from '@konzeptwerkstatt/platform-files';
import { MailModule } from '@konzeptwerkstatt/platform-mail';
import { OutboxModule } from '@konzeptwerkstatt/platform-outbox';
import { SearchModule, SearchReader, searchWorkerParts } from '@konzeptwerkstatt/search';
import type { Pool } from 'pg';
import { createBenchDatabase } from './bench-database.js';
import { median, percentile } from './statistics.js';

/** Entries of the municipality that is asked, half of them measures; as many again stand in another one beside it. */
const SECTIONS = 500;
const PER_SECTION = { goals: 3, measures: 5, paragraphs: 15 };
const ORGANISATIONS = 300;
const INDICATORS = 200;
const ROUNDS = 40;
const GOAL_MILLISECONDS = 100;

const heads = 'Sprach Bildungs Ehrenamts Wohn Gesundheits Jugend Kultur Quartiers Integrations Arbeits Begegnungs Beratungs Familien Teilhabe Frauen Senioren Sport Stadtteil Vereins Willkommens'.split(' ');
const tails = 'förderung kurse projekt zentrum lotsen netzwerk angebote beratung konferenz stelle programm woche werkstatt treff bündnis bericht initiative öffnung partnerschaft begleitung'.split(' ');
const plain = 'die Bürger:innen im Stadtteil werden gemeinsam mit Organisationen der Zivilgesellschaft und dem Amt beteiligt sowie jährlich über Fortschritte für Kinder unterrichtet'.split(' ');
const searches = ['Sprachförderung', 'Förderung', 'Kurse', 'Ehrenamt', 'Bürgerinnen Stadtteil', 'Wohnlotsen Quartier', 'Gesundheitskonferens', 'Begegnugszentrum', 'a', 'b', 'integ', 'Jugendtreff Sportwoche', 'Öffnung Kultur', 'oeffnung', 'Raumfahrt', 'die Beratung für Familien', 'Straße', 'Teilhabebericht 2031', 'Willkommen', 'Zentrum'];

/** The same numbers in every run. */
let seed = 42;
const below = (limit: number): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
  return (seed >>> 8) % limit;
};
const pick = (words: readonly string[]): string => words[below(words.length)] ?? '';
const compound = (): string => `${pick(heads)}${pick(tails)}`;
const sentence = (): string => `${compound()} ${Array.from({ length: 14 }, () => (below(5) === 0 ? compound() : pick(plain))).join(' ')} ${2000 + below(40)}.`;

const text = (): SectionContent => ({
  blocks: Array.from({ length: PER_SECTION.paragraphs }, () => ({ id: newId(), kind: 'paragraph', indent: 0, text: `${sentence()} ${sentence()}`, parentId: null })), pictures: [], goals: [], measures: [],
});
const sections: string[] = [];

@Global()
@Module({
  providers: [
    { provide: DOCUMENT_READER, useValue: { read: async () => text() } },
    { provide: JOB_QUEUE, useValue: { enqueue: async (_job: JobContract, { sectionId }: { sectionId: string }) => void sections.push(sectionId) } },
  ],
  exports: [DOCUMENT_READER, JOB_QUEUE],
})
class OutsideModule {}

async function addTown(pool: Pool, name: string): Promise<Actor> {
  const [town, instrument, edition, process, person] = [newId(), newId(), newId(), newId(), newId()];
  const insertMany = (sql: string, rows: readonly unknown[]): Promise<unknown> => pool.query(sql, [JSON.stringify(rows), town, edition]);
  await pool.query('INSERT INTO municipalities (id, name) VALUES ($1, $2)', [town, name]);
  await pool.query(`INSERT INTO instruments (id, municipality_id, kind, title) VALUES ($1, $2, 'concept', 'Konzept')`, [instrument, town]);
  await pool.query(`INSERT INTO editions (id, municipality_id, instrument_id, process_id, title, year) VALUES ($1, $2, $3, $4, 'Konzept', 2026)`, [edition, town, instrument, process]);
  const organisations = Array.from({ length: ORGANISATIONS }, (_, index) => ({ id: newId(), name: `${compound()} e. V. ${index}` }));
  await pool.query(`INSERT INTO organisations (id, municipality_id, kind, name) SELECT id, $2, 'civil_society', name FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, name text)`, [JSON.stringify(organisations), town]);
  await pool.query(`INSERT INTO indicators (id, municipality_id, key, name, unit, unit_label) SELECT id, $2, id, name, 'percent', '%' FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, name text)`,
    [JSON.stringify(Array.from({ length: INDICATORS }, () => ({ id: newId(), name: `Anteil ${compound()}` }))), town]);
  const rows = Array.from({ length: SECTIONS }, (_, position) => ({ id: newId(), title: compound(), position }));
  await insertMany(`INSERT INTO sections (id, municipality_id, edition_id, kind, title, position, document_id) SELECT id, $2, $3, 'field_of_action', title, position, id FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, title text, position int)`, rows);
  const objects = (count: number): object[] => rows.flatMap(({ id: section }) => Array.from({ length: count }, (_, ordinal) => ({ id: newId(), section, title: `${compound()} ${pick(plain)} ${compound()}`, description: `${sentence()} ${sentence()}`, ordinal })));
  const columns = `jsonb_to_recordset($1::jsonb) AS r (id uuid, section uuid, title text, description text, ordinal int)`;
  await insertMany(`INSERT INTO goals (id, municipality_id, edition_id, section_id, block_id, lineage_id, title, description, ordinal) SELECT id, $2, $3, section, id, id, title, description, ordinal FROM ${columns}`, objects(PER_SECTION.goals));
  await insertMany(`INSERT INTO measures (id, municipality_id, edition_id, section_id, block_id, lineage_id, title, description, target_groups, ordinal) SELECT id, $2, $3, section, id, id, title, description, '{}', ordinal FROM ${columns}`, objects(PER_SECTION.measures));
  const organisationId = organisations[0]?.id ?? '';
  await pool.query(`INSERT INTO persons (id, email, display_name) VALUES ($1::uuid, $1::text || '@example.org', 'Person')`, [person]);
  await pool.query('INSERT INTO memberships (id, municipality_id, person_id, organisation_id) VALUES ($1, $2, $3, $4)', [newId(), town, person, organisationId]);
  await pool.query(`INSERT INTO grants (id, municipality_id, subject_kind, subject_id, role, scope_kind, scope_id, origin_kind, origin_id) VALUES ($1, $2, 'person', $3, 'reader', 'process', $4, 'bench', $1)`, [newId(), town, person, process]);
  return { ...SYSTEM_ACTOR, kind: 'person', personId: person, organisationId, municipalityId: town };
}

/** How long the search takes for whoever asks the reader; nothing of HTTP is in it. */
async function measure(reader: SearchReader, actor: Actor): Promise<void> {
  const all: number[] = [];
  const line = (name: string, times: readonly number[], hits: number | string): void => void process.stdout.write(`| ${name} | ${hits} | ${median(times).toFixed(1)} | ${percentile(times, 0.95).toFixed(1)} |\n`);
  process.stdout.write('| search | hits | p50 ms | p95 ms |\n| --- | --: | --: | --: |\n');
  for (const words of searches) {
    const times: number[] = [];
    let hits = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now();
      hits = (await reader.search(actor, words, { kinds: ['section', 'goal', 'measure', 'organisation', 'indicator'], offset: 0, limit: 21 })).total;
      if (round > 1) times.push(performance.now() - begun);
    }
    all.push(...times);
    line(words, times, hits);
  }
  line('**all**', all, '');
  process.stdout.write(`goal (p95 below ${GOAL_MILLISECONDS} ms): ${percentile(all, 0.95) < GOAL_MILLISECONDS ? 'met' : 'missed'}\n`);
}

const database = await createBenchDatabase();
const app = await NestFactory.createApplicationContext({
  module: class BenchModule {},
  imports: [ConfigModule.forRoot(loadConfig({ DATABASE_URL: database.url })), LoggingModule.forRoot(createLogger({ level: 'silent' })), DatabaseModule.forRoot({ databaseUrl: database.url }), OutboxModule.forRoot(), FilesModule.forRoot(), MailModule, OutsideModule, IdentityModule, SearchModule],
}, { logger: false });
try {
  const pool = app.get<Pool>(PG_POOL, { strict: false });
  const actor = await addTown(pool, 'Musterstadt');
  await addTown(pool, 'Nachbarstadt');
  const processors = searchWorkerParts.processors.map((type) => app.get<JobProcessor>(type, { strict: false }));
  const run = (job: { readonly name: string }, data: object): Promise<void> => processors.find((one) => one.job.name === job.name)?.process(data, AbortSignal.timeout(60_000)) ?? Promise.resolve();
  const begun = performance.now();
  for (let found = 1; found > 0; ) {
    await run(sweepEntriesJob, {});
    found = sections.length;
    for (const sectionId of sections.splice(0)) await run(indexSectionJob, { sectionId });
  }
  process.stdout.write(`indexed in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
  await pool.query('ANALYZE');
  const { rows } = await pool.query<{ entries: number; passages: number; words: number }>('SELECT (SELECT count(*) FROM engine.search_entry WHERE municipality_id = $1)::int AS entries, (SELECT count(*) FROM engine.search_passage)::int AS passages, (SELECT count(*) FROM engine.search_word)::int AS words', [actor.municipalityId]);
  process.stdout.write(`${rows[0]?.entries} entries of the municipality (as many of another), ${rows[0]?.passages} passages and ${rows[0]?.words} words in all\n\n`);
  await measure(app.get(SearchReader), actor);
} finally {
  await app.close();
  await database.drop();
}
process.exit(0);
