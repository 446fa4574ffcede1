import { Inject, Injectable } from '@nestjs/common';
import { DOCUMENT_VERSIONS, MAX_VERSIONS, releasePicturesJob } from '@konzeptwerkstatt/contracts';
import type { DocumentVersions, JobProcessor, Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import type { DatedFile } from '@konzeptwerkstatt/platform-files';
import { KEPT_DAYS, mayBeReleased, PICTURE_PURPOSE, sectionKeeping } from '../domain/kept-picture.policy.js';
import { PictureRepository } from '../persistence/picture.repository.js';
import type { PictureTrace } from '../persistence/picture.repository.js';

/** So many are looked at in one transaction. */
const PORTION = 100;

/** Lets go of pictures that neither a text nor a version shows any more; the job for loose files removes them a day later. */
@Injectable()
export class ReleasePicturesProcessor implements JobProcessor<Record<string, never>> {
  readonly job = releasePicturesJob;

  constructor(
    private readonly database: PrismaDatabase,
    @Inject(FileStore) private readonly files: FileStore,
    private readonly pictures: PictureRepository,
    @Inject(DOCUMENT_VERSIONS) private readonly versions: DocumentVersions,
  ) {}

  async process(_data: Record<string, never>, signal: AbortSignal): Promise<void> {
    let after: string | null = null;
    while (!signal.aborted) {
      const looked: readonly DatedFile[] = await this.database.runInTransaction((tx) => this.lookAt(tx, after));
      if (looked.length < PORTION) return;
      after = looked.at(-1)?.id ?? null;
    }
  }

  private async lookAt(tx: Transaction, after: string | null): Promise<readonly DatedFile[]> {
    const files = await this.files.findOldKept(tx, PICTURE_PURPOSE, KEPT_DAYS, after, PORTION);
    const traces = new Map((await this.pictures.traces(tx, files.map(({ id }) => id))).map((trace) => [trace.fileId, trace]));
    for (const file of files) {
      if (await this.isUnused(tx, file, traces.get(file.id))) await this.files.release(tx, file.municipalityId, [file.id]);
    }
    return files;
  }

  private async isUnused(tx: Transaction, file: DatedFile, trace: PictureTrace | undefined): Promise<boolean> {
    if (trace !== undefined && trace.goneAt === null) return false;
    const picture = { storedAt: file.storedAt, goneAt: trace?.goneAt ?? null };
    const now = new Date();
    // Asked first without the versions, which cost statements of their own.
    if (!mayBeReleased({ ...picture, versionsKeptAt: [] }, now)) return false;
    const home = sectionKeeping(file);
    const documents = await this.pictures.documentsOf(tx, [...(trace?.sectionIds ?? []), ...(home === null ? [] : [home])]);
    const versions = await this.versions.listByDocuments(tx, [...new Set(documents.values())], { offset: 0, limit: MAX_VERSIONS });
    return mayBeReleased({ ...picture, versionsKeptAt: versions.map(({ keptAt }) => new Date(keptAt)) }, now);
  }
}
