import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_VERSIONS } from '@konzeptwerkstatt/contracts';
import type { DocumentVersion, DocumentVersions, ListedDocumentVersion } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { DocumentComparison } from '@konzeptwerkstatt/document-model';
import { SectionAccess } from '../commands/section-access.js';
import { INDICATOR_DIRECTORY } from '../concept.ports.js';
import type { IndicatorDirectory } from '../concept.ports.js';
import { ReadingViewReader } from './reading-view.reader.js';
import type { ReadPlace } from './reading-view.reader.js';
import { SectionReader } from './section.reader.js';
import type { SectionRecord } from './section.reader.js';
import type { Window } from './window.js';

/** A version with the section it belongs to. */
export interface VersionOfSection {
  readonly version: DocumentVersion;
  readonly section: SectionRecord;
}

/** What was compared, and what came of it. */
export interface ComparedVersions extends VersionOfSection {
  /** Null: with the text as it is now. */
  readonly other: DocumentVersion | null;
  readonly comparison: DocumentComparison;
}

/** Reads versions of sections' texts. Only for who takes part in writing: a published text does not publish its drafts. */
@Injectable()
export class VersionReader {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(DOCUMENT_VERSIONS) private readonly versions: DocumentVersions,
    private readonly sections: SectionReader,
    private readonly access: SectionAccess,
    private readonly readingView: ReadingViewReader,
    @Inject(INDICATOR_DIRECTORY) private readonly indicators: IndicatorDirectory,
  ) {}

  /** A version as a visitor may see it; null when there is none for her. */
  async find(actor: Actor | null, versionId: string): Promise<VersionOfSection | null> {
    const [version] = await this.findByIds([versionId]);
    const section = version === undefined ? null : await this.sections.findByDocument(version.documentId);
    return version !== undefined && section !== null && (await this.access.mayReadDrafts(actor, section)) ? { version, section } : null;
  }

  /** Versions by id, in any order; whoever calls it has asked for the rights. */
  findByIds(ids: readonly string[]): Promise<DocumentVersion[]> {
    return this.versions.findByIds(this.database.client, ids);
  }

  /** As `findByIds`, the same window of several documents' lists, newest first. */
  listByDocuments(documentIds: readonly string[], window: Window): Promise<ListedDocumentVersion[]> {
    return this.versions.listByDocuments(this.database.client, documentIds, window);
  }

  /** Safe HTML of what a version says; whoever calls it has asked for the rights. */
  async render(place: ReadPlace, versionId: string): Promise<string> {
    return this.readingView.renderUnnumbered(place, await this.versions.readText(this.database.client, versionId));
  }

  /** What became of a version's text until another version, or (null) until now; null when one of them is not for this visitor. */
  async compare(actor: Actor | null, versionId: string, otherId: string | null): Promise<ComparedVersions | null> {
    const found = await this.find(actor, versionId);
    const [other = null] = otherId === null ? [] : await this.findByIds([otherId]);
    const isComparable = otherId === null || other?.documentId === found?.version.documentId;
    if (found === null || !isComparable) return null;
    return { ...found, other, comparison: await this.versions.compare(this.database.client, versionId, otherId) };
  }

  /** Names of indicators by id; unknown ids are left out. */
  indicatorNames(municipalityId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.indicators.names(municipalityId, ids);
  }
}
