import type { MeasureStatus, MeasureType, TargetGroup } from '@konzeptwerkstatt/document-model';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import type { GapKind } from '../domain/gap.policy.js';

/** Which measures of an edition; ids are raw, empty and missing conditions do not restrict. */
export interface MeasureFilter {
  /** Words in title or description. */
  readonly search?: string | null;
  readonly sectionIds?: readonly string[] | null;
  /** Leads or takes part. */
  readonly organisationIds?: readonly string[] | null;
  readonly statuses?: readonly MeasureStatus[] | null;
  readonly types?: readonly MeasureType[] | null;
  readonly targetGroups?: readonly TargetGroup[] | null;
  /** Runs at some time in that year. */
  readonly periodYear?: number | null;
  readonly gap?: GapKind | null;
}

export const MEASURE_ORDER_FIELDS = ['position', 'title', 'status', 'type', 'lead', 'period', 'budget', 'updated'] as const;
export type MeasureOrderField = (typeof MEASURE_ORDER_FIELDS)[number];
export type OrderDirection = 'asc' | 'desc';

export interface MeasureOrder {
  readonly field: MeasureOrderField;
  readonly direction: OrderDirection;
}

const gapConditions: Readonly<Record<GapKind, Prisma.Sql>> = {
  measure_without_lead: Prisma.sql`m.lead_organisation_id IS NULL`,
  measure_without_indicator: Prisma.sql`NOT EXISTS (SELECT 1 FROM measure_indicators l WHERE l.measure_id = m.id)`,
  // Gaps of goals, indicators and pictures are no gaps of a measure.
  goal_without_measure: Prisma.sql`FALSE`,
  indicator_without_data: Prisma.sql`FALSE`,
  picture_without_alt: Prisma.sql`FALSE`,
};

/** A pattern that finds the words themselves, whatever LIKE makes of `%` and `_`. */
const containing = (words: string): string => `%${words.trim().replace(/[\\%_]/g, (character) => `\\${character}`)}%`;

const filled = <Item>(items: readonly Item[] | null | undefined): items is readonly Item[] => items !== null && items !== undefined && items.length > 0;

/** The filter as conditions on `measures m`. */
export function measureConditions(filter: MeasureFilter): Prisma.Sql {
  const { search, sectionIds, organisationIds, statuses, types, targetGroups, periodYear, gap } = filter;
  const all: Prisma.Sql[] = [Prisma.sql`TRUE`];
  if (search !== null && search !== undefined && search.trim() !== '') {
    const pattern = containing(search);
    all.push(Prisma.sql`(m.title ILIKE ${pattern} OR m.description ILIKE ${pattern})`);
  }
  if (filled(sectionIds)) all.push(Prisma.sql`m.section_id = ANY (${[...sectionIds]}::uuid[])`);
  if (filled(organisationIds)) {
    const ids = [...organisationIds];
    all.push(Prisma.sql`(m.lead_organisation_id = ANY (${ids}::uuid[]) OR EXISTS (SELECT 1 FROM measure_partners l WHERE l.measure_id = m.id AND l.organisation_id = ANY (${ids}::uuid[])))`);
  }
  if (filled(statuses)) all.push(Prisma.sql`m.status::text = ANY (${[...statuses]})`);
  if (filled(types)) all.push(Prisma.sql`m.type::text = ANY (${[...types]})`);
  if (filled(targetGroups)) all.push(Prisma.sql`m.target_groups && ${[...targetGroups]}`);
  if (periodYear !== null && periodYear !== undefined) {
    all.push(Prisma.sql`m.period_from < make_date(${periodYear}::int + 1, 1, 1) AND (m.period_to IS NULL OR m.period_to >= make_date(${periodYear}::int, 1, 1))`);
  }
  if (gap !== null && gap !== undefined) all.push(gapConditions[gap]);
  return Prisma.join(all, ' AND ');
}

/** Column and direction are taken from these tables, never from the request. */
const columns: Readonly<Record<MeasureOrderField, Prisma.Sql>> = {
  position: Prisma.sql`s.position`,
  title: Prisma.sql`lower(m.title)`,
  status: Prisma.sql`m.status`,
  type: Prisma.sql`m.type`,
  lead: Prisma.sql`(SELECT lower(o.name) FROM organisations o WHERE o.id = m.lead_organisation_id AND o.municipality_id = m.municipality_id)`,
  period: Prisma.sql`m.period_from`,
  budget: Prisma.sql`m.budget_amount`,
  updated: Prisma.sql`m.updated_at`,
};
const directions: Readonly<Record<OrderDirection, Prisma.Sql>> = { asc: Prisma.sql`ASC NULLS LAST`, desc: Prisma.sql`DESC NULLS LAST` };

/** The order as columns of `measures m JOIN sections s`; equals stand as in the text, what is not set comes last. */
export function measureOrdering(order: MeasureOrder | null): Prisma.Sql {
  const { field, direction } = order ?? { field: 'position', direction: 'asc' };
  const column = columns[field];
  if (field === 'position') return direction === 'asc' ? Prisma.sql`s.position, m.ordinal, m.id` : Prisma.sql`s.position DESC, m.ordinal DESC, m.id`;
  return Prisma.sql`${column} ${directions[direction]}, s.position, m.ordinal, m.id`;
}
