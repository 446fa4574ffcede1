import DataLoader from 'dataloader';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';
import type { LoaderDefinition, RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { ConceptNumbersReader } from '../queries/concept-numbers.reader.js';
import { EditionReader } from '../queries/edition.reader.js';
import type { AdoptionFacts, EditionRecord } from '../queries/edition.reader.js';
import { GapReader } from '../queries/gap.reader.js';
import type { Gap } from '../domain/gap.policy.js';
import type { Publication } from '../domain/publication.policy.js';
import { GoalReader } from '../queries/goal.reader.js';
import type { GoalRecord, OwnedGoal } from '../queries/goal.reader.js';
import type { MeasureParty } from '../domain/measure-party.js';
import { MeasurePartyReader } from '../queries/measure-party.reader.js';
import { MeasureReader } from '../queries/measure.reader.js';
import type { OwnedMeasure } from '../queries/measure.reader.js';
import type { Window } from '../queries/window.js';
import type { MeasureRecord } from '../queries/measure.record.js';
import { PublicationReader } from '../queries/publication.reader.js';
import { SectionReader } from '../queries/section.reader.js';
import type { OwnedSection, SectionRecord } from '../queries/section.reader.js';
import { VisibleEditionsReader } from '../queries/visible-editions.reader.js';

/** The same window of a list of one owner. */
export interface OwnedWindow extends Window {
  readonly ownerId: string;
}

/** The rows of one owner, one more than asked for when there are more, and how many there are in all. */
export interface OwnedRows<Row> {
  readonly rows: readonly Row[];
  readonly total: number | null;
}

async function byId<Row>(ids: readonly string[], rows: Promise<readonly Row[]>, idOf: (row: Row) => string): Promise<(Row | null)[]> {
  const found = new Map((await rows).map((row) => [idOf(row), row]));
  return ids.map((id) => found.get(id) ?? null);
}

function grouped<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** One statement per distinct window; within a request the edges of one list nearly always share it. */
async function byOwner<Row extends { readonly ownerId: string; readonly total: number }>(
  keys: readonly OwnedWindow[], find: (ownerIds: readonly string[], window: Window) => Promise<Row[]>,
): Promise<OwnedRows<Row>[]> {
  const windowOf = ({ offset, limit }: Window): string => `${offset}/${limit}`;
  const rows = new Map<string, Map<string, Row[]>>();
  for (const [name, group] of grouped(keys, windowOf)) {
    const { offset, limit } = group[0] as OwnedWindow;
    rows.set(name, grouped(await find(group.map(({ ownerId }) => ownerId), { offset, limit }), ({ ownerId }) => ownerId));
  }
  return keys.map((key) => {
    const own = rows.get(windowOf(key))?.get(key.ownerId) ?? [];
    // Behind the end of a list there is no row that could tell the total.
    return { rows: own, total: own[0]?.total ?? (key.offset === 0 ? 0 : null) };
  });
}

const cacheKeyFn = ({ ownerId, offset, limit }: OwnedWindow): string => `${ownerId}/${offset}/${limit}`;

/** A loader of lists of several owners. @param find the same window of each owner's list */
export function ownedLoader<Row extends { readonly ownerId: string; readonly total: number }>(
  name: string, find: (...request: Parameters<LoaderDefinition<OwnedWindow, unknown>['create']>) => (ownerIds: readonly string[], window: Window) => Promise<Row[]>,
): LoaderDefinition<OwnedWindow, OwnedRows<Row>> {
  return defineLoader(name, (...request) => new DataLoader<OwnedWindow, OwnedRows<Row>, string>((keys) => byOwner(keys, find(...request)), { cacheKeyFn }) as unknown as DataLoader<OwnedWindow, OwnedRows<Row>>);
}

/** Editions, sections, goals and measures by raw id; null for what does not exist or was removed. Rights are not asked. */
export const editionLoader = defineLoader<string, EditionRecord | null>('concept.edition', (container) =>
  new DataLoader((ids) => byId(ids, container.get(EditionReader, { strict: false }).findByIds(ids), ({ editionId }) => editionId)));
export const sectionLoader = defineLoader<string, SectionRecord | null>('concept.section', (container) =>
  new DataLoader((ids) => byId(ids, container.get(SectionReader, { strict: false }).findByIds(ids), ({ sectionId }) => sectionId)));
export const goalLoader = defineLoader<string, GoalRecord | null>('concept.goal', (container) =>
  new DataLoader((ids) => byId(ids, container.get(GoalReader, { strict: false }).findByIds(ids), ({ id }) => id)));
export const measureLoader = defineLoader<string, MeasureRecord | null>('concept.measure', (container) =>
  new DataLoader((ids) => byId(ids, container.get(MeasureReader, { strict: false }).findByIds(ids), ({ id }) => id)));

/** Who leads measures and takes part in them, with how each stands. */
export const measurePartiesLoader = defineLoader<MeasureRecord, readonly MeasureParty[]>('concept.measure-parties', (container) => {
  const reader = container.get(MeasurePartyReader, { strict: false });
  return new DataLoader<MeasureRecord, readonly MeasureParty[], string>(async (measures) => {
    const parties = await reader.ofMeasures(measures);
    return measures.map(({ id }) => parties.get(id) ?? []);
  }, { cacheKeyFn: ({ id }) => id });
});

/** Hash and counts of adopted editions, by raw id. */
export const adoptionLoader = defineLoader<string, AdoptionFacts | null>('concept.adoption', (container) =>
  new DataLoader((ids) => byId(ids, container.get(EditionReader, { strict: false }).findAdoptions(ids), ({ editionId }) => editionId)));

/** Publications of editions, by raw id. */
export const publicationLoader = defineLoader<string, Publication | null>('concept.publication', (container) =>
  new DataLoader((ids) => byId(ids, container.get(PublicationReader, { strict: false }).findByEditions(ids), ({ editionId }) => editionId)));

/** Numbers of the sections, goals and measures of an edition, by id. */
export const numbersOfEditionLoader = defineLoader<string, ReadonlyMap<string, string>>('concept.numbers-of-edition', (container) => new DataLoader(async (ids) => {
  const numbers = await container.get(ConceptNumbersReader, { strict: false }).findByEditions(ids);
  return ids.map((id) => numbers.get(id) ?? new Map<string, string>());
}));

/** The number of one section, goal or measure; empty for what has just been removed. */
export async function numberOf(context: Pick<RequestContext, 'loader'>, editionId: string, id: string): Promise<string> {
  return (await context.loader(numbersOfEditionLoader).load(editionId)).get(id) ?? '';
}

/** Lists of several owners at once. */
export const sectionsOfEditionLoader = ownedLoader<OwnedSection>('concept.sections-of-edition', (container) => (ids, window) => container.get(SectionReader, { strict: false }).findByEditions(ids, window));
export const goalsOfEditionLoader = ownedLoader<OwnedGoal>('concept.goals-of-edition', (container) => (ids, window) => container.get(GoalReader, { strict: false }).findByEditions(ids, window));
export const goalsOfSectionLoader = ownedLoader<OwnedGoal>('concept.goals-of-section', (container) => (ids, window) => container.get(GoalReader, { strict: false }).findBySections(ids, window));
export const measuresOfSectionLoader = ownedLoader<OwnedMeasure>('concept.measures-of-section', (container) => (ids, window) => container.get(MeasureReader, { strict: false }).findBySections(ids, window));
export const measuresOfGoalLoader = ownedLoader<OwnedMeasure>('concept.measures-of-goal', (container) => (ids, window) => container.get(MeasureReader, { strict: false }).findByGoals(ids, window));
/** For monitoring: the measures linked to an indicator, in the editions that the visitor may see. */
export const measuresOfIndicatorLoader = ownedLoader<OwnedMeasure>('concept.measures-of-indicator', (container, actor) => async (ids, window) => {
  const scope = await container.get(VisibleEditionsReader, { strict: false }).scope(actor);
  return container.get(MeasureReader, { strict: false }).findByIndicators(ids, window, scope);
});

/** For monitoring: the goals linked to an indicator, in the editions that the visitor may see. */
export const goalsOfIndicatorLoader = ownedLoader<OwnedGoal>('concept.goals-of-indicator', (container, actor) => async (ids, window) => {
  const scope = await container.get(VisibleEditionsReader, { strict: false }).scope(actor);
  return container.get(GoalReader, { strict: false }).findByIndicators(ids, window, scope);
});

/** All gaps of an edition, found once per request. */
export const gapsOfEditionLoader = defineLoader<{ readonly municipalityId: string; readonly editionId: string }, readonly Gap[]>('concept.gaps-of-edition', (container) =>
  new DataLoader<{ readonly municipalityId: string; readonly editionId: string }, readonly Gap[], string>(
    (editions) => Promise.all(editions.map((edition) => container.get(GapReader, { strict: false }).find(edition))),
    { cacheKeyFn: ({ editionId }) => editionId },
  ));
