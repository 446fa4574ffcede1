import type { MeasureRowFragment } from '@konzeptwerkstatt/web-data';
import type { Grouping } from './table-state.js';

export interface MeasureGroup {
  readonly id: string;
  /** Null for a table without groups; an empty text for measures without a responsible party. */
  readonly title: string | null;
  readonly rows: readonly MeasureRowFragment[];
}

interface Key {
  readonly id: string;
  readonly title: string;
  readonly position: number;
}

const withoutLead: Key = { id: 'without-lead', title: '', position: Number.POSITIVE_INFINITY };

function keyOf({ section, lead }: MeasureRowFragment, grouping: Exclude<Grouping, 'none'>): Key {
  if (grouping === 'section') return { id: section.id, title: section.title, position: section.position };
  return lead ? { id: lead.id, title: lead.name, position: 0 } : withoutLead;
}

/**
 * Measures by field of action (in the order of the concept) or by responsible party (by name, those without one last).
 * Inside a group they keep the order they came in.
 */
export function groupMeasures(rows: readonly MeasureRowFragment[], grouping: Grouping, compare: (a: string, b: string) => number): MeasureGroup[] {
  if (grouping === 'none') return [{ id: 'all', title: null, rows }];
  const groups = new Map<string, { key: Key; rows: MeasureRowFragment[] }>();
  for (const row of rows) {
    const key = keyOf(row, grouping);
    const group = groups.get(key.id) ?? { key, rows: [] };
    group.rows.push(row);
    groups.set(key.id, group);
  }
  // Positions may both be infinite; their difference would be no number.
  const order = (a: Key, b: Key): number => (a.position === b.position ? compare(a.title, b.title) : a.position < b.position ? -1 : 1);
  return [...groups.values()].sort((a, b) => order(a.key, b.key)).map(({ key, rows: members }) => ({ id: key.id, title: key.title, rows: members }));
}
