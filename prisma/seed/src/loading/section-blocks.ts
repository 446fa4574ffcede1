import { derivedId } from '@konzeptwerkstatt/kernel';
import type { BlockSpec, FieldChanges } from '@konzeptwerkstatt/document-model';
import type { GoalContent, IndicatorContent, MeasureContent, SectionContentSource, TableContent, TextContent } from '../content/city-content.js';

/** Ids of what goals and measures name, by key. */
export interface KnownIds {
  readonly organisations: ReadonlyMap<string, string>;
  readonly indicators: ReadonlyMap<string, string>;
  /** Blocks of measures of the section it goes on from, by title. */
  readonly continued?: ReadonlyMap<string, string>;
}

function idOf(ids: ReadonlyMap<string, string>, key: string, kind: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The demonstration names the ${kind} ${key}, which it does not have`);
  return id;
}

const members = (name: string, ids: readonly string[]): FieldChanges => Object.fromEntries(ids.map((id) => [`${name}/${id}`, true]));

function measureValues(measure: MeasureContent, known: KnownIds): FieldChanges {
  const { type, status, decisionState, lead, period, resources, budgetAmount, fundingSource, staffPositions } = measure;
  const single = { type, status, decisionState, period, resources, budgetAmount, fundingSource, staffPositions };
  const given = Object.fromEntries(Object.entries(single).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return {
    ...given,
    ...(lead === undefined ? {} : { lead: idOf(known.organisations, lead, 'organisation') }),
    ...members('partner', (measure.partners ?? []).map((key) => idOf(known.organisations, key, 'organisation'))),
    ...members('targetGroup', measure.targetGroups ?? []),
    ...members('indicator', (measure.indicators ?? []).map((key) => idOf(known.indicators, key, 'indicator'))),
  };
}

function goalBlocks(goal: GoalContent, known: KnownIds, nextId: () => string): BlockSpec[] {
  const values = { kind: goal.kind, ...members('indicator', (goal.indicators ?? []).map((key) => idOf(known.indicators, key, 'indicator'))) };
  const measures = goal.measures.map((measure): BlockSpec => ({ type: 'measure', id: measure.continues === undefined ? nextId() : idOf(known.continued ?? new Map(), measure.continues, 'measure'), title: measure.title, description: measure.description, values: measureValues(measure, known) }));
  return [{ type: 'goal', id: nextId(), title: goal.title, description: goal.description, values }, ...measures];
}

function textBlock(block: TextContent | TableContent | IndicatorContent, known: KnownIds, nextId: () => string): BlockSpec {
  if (block.kind === 'indicator') return { type: 'indicator', id: nextId(), indicatorId: idOf(known.indicators, block.key, 'indicator') };
  return block.kind === 'table' ? { type: 'table', id: nextId(), header: block.header, rows: block.rows } : { type: block.kind, id: nextId(), text: block.text };
}

/**
 * The blocks of a section: its text, then each goal followed by its measures, which belong to the nearest goal above them.
 * @param sectionId ids of the blocks follow from it, so that a section loaded twice would be noticed
 */
export function blocksOf(section: SectionContentSource, sectionId: string, known: KnownIds): BlockSpec[] {
  let count = 0;
  const nextId = (): string => derivedId(sectionId, `block/${(count += 1)}`);
  return [...section.text.map((block) => textBlock(block, known, nextId)), ...section.goals.flatMap((goal) => goalBlocks(goal, known, nextId))];
}
