import { Inject, Injectable } from '@nestjs/common';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader, Transaction } from '@konzeptwerkstatt/contracts';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { shownIndicators } from '../domain/shown-indicator.policy.js';
import { editionInScope } from './edition.reader.js';
import type { EditionScope } from './edition.reader.js';
import { VisibleEditionsReader } from './visible-editions.reader.js';

/** A place in a text that names an indicator. */
export interface IndicatorPlace {
  /** A goal or measure that is observed by it, or a block of the text that shows it. */
  readonly kind: 'goal' | 'measure' | 'text';
  /** Of the goal or measure; empty where it has none, and of the text. */
  readonly title: string;
  readonly blockId: string;
  readonly sectionId: string;
  readonly sectionTitle: string;
  readonly editionTitle: string;
  /** Whether the actor may read it. */
  readonly isReadable: boolean;
}

type Sought = Omit<IndicatorPlace, 'kind' | 'title' | 'blockId'> & { readonly documentId: string };

/** Finds where an indicator is named in the living texts of its municipality: all editions, adopted ones too. */
@Injectable()
export class IndicatorPlacesReader {
  constructor(
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
    private readonly visible: VisibleEditionsReader,
  ) {}

  /** Goals and measures in the order of the texts, then one place of each text that shows it. Asks in the caller's transaction; what the actor may not read is among them. */
  async find(tx: Transaction, actor: Actor, municipalityId: string, indicatorId: string): Promise<IndicatorPlace[]> {
    const scope = await this.visible.scope(actor);
    return [...(await this.linked(tx, scope, municipalityId, indicatorId)), ...(await this.shown(tx, scope, municipalityId, indicatorId))];
  }

  private async linked(tx: Transaction, scope: EditionScope, municipalityId: string, indicatorId: string): Promise<IndicatorPlace[]> {
    return tx.$queryRaw<IndicatorPlace[]>`
      SELECT o.kind, o.title, o.block_id::text AS "blockId", s.id::text AS "sectionId", s.title AS "sectionTitle", e.title AS "editionTitle", (${editionInScope(scope)}) AS "isReadable"
      FROM (
        SELECT 'goal' AS kind, g.title, g.block_id, g.section_id, g.ordinal FROM goal_indicators l JOIN goals g ON g.id = l.goal_id AND g.removed_at IS NULL
        WHERE l.municipality_id = ${municipalityId}::uuid AND l.indicator_id = ${indicatorId}::uuid
        UNION ALL
        SELECT 'measure', m.title, m.block_id, m.section_id, m.ordinal FROM measure_indicators l JOIN measures m ON m.id = l.measure_id AND m.removed_at IS NULL
        WHERE l.municipality_id = ${municipalityId}::uuid AND l.indicator_id = ${indicatorId}::uuid
      ) AS o JOIN sections s ON s.id = o.section_id AND s.removed_at IS NULL JOIN editions e ON e.id = s.edition_id AND e.municipality_id = s.municipality_id
      ORDER BY e.year DESC, e.id, s.position, o.kind, o.ordinal`;
  }

  private async shown(tx: Transaction, scope: EditionScope, municipalityId: string, indicatorId: string): Promise<IndicatorPlace[]> {
    const sections = await tx.$queryRaw<Sought[]>`
      SELECT s.document_id::text AS "documentId", s.id::text AS "sectionId", s.title AS "sectionTitle", e.title AS "editionTitle", (${editionInScope(scope)}) AS "isReadable"
      FROM sections s JOIN editions e ON e.id = s.edition_id AND e.municipality_id = s.municipality_id
      WHERE s.municipality_id = ${municipalityId}::uuid AND s.removed_at IS NULL ORDER BY e.year DESC, e.id, s.position`;
    const mentioning = new Set(await this.documents.findMentioning(tx, sections.map(({ documentId }) => documentId), indicatorId));
    const places: IndicatorPlace[] = [];
    for (const { documentId, ...place } of sections.filter((section) => mentioning.has(section.documentId))) {
      const { tree } = await this.documents.readText(tx, documentId);
      const block = shownIndicators(tree.content).find((shown) => shown.indicatorId === indicatorId);
      if (block !== undefined) places.push({ kind: 'text', title: '', blockId: block.blockId, ...place });
    }
    return places;
  }
}
