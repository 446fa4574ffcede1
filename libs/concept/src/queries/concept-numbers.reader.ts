import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { GoalKind, OutlineSection } from '@konzeptwerkstatt/document-model';
import { numberOutline } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';

interface OutlineRow {
  readonly editionId: string;
  readonly sectionId: string;
  readonly objectId: string | null;
  readonly kind: GoalKind | 'measure' | null;
  /** Fixed at adoption; null before. */
  readonly sectionNumber: string | null;
  readonly objectNumber: string | null;
}

/** Numbers of sections, goals and measures: as their order stands now, from adoption on as they were fixed then. Whoever calls it has asked the access policy. */
@Injectable()
export class ConceptNumbersReader {
  constructor(private readonly database: PrismaDatabase) {}

  /** Numbers by id of all living sections, goals and measures of each edition, in one statement. */
  async findByEditions(editionIds: readonly string[], tx: Transaction = this.database.client): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
    const rows = await tx.$queryRaw<OutlineRow[]>`
      SELECT s.edition_id AS "editionId", s.id AS "sectionId", o.id AS "objectId", o.kind, s.number AS "sectionNumber", o.number AS "objectNumber"
      FROM sections s LEFT JOIN LATERAL (
        SELECT g.id, g.kind::text AS kind, g.ordinal, g.number FROM goals g WHERE g.section_id = s.id AND g.removed_at IS NULL
        UNION ALL SELECT m.id, 'measure', m.ordinal, m.number FROM measures m WHERE m.section_id = s.id AND m.removed_at IS NULL
      ) o ON true
      WHERE s.edition_id = ANY (${[...editionIds]}::uuid[]) AND s.removed_at IS NULL ORDER BY s.edition_id, s.position, s.id, o.ordinal`;
    const fixed = new Map(rows.flatMap(fixedNumbers));
    const outlines = new Map<string, Map<string, OutlineSection['objects'][number][]>>();
    for (const { editionId, sectionId, objectId, kind } of rows) {
      const sections = outlines.get(editionId) ?? new Map<string, OutlineSection['objects'][number][]>();
      outlines.set(editionId, sections);
      const objects = sections.get(sectionId) ?? [];
      sections.set(sectionId, objects);
      if (objectId !== null && kind !== null) objects.push({ id: objectId, kind });
    }
    return new Map([...outlines].map(([editionId, sections]) => {
      const computed = numberOutline([...sections].map(([id, objects]) => ({ id, objects })));
      return [editionId, new Map([...computed].map(([id, number]) => [id, fixed.get(id) ?? number]))];
    }));
  }

  /** The same for one edition. */
  async findByEdition(editionId: string, tx: Transaction = this.database.client): Promise<ReadonlyMap<string, string>> {
    return (await this.findByEditions([editionId], tx)).get(editionId) ?? new Map<string, string>();
  }
}

function fixedNumbers({ sectionId, sectionNumber, objectId, objectNumber }: OutlineRow): (readonly [string, string])[] {
  return [...(sectionNumber === null ? [] : [[sectionId, sectionNumber] as const]), ...(objectId === null || objectNumber === null ? [] : [[objectId, objectNumber] as const])];
}
