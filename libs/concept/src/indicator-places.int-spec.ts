import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { appendBlocks, removeBlocks } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { createConceptWorld, createDraft, createTown } from '../test/concept-world.js';
import type { ConceptWorld, Draft, Town } from '../test/concept-world.js';
import { ProjectDocumentProcessor } from './jobs/project-document.processor.js';
import { IndicatorPlacesReader } from './queries/indicator-places.reader.js';

const database = useTestDatabase();
let world: ConceptWorld;
let town: Town;
let elsewhere: Town;
let draft: Draft;
let ids: { goal: string; measure: string; shown: string };

beforeAll(async () => {
  world = await createConceptWorld(database().url);
  elsewhere = await createTown(world.pool, 'Rostock');
}, 60_000);
afterAll(async () => world.close());
beforeEach(async () => {
  town = await createTown(world.pool, 'Leipzig');
  draft = await createDraft(world, town);
  ids = { goal: newRandomId(), measure: newRandomId(), shown: newRandomId() };
  await world.store.type(draft.documentId, town.first, (doc) => void appendBlocks(doc, [
    { type: 'goal', id: ids.goal, title: 'Ankommen', values: { [`indicator/${town.indicatorId}`]: true } },
    { type: 'measure', id: ids.measure, title: 'Lotsen', values: { [`indicator/${town.indicatorId}`]: true } },
    { type: 'indicator', id: newRandomId(), indicatorId: newRandomId() },
    { type: 'indicator', id: ids.shown, indicatorId: town.indicatorId },
    { type: 'indicator', id: newRandomId(), indicatorId: town.indicatorId },
  ]));
  await world.app.get(ProjectDocumentProcessor, { strict: false }).process({ documentId: draft.documentId });
});

const find = (actor: Actor = town.office) =>
  world.app.get(IndicatorPlacesReader, { strict: false }).find(world.app.get(PrismaDatabase, { strict: false }).client, actor, town.municipalityId, town.indicatorId);
const kinds = async (): Promise<string[]> => (await find()).map(({ kind }) => kind);

describe('the places that name an indicator', () => {
  it('are goals, measures and once each text that shows it, with where they stand', async () => {
    const place = { sectionId: draft.sectionId, sectionTitle: 'Sprache', editionTitle: 'Konzept', isReadable: true };
    expect(await find()).toEqual([
      { kind: 'goal', title: 'Ankommen', blockId: ids.goal, ...place }, { kind: 'measure', title: 'Lotsen', blockId: ids.measure, ...place }, { kind: 'text', title: '', blockId: ids.shown, ...place },
    ]);
  });

  it('are told of those who may not read them as what they may not read', async () => {
    expect((await find(elsewhere.office)).map(({ isReadable }) => isReadable)).toEqual([false, false, false]);
  });

  it('go with what is taken out of the text and with the section, and stay when the edition is adopted', async () => {
    await world.store.type(draft.documentId, town.first, (doc) => void removeBlocks(doc, [ids.goal]));
    await world.app.get(ProjectDocumentProcessor, { strict: false }).process({ documentId: draft.documentId });
    expect(await kinds()).toEqual(['measure', 'text']);
    await world.pool.query('UPDATE editions SET frozen_at = now() WHERE id = $1', [draft.editionId]);
    expect(await kinds()).toEqual(['measure', 'text']);
    await world.pool.query('UPDATE sections SET removed_at = now() WHERE id = $1', [draft.sectionId]);
    expect(await kinds()).toEqual([]);
  });
});
