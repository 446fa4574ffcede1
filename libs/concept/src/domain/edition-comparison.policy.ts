import type { ComparedBlock, DocumentComparison } from '@konzeptwerkstatt/document-model';

/** What two editions have of a measure, as far as it is compared. Lists are sorted. */
export interface ComparableMeasure {
  readonly id: string;
  readonly lineageId: string;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly type: string | null;
  readonly status: string | null;
  readonly leadOrganisationId: string | null;
  readonly targetGroups: readonly string[];
  readonly period: string | null;
  readonly resources: string | null;
  readonly budgetAmount: string | null;
  readonly fundingSource: string | null;
  readonly staffPositions: string | null;
  readonly priority: string | null;
  readonly fundingState: string | null;
  readonly district: string | null;
  readonly fundingUntil?: string | null;
  readonly partnerIds: readonly string[];
  readonly indicatorIds: readonly string[];
}

/** What became of a part of an edition in the next one. */
export const FATES = ['taken_over', 'changed', 'new', 'dropped'] as const;
export type Fate = (typeof FATES)[number];

/** What became of a measure from one edition to the next. */
export interface ComparedMeasure {
  readonly fate: Fate;
  readonly before: ComparableMeasure | null;
  readonly after: ComparableMeasure | null;
  /** Of a changed one: which of its fields differ. */
  readonly fields: readonly string[];
}

const fields = [
  'title', 'description', 'type', 'status', 'leadOrganisationId', 'partnerIds', 'targetGroups', 'period', 'resources', 'budgetAmount', 'fundingSource', 'fundingState', 'staffPositions', 'priority',
  'district', 'fundingUntil', 'indicatorIds',
] as const;

function differing(before: ComparableMeasure, after: ComparableMeasure): string[] {
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/** Compares the measures of two editions by their lineage: in the order of the later one, then what was dropped. */
export function compareMeasures(before: readonly ComparableMeasure[], after: readonly ComparableMeasure[]): ComparedMeasure[] {
  const earlier = new Map(before.map((measure) => [measure.lineageId, measure]));
  const kept = new Set(after.map(({ lineageId }) => lineageId));
  const living = after.map((measure): ComparedMeasure => {
    const source = earlier.get(measure.lineageId) ?? null;
    const changed = source === null ? [] : differing(source, measure);
    return { fate: source === null ? 'new' : changed.length === 0 ? 'taken_over' : 'changed', before: source, after: measure, fields: changed };
  });
  const dropped = before.filter(({ lineageId }) => !kept.has(lineageId)).map((measure): ComparedMeasure => ({ fate: 'dropped', before: measure, after: null, fields: [] }));
  return [...living, ...dropped];
}

function withoutDecision(block: ComparedBlock): ComparedBlock {
  const values = block.values.filter(({ key }) => key !== 'decisionState');
  if (values.length === block.values.length) return block;
  const aspects = values.length > 0 ? block.aspects : block.aspects.filter((aspect) => aspect !== 'values');
  return { ...block, values, aspects, change: block.change === 'changed' && aspects.length === 0 ? 'unchanged' : block.change };
}

/** Two texts of editions that follow one another. What was decided on a measure is said of its edition anew: that alone is no change. */
export function betweenEditions({ blocks }: DocumentComparison): DocumentComparison {
  return { blocks: blocks.map(withoutDecision) };
}

/** @param titles of the section before and now; null where it is not there */
export function fateOfSection(titles: { readonly before: string | null; readonly now: string | null }, { blocks }: DocumentComparison): Fate {
  if (titles.before === null) return 'new';
  if (titles.now === null) return 'dropped';
  return titles.before === titles.now && blocks.every(({ change }) => change === 'unchanged') ? 'taken_over' : 'changed';
}
