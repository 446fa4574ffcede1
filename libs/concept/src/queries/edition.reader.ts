import { Injectable } from '@nestjs/common';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import { Prisma, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { EditionPlace } from '../domain/section-place.js';
import type { Window } from './window.js';

/** An edition as readers get it, with its instrument. */
export interface EditionRecord extends EditionPlace {
  readonly title: string;
  readonly year: number;
  readonly visibility: 'participants' | 'published';
  readonly frozenAt: Date | null;
  readonly isExample: boolean;
  readonly sourceNote: string | null;
  /** In which it is written; of its frame, people may write in others. */
  readonly language: DocumentLanguage;
  /** The adopted edition it began as a copy of. */
  readonly basedOnId: string | null;
  /** Set for a correction of that edition. */
  readonly correctionReason: string | null;
  readonly instrumentId: string;
  readonly instrumentKind: string;
  readonly instrumentTitle: string;
}

/** What adoption has fixed, in short. */
export interface AdoptionFacts {
  readonly editionId: string;
  readonly hash: string;
  readonly sectionCount: number;
  readonly goalCount: number;
  readonly measureCount: number;
}

/** Which editions somebody may see: those of her municipality within the scope, or, without one, what is published. */
export interface EditionScope {
  readonly municipalityId: string | null;
  readonly all: boolean;
  readonly processIds: readonly string[];
  readonly editionIds: readonly string[];
  readonly sectionIds: readonly string[];
}

const editionColumns = Prisma.sql`
  e.id AS "editionId", e.municipality_id AS "municipalityId", e.process_id AS "processId", e.visibility = 'published' AS "isPublished",
  e.frozen_at IS NOT NULL AS "isFrozen", e.title, e.year, e.visibility::text AS visibility, e.frozen_at AS "frozenAt", e.is_example AS "isExample",
  e.source_note AS "sourceNote", e.language::text AS language, e.based_on_id AS "basedOnId", e.correction_reason AS "correctionReason", i.id AS "instrumentId", i.kind::text AS "instrumentKind", i.title AS "instrumentTitle"`;
const fromEditions = Prisma.sql`FROM editions e JOIN instruments i ON i.id = e.instrument_id AND i.municipality_id = e.municipality_id`;

/** The scope as a condition on `editions e`. */
export function editionInScope(scope: EditionScope): Prisma.Sql {
  if (scope.municipalityId === null) return Prisma.sql`e.visibility = 'published'`;
  return Prisma.sql`e.municipality_id = ${scope.municipalityId}::uuid AND (${scope.all} OR e.visibility = 'published'
    OR e.process_id = ANY (${[...scope.processIds]}::uuid[]) OR e.id = ANY (${[...scope.editionIds]}::uuid[])
    OR EXISTS (SELECT 1 FROM sections s WHERE s.edition_id = e.id AND s.id = ANY (${[...scope.sectionIds]}::uuid[])))`;
}

/** Reads editions with their instrument. */
@Injectable()
export class EditionReader {
  constructor(private readonly database: PrismaDatabase) {}

  /** Editions by id, in any order. Who may see them is the caller's question. */
  findByIds(ids: readonly string[]): Promise<EditionRecord[]> {
    return this.database.client.$queryRaw<EditionRecord[]>`SELECT ${editionColumns} ${fromEditions} WHERE e.id = ANY (${[...ids]}::uuid[])`;
  }

  /** A window of the editions in a scope, newest first. */
  findVisible(scope: EditionScope, { offset, limit }: Window): Promise<EditionRecord[]> {
    return this.database.client.$queryRaw<EditionRecord[]>`
      SELECT ${editionColumns} ${fromEditions} WHERE ${editionInScope(scope)} ORDER BY e.year DESC, lower(e.title), e.id LIMIT ${limit} OFFSET ${offset}`;
  }

  async countVisible(scope: EditionScope): Promise<number> {
    const rows = await this.database.client.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${fromEditions} WHERE ${editionInScope(scope)}`;
    return rows[0]?.count ?? 0;
  }

  /** Editions that are written in the given processes. */
  findByProcesses(municipalityId: string, processIds: readonly string[]): Promise<EditionRecord[]> {
    return this.database.client.$queryRaw<EditionRecord[]>`
      SELECT ${editionColumns} ${fromEditions} WHERE e.municipality_id = ${municipalityId}::uuid AND e.process_id = ANY (${[...processIds]}::uuid[]) ORDER BY e.year DESC, e.id`;
  }

  /** Editions that began as copies of one, the oldest first. */
  findNext(municipalityId: string, editionId: string): Promise<EditionRecord[]> {
    return this.database.client.$queryRaw<EditionRecord[]>`
      SELECT ${editionColumns} ${fromEditions} WHERE e.municipality_id = ${municipalityId}::uuid AND e.based_on_id = ${editionId}::uuid ORDER BY e.created_at, e.id`;
  }

  /** Hash and counts of those of the editions that are adopted. */
  findAdoptions(editionIds: readonly string[]): Promise<AdoptionFacts[]> {
    return this.database.client.$queryRaw<AdoptionFacts[]>`
      SELECT edition_id AS "editionId", hash, jsonb_array_length(content #> '{document,sections}')::int AS "sectionCount",
        jsonb_array_length(content -> 'goals')::int AS "goalCount", jsonb_array_length(content -> 'measures')::int AS "measureCount"
      FROM adopted_editions WHERE edition_id = ANY (${[...editionIds]}::uuid[])`;
  }
}
