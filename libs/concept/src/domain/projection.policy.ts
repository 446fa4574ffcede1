import type { ExistingRows, GoalRow, MeasureRow, WantedRows } from './projected-row.js';

/** A fact that a projection found out, still without actor. `key` names what was written in the document: `<block id>` or `<block id>/<field key>`. */
export interface ProjectionFact {
  readonly object: 'goal' | 'measure';
  readonly change: 'added' | 'changed' | 'removed';
  /** Id of the row. */
  readonly id: string;
  readonly key: string;
  /** Only of a change: the field's name and its old and new value (keys or ids; both null for free text). */
  readonly field: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Links of rows of one kind that are to be written or taken away: [owner, other]. */
export interface LinkDifference {
  readonly added: readonly (readonly [string, string])[];
  readonly removed: readonly (readonly [string, string])[];
}

/** What has to be written so that the tables say what the text says. Everything empty: nothing to do. */
export interface ProjectionDifference {
  readonly goals: { readonly inserts: readonly GoalRow[]; readonly updates: readonly GoalRow[]; readonly removals: readonly string[] };
  readonly measures: { readonly inserts: readonly MeasureRow[]; readonly updates: readonly MeasureRow[]; readonly removals: readonly string[] };
  readonly links: Readonly<Record<'partners' | 'measureGoals' | 'measureIndicators' | 'goalIndicators', LinkDifference>>;
  readonly facts: readonly ProjectionFact[];
}

type Row = GoalRow | MeasureRow;
type Existing<R extends Row> = R & { readonly removed: boolean };

const goalColumns = ['kind', 'title', 'description', 'ordinal'] as const;
const measureColumns = [
  'title', 'description', 'type', 'status', 'decisionState', 'leadOrganisationId', 'targetGroups', 'period', 'periodFrom', 'periodTo',
  'resources', 'budgetAmount', 'fundingSource', 'staffPositions', 'priority', 'fundingState', 'contact', 'district', 'fundingUntil', 'ordinal',
] as const;

const same = (one: unknown, other: unknown): boolean => (Array.isArray(one) ? JSON.stringify(one) === JSON.stringify(other) : one === other);

function diffRows<R extends Row>(existing: readonly Existing<R>[], wanted: readonly R[], columns: readonly (keyof R)[]): { inserts: R[]; updates: R[]; removals: string[] } {
  const before = new Map(existing.map((row) => [row.id, row]));
  const wantedIds = new Set(wanted.map((row) => row.id));
  const changed = (row: R, old: Existing<R>): boolean => old.removed || columns.some((column) => !same(old[column], row[column]));
  return {
    inserts: wanted.filter((row) => !before.has(row.id)),
    updates: wanted.filter((row) => { const old = before.get(row.id); return old !== undefined && changed(row, old); }),
    removals: existing.filter((row) => !row.removed && !wantedIds.has(row.id)).map((row) => row.id),
  };
}

/** Links of removed rows stay, so that the row comes back as it was; those of living rows follow the text. */
function diffLinks<R extends Row>(existing: readonly Existing<R>[], wanted: readonly R[], idsOf: (row: R) => readonly string[]): LinkDifference {
  const before = new Map(existing.map((row) => [row.id, idsOf(row)]));
  const added: [string, string][] = [];
  const removed: [string, string][] = [];
  for (const row of wanted) {
    const old = before.get(row.id) ?? [];
    for (const id of idsOf(row)) if (!old.includes(id)) added.push([row.id, id]);
    for (const id of old) if (!idsOf(row).includes(id)) removed.push([row.id, id]);
  }
  return { added, removed };
}

type Change = Pick<ProjectionFact, 'field' | 'from' | 'to'> & { readonly suffix: string };

const valueChange = (field: string, from: string | null, to: string | null): Change[] => (from === to ? [] : [{ field, suffix: field, from, to }]);
const textChange = (field: string, from: string | null, to: string | null): Change[] => (from === to ? [] : [{ field, suffix: field, from: null, to: null }]);

function memberChanges(field: string, from: readonly string[], to: readonly string[], suffixOf: (id: string) => string = (id) => `${field}/${id}`): Change[] {
  return [
    ...to.filter((id) => !from.includes(id)).map((id) => ({ field, suffix: suffixOf(id), from: null, to: id })),
    ...from.filter((id) => !to.includes(id)).map((id) => ({ field, suffix: suffixOf(id), from: id, to: null })),
  ];
}

function measureChanges(old: MeasureRow, row: MeasureRow, goalBlocks: ReadonlyMap<string, string>): Change[] {
  return [
    ...valueChange('type', old.type, row.type),
    ...valueChange('status', old.status, row.status),
    ...valueChange('decisionState', old.decisionState, row.decisionState),
    ...valueChange('lead', old.leadOrganisationId, row.leadOrganisationId),
    ...memberChanges('partner', old.partnerIds, row.partnerIds),
    ...memberChanges('targetGroup', old.targetGroups, row.targetGroups),
    ...valueChange('period', old.period, row.period),
    ...textChange('resources', old.resources, row.resources),
    ...valueChange('budgetAmount', old.budgetAmount, row.budgetAmount),
    ...textChange('fundingSource', old.fundingSource, row.fundingSource),
    ...valueChange('staffPositions', old.staffPositions, row.staffPositions),
    ...valueChange('priority', old.priority, row.priority),
    ...valueChange('fundingState', old.fundingState, row.fundingState),
    ...textChange('contact', old.contact, row.contact),
    ...textChange('district', old.district, row.district),
    ...valueChange('fundingUntil', old.fundingUntil, row.fundingUntil),
    ...memberChanges('indicator', old.indicatorIds, row.indicatorIds),
    // A goal that came or went tells of itself; the links that follow from it would only repeat it.
    ...memberChanges('goal', old.goalIds, row.goalIds, (id) => `goal/${goalBlocks.get(id) ?? id}`).filter((change) => goalBlocks.has((change.to ?? change.from) as string)),
  ];
}

const goalChanges = (old: GoalRow, row: GoalRow): Change[] => [...valueChange('kind', old.kind, row.kind), ...memberChanges('indicator', old.indicatorIds, row.indicatorIds)];

function factsOf<R extends Row>(object: 'goal' | 'measure', existing: readonly Existing<R>[], wanted: readonly R[], changesOf: (old: R, row: R) => Change[]): ProjectionFact[] {
  const before = new Map(existing.map((row) => [row.id, row]));
  const wantedIds = new Set(wanted.map((row) => row.id));
  const bare = (change: 'added' | 'removed', row: Row): ProjectionFact => ({ object, change, id: row.id, key: row.blockId, field: null, from: null, to: null });
  return [
    ...wanted.flatMap((row): ProjectionFact[] => {
      const old = before.get(row.id);
      if (old === undefined || old.removed) return [bare('added', row)];
      return changesOf(old, row).map(({ field, suffix, from, to }) => ({ object, change: 'changed', id: row.id, key: `${row.blockId}/${suffix}`, field, from, to }));
    }),
    ...existing.filter((row) => !row.removed && !wantedIds.has(row.id)).map((row) => bare('removed', row)),
  ];
}

/**
 * Compares the tables with what the text says. Pure and idempotent: applied once, a second comparison is empty; which of
 * two texts was projected before makes no difference to the rows.
 */
export function diffProjection(existing: ExistingRows, wanted: WantedRows): ProjectionDifference {
  const livingBefore = new Set(existing.goals.filter((goal) => !goal.removed).map((goal) => goal.id));
  const steadyGoals = new Map(wanted.goals.filter((goal) => livingBefore.has(goal.id)).map((goal) => [goal.id, goal.blockId]));
  return {
    goals: diffRows(existing.goals, wanted.goals, goalColumns),
    measures: diffRows(existing.measures, wanted.measures, measureColumns),
    links: {
      partners: diffLinks(existing.measures, wanted.measures, (row) => row.partnerIds),
      measureGoals: diffLinks(existing.measures, wanted.measures, (row) => row.goalIds),
      measureIndicators: diffLinks(existing.measures, wanted.measures, (row) => row.indicatorIds),
      goalIndicators: diffLinks(existing.goals, wanted.goals, (row) => row.indicatorIds),
    },
    facts: [
      ...factsOf('goal', existing.goals, wanted.goals, goalChanges),
      ...factsOf('measure', existing.measures, wanted.measures, (old, row) => measureChanges(old, row, steadyGoals)),
    ],
  };
}
