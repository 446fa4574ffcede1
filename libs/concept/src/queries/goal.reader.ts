import { Injectable } from '@nestjs/common';
import type { GoalKind } from '@konzeptwerkstatt/document-model';
import { Prisma, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { editionInScope } from './edition.reader.js';
import type { EditionScope } from './edition.reader.js';
import type { Window } from './window.js';

/** A goal as readers get it, with the ids of its indicators. */
export interface GoalRecord {
  readonly id: string;
  readonly municipalityId: string;
  readonly editionId: string;
  readonly sectionId: string;
  readonly blockId: string;
  readonly kind: GoalKind;
  readonly title: string;
  readonly description: string;
  readonly indicatorIds: readonly string[];
}

/** A row of a list that was loaded for several owners at once. */
export type OwnedGoal = GoalRecord & { readonly ownerId: string; readonly total: number };

const goalColumns = Prisma.sql`
  g.id, g.municipality_id AS "municipalityId", g.edition_id AS "editionId", g.section_id AS "sectionId", g.block_id AS "blockId", g.kind::text AS kind,
  g.title, g.description, ARRAY(SELECT l.indicator_id::text FROM goal_indicators l WHERE l.goal_id = g.id ORDER BY 1) AS "indicatorIds"`;
const ofText = Prisma.sql`FROM goals g JOIN sections s ON s.id = g.section_id`;
const living = Prisma.sql`g.removed_at IS NULL AND s.removed_at IS NULL`;

/** Reads goals. Whoever calls it has asked the access policy. */
@Injectable()
export class GoalReader {
  constructor(private readonly database: PrismaDatabase) {}

  /** Living goals by id, in any order. */
  findByIds(ids: readonly string[]): Promise<GoalRecord[]> {
    return this.database.client.$queryRaw<GoalRecord[]>`
      SELECT ${goalColumns} FROM goals g JOIN sections s ON s.id = g.section_id WHERE g.id = ANY (${[...ids]}::uuid[]) AND ${living}`;
  }

  /** The same window of each of several sections, in one statement. */
  findBySections(sectionIds: readonly string[], window: Window): Promise<OwnedGoal[]> {
    return this.owned(ofText, Prisma.sql`g.section_id`, sectionIds, window);
  }

  /** The same window of each of several editions, in one statement. */
  findByEditions(editionIds: readonly string[], window: Window): Promise<OwnedGoal[]> {
    return this.owned(ofText, Prisma.sql`g.edition_id`, editionIds, window);
  }

  /** The same window of the goals that are observed by each of several indicators, within the editions of a scope, in one statement. */
  findByIndicators(indicatorIds: readonly string[], window: Window, scope: EditionScope): Promise<OwnedGoal[]> {
    const from = Prisma.sql`FROM goal_indicators owner JOIN goals g ON g.id = owner.goal_id JOIN sections s ON s.id = g.section_id JOIN editions e ON e.id = g.edition_id AND ${editionInScope(scope)}`;
    return this.owned(from, Prisma.sql`owner.indicator_id`, indicatorIds, window);
  }

  private owned(from: Prisma.Sql, owner: Prisma.Sql, ownerIds: readonly string[], { offset, limit }: Window): Promise<OwnedGoal[]> {
    return this.database.client.$queryRaw<OwnedGoal[]>`
      WITH place AS (
        SELECT g.id, ${owner} AS owner_id, row_number() OVER (PARTITION BY ${owner} ORDER BY s.position, g.ordinal, g.id) AS place, count(*) OVER (PARTITION BY ${owner}) AS total
        ${from} WHERE ${owner} = ANY (${[...ownerIds]}::uuid[]) AND ${living}
      )
      SELECT ${goalColumns}, place.owner_id AS "ownerId", place.total::int AS total
      FROM place JOIN goals g ON g.id = place.id
      WHERE place.place > ${offset} AND place.place <= ${offset + limit} ORDER BY place.owner_id, place.place`;
  }
}
