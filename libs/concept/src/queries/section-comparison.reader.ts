import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_VERSIONS } from '@konzeptwerkstatt/contracts';
import type { DocumentVersions } from '@konzeptwerkstatt/contracts';
import type { DocumentComparison } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { SectionAccess } from '../commands/section-access.js';
import { betweenEditions, fateOfSection } from '../domain/edition-comparison.policy.js';
import type { Fate } from '../domain/edition-comparison.policy.js';
import type { EditionPlace, SectionPlace } from '../domain/section-place.js';
import { LineageReader } from './lineage.reader.js';
import { SectionReader } from './section.reader.js';
import type { SectionRecord } from './section.reader.js';
import { VisibleEditionsReader } from './visible-editions.reader.js';

/** What became of a section from one edition to the next. */
export interface ComparedSection {
  readonly fate: Fate;
  /** Null: it is new. */
  readonly before: SectionRecord | null;
  /** Null: it was dropped. */
  readonly after: SectionRecord | null;
  /** Of both texts; empty where there is only one. */
  readonly comparison: DocumentComparison;
}

/** A section and the one it began as a copy of; one of them is null where it is new, or was dropped. */
export type SectionPair = Pick<ComparedSection, 'before' | 'after'>;

const sectionLimit = 1000;

/** So many are looked at at the same time: enough to keep the threads that build texts busy, and no burst on the database. */
const pairsAtOnce = 4;

async function inGroups<Result>(pairs: readonly SectionPair[], look: (pair: SectionPair) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < pairs.length; at += pairsAtOnce) results.push(...(await Promise.all(pairs.slice(at, at + pairsAtOnce).map(look))));
  return results;
}

/** Holds sections against those they began as copies of. */
@Injectable()
export class SectionComparisonReader {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(DOCUMENT_VERSIONS) private readonly versions: DocumentVersions,
    private readonly sections: SectionReader,
    private readonly lineage: LineageReader,
    private readonly access: SectionAccess,
    private readonly editions: VisibleEditionsReader,
  ) {}

  /** The sections of an edition and of the one it is based on: in the order of the later one, then what was dropped. Whoever calls it has asked the rights on both editions. */
  async pairs(actor: Actor | null, before: EditionPlace, after: EditionPlace): Promise<SectionPair[]> {
    const window = { offset: 0, limit: sectionLimit };
    const [old, now] = [await this.sections.findByEditions([before.editionId], window), await this.sections.findByEditions([after.editionId], window)];
    const sources = await this.sourcesOf(after.municipalityId, before.editionId, now.map(({ sectionId }) => sectionId));
    const kept = new Set(sources.values());
    const pairs: SectionPair[] = [
      ...now.map((section) => ({ before: old.find(({ sectionId }) => sectionId === sources.get(section.sectionId)) ?? null, after: section })),
      ...old.filter(({ sectionId }) => !kept.has(sectionId)).map((section) => ({ before: section, after: null })),
    ];
    const readable = await inGroups(pairs, (pair) => this.mayRead(actor, pair));
    return pairs.filter((_, index) => readable[index]);
  }

  /** The same with what became of them: their texts are held against each other. In the order of the pairs. */
  compareAll(pairs: readonly SectionPair[]): Promise<ComparedSection[]> {
    return inGroups(pairs, (pair) => this.compare(pair));
  }

  /** A section and the one it began as a copy of; null when there is none, or it is not for this visitor. Whoever calls it has asked the rights on the section. */
  async find(actor: Actor | null, { municipalityId, editionId, sectionId }: SectionPlace): Promise<ComparedSection | null> {
    const basedOnId = (await this.editions.findEdition(actor, editionId))?.basedOnId ?? null;
    if (basedOnId === null || (await this.editions.findEdition(actor, basedOnId)) === null) return null;
    const sourceId = (await this.sourcesOf(municipalityId, basedOnId, [sectionId])).get(sectionId);
    const found = sourceId === undefined ? [] : await this.sections.findByIds([sourceId, sectionId]);
    const pair = { before: found.find((section) => section.sectionId === sourceId) ?? null, after: found.find((section) => section.sectionId === sectionId) ?? null };
    return pair.before !== null && pair.after !== null && (await this.mayRead(actor, pair)) ? this.compare(pair) : null;
  }

  /** Sections of the earlier edition by those that began as their copies. */
  private async sourcesOf(municipalityId: string, editionId: string, sectionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const counterparts = await this.lineage.counterparts(municipalityId, 'section', sectionIds);
    return new Map(counterparts.filter((found) => found.editionId === editionId).map(({ sourceId, sectionId }) => [sourceId, sectionId]));
  }

  private async mayRead(actor: Actor | null, { before, after }: SectionPair): Promise<boolean> {
    for (const section of [before, after]) if (section !== null && !(await this.access.mayRead(actor, section))) return false;
    return true;
  }

  private async compare({ before, after }: SectionPair): Promise<ComparedSection> {
    const comparison = before === null || after === null ? { blocks: [] } : betweenEditions(await this.versions.compareDocuments(this.database.client, before.documentId, after.documentId));
    return { before, after, comparison, fate: fateOfSection({ before: before?.title ?? null, now: after?.title ?? null }, comparison) };
  }
}
