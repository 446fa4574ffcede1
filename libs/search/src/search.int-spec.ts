import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { newId, type Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_READER, JOB_QUEUE } from '@konzeptwerkstatt/contracts';
import type { SectionContent } from '@konzeptwerkstatt/document-model';
import { IdentityModule } from '@konzeptwerkstatt/identity';
import { ConfigModule, loadConfig } from '@konzeptwerkstatt/platform-config';
import { DatabaseModule, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { createLogger, LoggingModule } from '@konzeptwerkstatt/platform-logging';
import { FilesModule } from '@konzeptwerkstatt/platform-files';
import { MailModule } from '@konzeptwerkstatt/platform-mail';
import { OutboxModule } from '@konzeptwerkstatt/platform-outbox';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { IndexSectionCommand } from './commands/index-section.command.js';
import { SEARCH_KINDS } from './domain/search-entry.js';
import { PruneWordsProcessor } from './jobs/prune-words.processor.js';
import { SweepEntriesProcessor } from './jobs/sweep-entries.processor.js';
import { SearchReader, type SearchHit } from './queries/search.reader.js';
import { SearchModule } from './search.module.js';

const database = useTestDatabase();
/** Texts by document id, as `collaboration` would read them. */
const texts = new Map<string, SectionContent>();
const enqueued: string[] = [];

@Global()
@Module({
  providers: [
    { provide: DOCUMENT_READER, useValue: { read: async (_tx: unknown, id: string) => texts.get(id) } },
    { provide: JOB_QUEUE, useValue: { enqueue: async (_job: unknown, { sectionId }: { sectionId: string }) => void enqueued.push(sectionId) } },
  ],
  exports: [DOCUMENT_READER, JOB_QUEUE],
})
class OutsideModule {}

let app: TestingModule;
let town: Town;
let otherTown: Town;

interface Town {
  readonly municipalityId: string;
  readonly processId: string;
  readonly editionId: string;
  readonly organisationId: string;
}
const sql = (text: string, values: unknown[] = []): Promise<{ rows: Record<string, string>[] }> => database().pool.query(text, values);

async function newTown(name: string, visibility: string): Promise<Town> {
  const [municipalityId, instrumentId, editionId, processId, organisationId, indicatorId] = [newId(), newId(), newId(), newId(), newId(), newId()];
  await sql('INSERT INTO municipalities (id, name) VALUES ($1, $2)', [municipalityId, name]);
  await sql(`INSERT INTO organisations (id, municipality_id, kind, name) VALUES ($1, $2, 'migrant_organisation', 'Türkischer Kulturverein ' || $3)`, [organisationId, municipalityId, name]);
  await sql(`INSERT INTO instruments (id, municipality_id, kind, title) VALUES ($1, $2, 'concept', 'Konzept')`, [instrumentId, municipalityId]);
  await sql(`INSERT INTO editions (id, municipality_id, instrument_id, process_id, title, year, visibility) VALUES ($1, $2, $3, $4, 'Konzept', 2026, $5::"EditionVisibility")`, [editionId, municipalityId, instrumentId, processId, visibility]);
  await sql(`INSERT INTO indicators (id, municipality_id, key, name, unit, unit_label) VALUES ($1, $2, 'share', 'Wahlbeteiligung', 'percent', '%')`, [indicatorId, municipalityId]);
  return { municipalityId, editionId, processId, organisationId };
}

async function person(of: Town, scopeKind?: 'process' | 'section', scopeId?: string): Promise<Actor> {
  const personId = newId();
  await sql('INSERT INTO persons (id, email, display_name) VALUES ($1, $2, $3)', [personId, `${personId}@example.org`, 'Person']);
  await sql('INSERT INTO memberships (id, municipality_id, person_id, organisation_id) VALUES ($1, $2, $3, $4)', [newId(), of.municipalityId, personId, of.organisationId]);
  if (scopeKind !== undefined) {
    await sql(`INSERT INTO grants (id, municipality_id, subject_kind, subject_id, role, scope_kind, scope_id, origin_kind, origin_id) VALUES ($1, $2, 'person', $3, 'reader', $4::"ScopeKind", $5, 'test', $6)`, [newId(), of.municipalityId, personId, scopeKind, scopeId, newId()]);
  }
  return { kind: 'person', personId, guestId: null, organisationId: of.organisationId, gatheringId: null, municipalityId: of.municipalityId };
}

async function newSection(of: Town, title: string, paragraphs: readonly string[]): Promise<{ sectionId: string; blockIds: string[] }> {
  const [sectionId, documentId, blockIds] = [newId(), newId(), paragraphs.map(() => newId())];
  await sql(`INSERT INTO sections (id, municipality_id, edition_id, kind, title, position, document_id) VALUES ($1, $2, $3, 'field_of_action', $4, (SELECT count(*) + 1 FROM sections), $5)`, [sectionId, of.municipalityId, of.editionId, title, documentId]);
  texts.set(documentId, { blocks: paragraphs.map((text, index) => ({ id: blockIds[index] as string, kind: 'paragraph', indent: 0, text, parentId: null })), pictures: [], goals: [], measures: [] });
  return { sectionId, blockIds };
}

async function newMeasure(of: Town, sectionId: string, title: string): Promise<string> {
  const id = newId();
  await sql(`INSERT INTO measures (id, municipality_id, edition_id, section_id, block_id, lineage_id, title, description, target_groups, ordinal) VALUES ($1, $2, $3, $4, $5, $1, $6, '', '{}', 0)`, [id, of.municipalityId, of.editionId, sectionId, newId(), title]);
  return id;
}

const index = (sectionId: string): Promise<void> => app.get(PrismaDatabase).runInTransaction((tx) => app.get(IndexSectionCommand).run(tx, sectionId));
const search = async (actor: Actor | null, text: string, kinds = SEARCH_KINDS as readonly (typeof SEARCH_KINDS)[number][]): Promise<SearchHit[]> =>
  (await app.get(SearchReader).search(actor, text, { kinds, offset: 0, limit: 50 })).hits;
const plain = (parts: SearchHit['title']): string => parts.map(({ text }) => text).join('');
const titles = async (actor: Actor | null, text: string): Promise<string[]> => (await search(actor, text)).map(({ title }) => plain(title));

beforeAll(async () => {
  const { url } = database();
  app = await Test.createTestingModule({
    imports: [ConfigModule.forRoot(loadConfig({ DATABASE_URL: url })), LoggingModule.forRoot(createLogger({ level: 'silent' })), DatabaseModule.forRoot({ databaseUrl: url }), OutboxModule.forRoot(), FilesModule.forRoot(), MailModule, OutsideModule, IdentityModule, SearchModule],
  }).compile();
  await app.init();
  town = await newTown('Musterstadt', 'participants');
  otherTown = await newTown('Nachbarstadt', 'published');
  const { sectionId } = await newSection(town, 'Sprachförderung', ['Kurse für alle Bürger:innen im Stadtteil', 'Eine Straße für Kinder']);
  await newMeasure(town, sectionId, 'Deutschkurse für Mütter ausbauen');
  await index(sectionId);
  const other = await newSection(otherTown, 'Nachbarschaft', ['Auch hier gibt es Sprachkurse']);
  await index(other.sectionId);
  await app.get(SweepEntriesProcessor).process();
});
afterAll(() => app.close());

describe('what a participant finds', () => {
  let reader: Actor;
  beforeAll(async () => void (reader = await person(town, 'process', town.processId)));

  it.each([
    ['another form of the word', 'Kurs', 'Sprachförderung'], ['ue for ü', 'Foerderung Sprache', 'Sprachförderung'], ['u for ü', 'sprachforderung', 'Sprachförderung'],
    ['ss for ß', 'Strasse', 'Sprachförderung'], ['another form of gender', 'Bürgerinnen', 'Sprachförderung'], ['the asterisk', 'Bürger*innen', 'Sprachförderung'],
    ['a part of a compound', 'Förderung', 'Sprachförderung'], ['swapped letters', 'Sprachföderrung', 'Sprachförderung'], ['a wrong letter', 'Stattteil', 'Sprachförderung'],
    ['a filling word beside it', 'der Kurs für die Mütter', 'Deutschkurse für Mütter ausbauen'], ['the beginning of a word', 'Deutschk', 'Deutschkurse für Mütter ausbauen'],
    ['an organisation', 'tuerkischer', 'Türkischer Kulturverein Musterstadt'], ['an indicator', 'Wahl', 'Wahlbeteiligung'],
  ])('by %s: %s', async (_what, text, title) => expect(await titles(reader, text)).toContain(title));

  it('leads to the very block, with the words around it', async () => {
    const { sectionId, blockIds } = await newSection(town, 'Ehrenamt', ['Vorweg.', 'Patenschaften im Quartier', 'Danach.']);
    await index(sectionId);
    const [hit] = await search(reader, 'Patenschaft');
    expect(hit).toMatchObject({ objectId: sectionId, kind: 'section', blockId: blockIds[1] });
    expect(hit?.excerpt).toEqual([{ text: 'Patenschaften', isMatch: true }, { text: ' im Quartier', isMatch: false }]);
  });

  it('in a section that is longer than PostgreSQL takes words of, by those it begins with', async () => {
    // Every word another one, of letters of three bytes, with a stem of its own: the most that the words of a text can take up.
    const wordOf = (number: number): string => `a${[12, 8, 4, 0].map((bits) => String.fromCharCode(0xa4d0 + ((number >> bits) & 15))).join('')}e`;
    const words = Array.from({ length: 300_000 }, (_, number) => wordOf(number % 65_536) + wordOf(Math.floor(number / 65_536))).join(' ');
    const { sectionId } = await newSection(town, 'Endlos', [`Anfangswort ${words}`, Array.from({ length: 200_000 }, (_, number) => `q${number.toString(36)}e`).join(' ')]);
    await index(sectionId);
    expect(await titles(reader, 'Anfangswort')).toEqual(['Endlos']);
    await sql('UPDATE sections SET removed_at = now() WHERE id = $1', [sectionId]);
    await index(sectionId);
    await app.get(PruneWordsProcessor).process();
  });

  it('needs all words, but not all in one paragraph, and puts titles first', async () => {
    expect(await titles(reader, 'Bürger Kinder')).toEqual(['Sprachförderung']);
    expect(await titles(reader, 'Bürger Raumfahrt')).toEqual([]);
    expect((await titles(reader, 'Mütter'))[0]).toBe('Deutschkurse für Mütter ausbauen');
  });

  it('of the kinds she chose only, and nothing for filling words or signs', async () => {
    expect((await search(reader, 'Kurs', ['measure'])).map(({ kind }) => kind)).toEqual(['measure']);
    for (const text of ['', 'für und die', `'; DROP TABLE sections; --`, '((&|!:*', '\\']) expect(await search(reader, text)).toEqual([]);
  });

  it('by new words after a change, and no longer what was removed', async () => {
    const { sectionId } = await newSection(town, 'Wohnen', ['Vermieterfrühstück']);
    const measureId = await newMeasure(town, sectionId, 'Wohnungslotsen');
    await index(sectionId);
    expect(await titles(reader, 'Wohnungslotsen')).toEqual(['Wohnungslotsen']);
    await sql('UPDATE measures SET removed_at = now() WHERE id = $1', [measureId]);
    await sql(`UPDATE sections SET title = 'Unterkunft' WHERE id = $1`, [sectionId]);
    await index(sectionId);
    expect(await titles(reader, 'Wohnungslotsen')).toEqual([]);
    expect(await titles(reader, 'Vermieterfrühstück')).toEqual(['Unterkunft']);
    await sql('UPDATE sections SET removed_at = now() WHERE id = $1', [sectionId]);
    await index(sectionId);
    expect(await titles(reader, 'Vermieterfrühstück')).toEqual([]);
    await app.get(PruneWordsProcessor).process();
    expect((await sql(`SELECT word FROM engine.search_word WHERE word LIKE 'vermieter%' OR word LIKE 'deutschkurs%' ORDER BY word`)).rows).toEqual([{ word: 'deutschkurs' }, { word: 'deutschkurse' }]);
  });
});

describe('what nobody finds without a right to it', () => {
  it('hides drafts from members who do not take part, and from everybody who is not signed in', async () => {
    const member = await person(town);
    expect(await titles(member, 'Kurs')).toEqual([]);
    expect(await titles(member, 'Kulturverein')).toEqual(['Türkischer Kulturverein Musterstadt']);
    expect(await titles(null, 'Sprachförderung')).toEqual([]);
    expect(await titles(null, 'Kulturverein Wahlbeteiligung')).toEqual([]);
    expect(await titles(null, 'Wahlbeteiligung')).toEqual([]);
  });

  it('shows what is published without signing in', async () => {
    const [hit, ...others] = await search(null, 'Sprachkurs');
    expect(plain(hit?.title ?? [])).toBe('Nachbarschaft');
    expect(others).toEqual([]);
    expect(await titles(null, 'Sprachkusr')).toEqual(['Nachbarschaft']);
  });

  it('never mixes municipalities, nor their words', async () => {
    const reader = await person(town, 'process', town.processId);
    const neighbour = await person(otherTown, 'process', otherTown.processId);
    expect(await titles(reader, 'Nachbarschaft')).toEqual([]);
    expect(await titles(reader, 'Kulturverein')).toEqual(['Türkischer Kulturverein Musterstadt']);
    expect(await titles(neighbour, 'Deutschkurse')).toEqual([]);
    expect(await titles(neighbour, 'Sprachkurs')).toEqual(['Nachbarschaft']);
    const inDisguise = await person({ ...otherTown, municipalityId: otherTown.municipalityId }, 'process', town.processId);
    expect(await titles(inDisguise, 'Deutschkurse')).toEqual([]);
  });

  it('shows one section to whoever may read this one only', async () => {
    const { sectionId } = await newSection(town, 'Gesundheitslotsen', []);
    await newSection(town, 'Gesundheitskonferenz', []).then((section) => index(section.sectionId));
    await index(sectionId);
    expect(await titles(await person(town, 'section', sectionId), 'Gesundheit')).toEqual(['Gesundheitslotsen']);
  });
});

describe('the sweep', () => {
  it('has sections indexed that have no entry, one by older rules, or one although they are gone', async () => {
    await app.get(SweepEntriesProcessor).process();
    const missing = await newSection(town, 'Neu', []);
    const outdated = await newSection(town, 'Alt', []);
    const gone = await newSection(town, 'Weg', []);
    for (const { sectionId } of [outdated, gone]) await index(sectionId);
    await sql('UPDATE engine.search_entry SET folding = 0 WHERE object_id = $1', [outdated.sectionId]);
    await sql('UPDATE sections SET removed_at = now() WHERE id = $1', [gone.sectionId]);
    enqueued.length = 0;
    await app.get(SweepEntriesProcessor).process();
    expect(enqueued.sort()).toEqual([missing, outdated, gone].map(({ sectionId }) => sectionId).sort());
  });

  it('follows names of organisations, and forgets those that are gone', async () => {
    const reader = await person(town);
    await sql(`UPDATE organisations SET name = 'Haus der Begegnung' WHERE id = $1`, [town.organisationId]);
    await app.get(SweepEntriesProcessor).process();
    expect(await titles(reader, 'Begegnung')).toEqual(['Haus der Begegnung']);
    expect(await titles(reader, 'Kulturverein')).toEqual([]);
    await sql(`INSERT INTO organisations (id, municipality_id, kind, name) VALUES ($1, $2, 'welfare', 'Wandelverband')`, [newId(), town.municipalityId]);
    await app.get(SweepEntriesProcessor).process();
    await sql(`UPDATE organisations SET removed_at = now() WHERE name = 'Wandelverband'`);
    await app.get(SweepEntriesProcessor).process();
    expect(await titles(reader, 'Wandelverband')).toEqual([]);
  });

  it('forgets indicators that were taken away', async () => {
    const [reader, id] = [await person(town), newId()];
    await sql(`INSERT INTO indicators (id, municipality_id, key, name, unit, unit_label) VALUES ($1, $2, 'visits', 'Museumsbesuche', 'count', 'Anzahl')`, [id, town.municipalityId]);
    await app.get(SweepEntriesProcessor).process();
    expect(await titles(reader, 'Museumsbesuche')).toEqual(['Museumsbesuche']);
    await sql('DELETE FROM indicators WHERE id = $1', [id]);
    await app.get(SweepEntriesProcessor).process();
    expect(await titles(reader, 'Museumsbesuche')).toEqual([]);
  });
});
