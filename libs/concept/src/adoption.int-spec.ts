import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { canonicalJson, newId, newRandomId } from '@konzeptwerkstatt/kernel';
import { resolutionRecorded } from '@konzeptwerkstatt/contracts';
import type { EventEnvelope } from '@konzeptwerkstatt/contracts';
import { appendBlocks } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { asking, createConceptWorld, createDraft, createTown } from '../test/concept-world.js';
import type { ConceptWorld, Draft, Town } from '../test/concept-world.js';
import { AddConceptObjectCommand } from './commands/add-concept-object.command.js';
import { AddSectionCommand } from './commands/add-section.command.js';
import { ApplyMeasureTableImportCommand } from './commands/apply-measure-table-import.command.js';
import { EditFieldCommand } from './commands/edit-field.command.js';
import { KeepVersionCommand } from './commands/keep-version.command.js';
import { MoveSectionCommand } from './commands/move-section.command.js';
import { RecordCopiedTextCommand } from './commands/record-copied-text.command.js';
import { RemoveConceptObjectCommand } from './commands/remove-concept-object.command.js';
import { RemoveSectionCommand } from './commands/remove-section.command.js';
import { RenameSectionCommand } from './commands/rename-section.command.js';
import { RestoreVersionCommand } from './commands/restore-version.command.js';
import { StartImportCommand } from './commands/start-import.command.js';
import type { AdoptedEdition } from './domain/adopted-content.js';
import { MeasurePartyRepository } from './persistence/measure-party.repository.js';
import { AdoptedEditionRepository } from './persistence/adopted-edition.repository.js';
import { ConceptNumbersReader } from './queries/concept-numbers.reader.js';
import { EditionDocumentReader } from './queries/edition-document.reader.js';
import { EditionReader } from './queries/edition.reader.js';
import { ReadingViewReader } from './queries/reading-view.reader.js';
import { SectionReader } from './queries/section.reader.js';
import { FreezeEditionWhenAdopted } from './subscribers/freeze-edition-when-adopted.subscriber.js';

const database = useTestDatabase();
let world: ConceptWorld;
let town: Town;
let draft: Draft;
let [kept, rejected] = ['', ''];

beforeAll(async () => {
  world = await createConceptWorld(database().url);
  town = await createTown(world.pool, 'Leipzig');
}, 60_000);
afterAll(async () => world.close());

const get = <T>(type: new (...args: never[]) => T): T => world.app.get(type, { strict: false });
const add = (object: 'goal' | 'measure', title: string): Promise<string> => get(AddConceptObjectCommand).run(asking(town.first), { object, sectionId: draft.sectionId, title, description: null, afterBlockId: null });
const set = (id: string, field: string, value: string | null, expected: string | null): Promise<string> =>
  get(EditFieldCommand).setValue(asking(town.office), { object: 'measure', id, field, input: field, value, expected, ...(field === 'lead' ? { references: 'organisation' as const } : {}) });

beforeEach(async () => {
  draft = await createDraft(world, town);
  await add('goal', 'Alle werden verstanden');
  kept = await add('measure', 'Sprachmittlung');
  rejected = await add('measure', 'Abgelehntes');
  await set(kept, 'lead', town.first.organisationId, null);
  await set(rejected, 'decisionState', 'rejected', 'draft');
});

/** Has the event delivered that adopts the draft. */
function adopt(): Promise<void> {
  const envelope: EventEnvelope = {
    id: newId(), position: '1', name: resolutionRecorded.name, version: 1, municipalityId: town.municipalityId, aggregateType: 'resolution', aggregateId: newId(), sequence: '1', editionId: draft.editionId,
    occurredAt: new Date().toISOString(), actor: town.office, correlationId: newId(), causationId: null, payload: { resolutionId: newId(), editionId: draft.editionId, result: 'unchanged', adopts: true },
  };
  return get(PrismaDatabase).runInTransaction((tx) => get(FreezeEditionWhenAdopted).handle(tx, envelope as Parameters<FreezeEditionWhenAdopted['handle']>[1]));
}
async function adopted(): Promise<AdoptedEdition> {
  const found = await get(AdoptedEditionRepository).find(get(PrismaDatabase).client, draft.editionId);
  if (found === null) throw new Error('not adopted');
  return found;
}
const states = async (): Promise<unknown> => (await world.pool.query(`SELECT id, decision_state::text AS state FROM measures WHERE edition_id = $1 ORDER BY ordinal`, [draft.editionId])).rows;
const frozenEvents = async (): Promise<unknown[]> => (await world.pool.query(`SELECT payload FROM engine.outbox_event WHERE name = 'concept.edition.frozen' AND aggregate_id = $1`, [draft.editionId])).rows;

describe('a heading without text', () => {
  const named = async (): Promise<unknown> => (await world.ask(town.first, '{ edition(uuid: "' + draft.editionId + '") { emptyHeadings { title blockId section { uuid } } } }', {})).data?.['edition'];

  it('is named before the edition is adopted and leads to its place; afterwards nobody can fill it any more', async () => {
    const [summary, outlook] = [newRandomId(), newRandomId()];
    await world.store.type(draft.documentId, town.first, (doc) => void appendBlocks(doc, [
      { type: 'heading2', id: summary, text: 'Zusammenfassung' }, { type: 'paragraph', text: '' }, { type: 'heading2', text: 'Stand' }, { type: 'paragraph', text: 'Zwei laufen.' }, { type: 'heading3', id: outlook, text: 'Ausblick' },
    ]));
    const section = { uuid: draft.sectionId };
    expect(await named()).toEqual({ emptyHeadings: [{ title: 'Zusammenfassung', blockId: summary, section }, { title: 'Ausblick', blockId: outlook, section }] });
    await adopt();
    expect(await named()).toEqual({ emptyHeadings: [] });
  });
});

describe('a party of a measure', () => {
  it('that has declined shows in the draft and is none of what was adopted; one that has not answered is named as proposed', async () => {
    const partner = { object: 'measure', id: kept, field: 'partner', input: 'organisationId', member: town.second.organisationId ?? '', present: true } as const;
    await get(EditFieldCommand).setMember(asking(town.office), partner);
    const answeredAt = new Date('2026-03-01T10:00:00Z');
    await get(MeasurePartyRepository).save(get(PrismaDatabase).client, town.municipalityId, { measureId: kept, organisationId: town.second.organisationId ?? '', role: 'none', isReserved: false, answeredAt });
    // A word that was said before, and comes later, changes nothing.
    await get(MeasurePartyRepository).save(get(PrismaDatabase).client, town.municipalityId, { measureId: kept, organisationId: town.second.organisationId ?? '', role: 'partner', isReserved: false, answeredAt: new Date('2026-02-01T10:00:00Z') });
    const [section] = await get(SectionReader).findByIds([draft.sectionId]);
    if (section === undefined) throw new Error('no section');
    const reading = await get(ReadingViewReader).render(section);
    expect(reading).toContain('(vorgeschlagen)');
    expect(reading).toContain('(abgesagt)');
    await adopt();
    const { content } = await adopted();
    const document = JSON.stringify(content.document);
    expect([document.includes('(vorgeschlagen)'), document.includes('(abgesagt)')]).toEqual([true, false]);
    expect(content.measures.find(({ id }) => id === kept)).toMatchObject({ leadOrganisationId: town.first.organisationId, partnerIds: [], unconfirmedIds: [town.first.organisationId] });
  });
});

describe('adoption', () => {
  it('takes in what was typed until then, and marks measures that were not rejected', async () => {
    await world.store.type(draft.documentId, town.second, (document) => void appendBlocks(document, [{ type: 'paragraph', text: 'Im letzten Moment geschrieben' }]));
    await adopt();
    const { content } = await adopted();
    expect(JSON.stringify(content.document)).toContain('Im letzten Moment geschrieben');
    expect(await states()).toEqual([{ id: kept, state: 'adopted' }, { id: rejected, state: 'rejected' }]);
    expect(content.measures).toMatchObject([{ id: kept, number: 'M1.1', decisionState: 'adopted', leadOrganisationId: town.first.organisationId }, { id: rejected, number: 'M1.2', decisionState: 'rejected' }]);
    expect(content.goals).toMatchObject([{ number: 'Z1.1', title: 'Alle werden verstanden' }]);
    expect(content.document.titlePage.state).toMatch(/^Beschlossene Fassung, Stand \d\d\.\d\d\.\d{4}$/);
    expect(JSON.stringify(content.document)).not.toContain('Entwurf');
  });

  it('keeps a hash that anybody can compute again from what is kept, and that changes with a letter of it', async () => {
    await adopt();
    const { content, hash } = await adopted();
    const computed = (of: unknown): string => createHash('sha256').update(canonicalJson(of)).digest('hex');
    expect(computed(content)).toBe(hash);
    expect(computed({ ...content, measures: [{ ...content.measures[0], title: 'Sprachmittlunk' }, ...content.measures.slice(1)] })).not.toBe(hash);
    expect(await frozenEvents()).toEqual([{ payload: { editionId: draft.editionId, hash } }]);
  });

  it('happens once, however often it is told', async () => {
    await adopt();
    const before = await adopted();
    await adopt();
    expect(await adopted()).toEqual(before);
    expect(await frozenEvents()).toHaveLength(1);
  });

  it('fixes numbers: they stay what they were, whatever becomes of the order', async () => {
    await adopt();
    await world.pool.query('UPDATE measures SET ordinal = 9 WHERE id = $1', [kept]);
    await world.pool.query('UPDATE sections SET position = 5 WHERE id = $1', [draft.sectionId]);
    const numbers = await get(ConceptNumbersReader).findByEdition(draft.editionId);
    expect([numbers.get(draft.sectionId), numbers.get(kept), numbers.get(rejected)]).toEqual(['1', 'M1.1', 'M1.2']);
  });

  it('keeps the names that it showed: an organisation that is renamed later changes no adopted text', async () => {
    await adopt();
    await world.pool.query(`UPDATE organisations SET name = 'Umbenannt' WHERE id = $1`, [town.first.organisationId]);
    const [edition] = await get(EditionReader).findByIds([draft.editionId]);
    const [section] = await get(SectionReader).findByIds([draft.sectionId]);
    const document = JSON.stringify(await get(EditionDocumentReader).read(edition!, { sectionId: null, organisationId: null, hasMeasureTable: true }));
    const html = await get(ReadingViewReader).render(section!);
    for (const text of [document, html]) {
      expect(text).not.toContain('Umbenannt');
      expect(text).toContain('Verein');
    }
    await world.pool.query(`UPDATE organisations SET name = 'Verein' WHERE id = $1`, [town.first.organisationId]);
  });

  it('keeps the words that the municipality said then, in the reading view and in files', async () => {
    const say = (terms: object): Promise<unknown> => world.pool.query('UPDATE municipalities SET terms = $2 WHERE id = $1', [town.municipalityId, JSON.stringify(terms)]);
    await say({ measure: ['Vorhaben', 'Vorhaben'] });
    const [section] = await get(SectionReader).findByIds([draft.sectionId]);
    expect(await get(ReadingViewReader).render(section!)).toContain('Vorhaben M1.1');
    await adopt();
    await say({});
    const [edition] = await get(EditionReader).findByIds([draft.editionId]);
    const document = await get(EditionDocumentReader).read(edition!, { sectionId: null, organisationId: null, hasMeasureTable: true });
    expect(document.measureTable?.title).toBe('Alle Vorhaben in einer Tabelle');
    expect(JSON.stringify(document)).not.toContain('"label":"Maßnahme"');
  });

  it('gives parts of what was adopted', async () => {
    await adopt();
    const [edition] = await get(EditionReader).findByIds([draft.editionId]);
    const part = await get(EditionDocumentReader).read(edition!, { sectionId: draft.sectionId, organisationId: town.first.organisationId, hasMeasureTable: true });
    expect(part.sections[0]?.blocks.map((block) => ('title' in block ? block.title : block.kind))).toEqual(['Sprachmittlung']);
    expect(part.measureTable?.rows.map(([number]) => number)).toEqual(['M1.1']);
    expect(part.titlePage.excerpt).toBe('Maßnahmen von Verein');
  });

  it('that fails in the middle leaves everything as it was', async () => {
    const before = await states();
    // The last thing that is written.
    await world.pool.query(`INSERT INTO adopted_editions (edition_id, municipality_id, content, hash) VALUES ($1, $2, '{}', 'x')`, [draft.editionId, town.municipalityId]);
    await expect(adopt()).rejects.toThrow();
    await world.pool.query('DELETE FROM adopted_editions WHERE edition_id = $1', [draft.editionId]);
    expect(await states()).toEqual(before);
    const { rows } = await world.pool.query('SELECT e.frozen_at, d.frozen_at AS document, s.number FROM editions e JOIN sections s ON s.edition_id = e.id JOIN engine.document d ON d.id = s.document_id WHERE e.id = $1', [draft.editionId]);
    expect(rows).toEqual([{ frozen_at: null, document: null, number: null }]);
    await adopt();
    expect((await adopted()).content.measures).toHaveLength(2);
  });
});

describe('an adopted edition', () => {
  it('takes no change, whichever way it comes', async () => {
    const versionId = await get(KeepVersionCommand).run(asking(town.first), { sectionId: draft.sectionId, name: 'Vorher', reason: null });
    await set(kept, 'status', 'running', null);
    const importId = newId();
    await world.pool.query(`INSERT INTO measure_table_imports (id, municipality_id, edition_id, requested_by, acting_organisation_id, file_id, file_name, state, rows) VALUES ($1, $2, $3, $4, $5, $1, 'x.xlsx', 'ready', '[]')`,
      [importId, town.municipalityId, draft.editionId, town.office.personId, town.office.organisationId]);
    await adopt();
    const before = await adopted();
    const office = () => asking(town.office);
    const { sectionId, editionId, documentId } = draft;
    const measure = { object: 'measure', id: kept } as const;
    const ways: Readonly<Record<string, () => Promise<unknown>>> = {
      'a new section': () => get(AddSectionCommand).run(office(), { editionId, kind: 'chapter', title: 'Neu' }),
      'a new title of a section': () => get(RenameSectionCommand).run(office(), sectionId, 'Neu', 'Sprache'),
      'another place': () => get(MoveSectionCommand).run(office(), sectionId, null),
      'a section taken out': () => get(RemoveSectionCommand).run(office(), sectionId),
      'a new goal': () => get(AddConceptObjectCommand).run(office(), { object: 'goal', sectionId, title: 'Ziel', description: null, afterBlockId: null }),
      'a new measure': () => get(AddConceptObjectCommand).run(office(), { object: 'measure', sectionId, title: 'Neu', description: null, afterBlockId: null }),
      'a measure taken out': () => get(RemoveConceptObjectCommand).run(office(), measure),
      'a value': () => get(EditFieldCommand).setValue(office(), { ...measure, field: 'status', input: 'status', value: 'done', expected: 'running' }),
      'a title': () => get(EditFieldCommand).setTitle(office(), { ...measure, title: 'Neu', expected: 'Sprachmittlung' }),
      'a partner': () => get(EditFieldCommand).setMember(office(), { ...measure, field: 'partner', input: 'organisationId', member: town.second.organisationId ?? '', present: true }),
      'a version kept': () => get(KeepVersionCommand).run(office(), { sectionId, name: 'Zu spät', reason: null }),
      'a version restored': () => get(RestoreVersionCommand).run(office(), versionId),
      'words copied': () => get(RecordCopiedTextCommand).run(office(), { documentId, sourceDocumentId: documentId, blockIds: [newId()], clientId: 1, from: 0, to: 1 }),
      'a table brought back': () => get(StartImportCommand).run(office(), { editionId, fileId: newId(), broughtFor: 'measure_table' }),
      'a table taken over': () => get(ApplyMeasureTableImportCommand).run(office(), importId),
    };
    for (const [way, go] of Object.entries(ways)) {
      const outcome = await go().then(() => 'done', (error: { details?: { code: string }[] }) => error.details?.[0]?.code ?? error);
      expect([way, outcome]).toEqual([way, 'EDITION_FROZEN']);
    }
    expect(await adopted()).toEqual(before);
    expect((await world.pool.query('SELECT count(*)::int AS count FROM engine.document_update WHERE document_id = $1 AND NOT projected', [documentId])).rows).toEqual([{ count: 0 }]);
  });
});
