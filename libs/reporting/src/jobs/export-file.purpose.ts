import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { FilePurposeRegistry } from '@konzeptwerkstatt/platform-files';
import type { FilePurpose, MediaType, StoredFile } from '@konzeptwerkstatt/platform-files';
import { DocumentExportReader } from '../queries/document-export.reader.js';

const keeper = /^reporting\.export\/([0-9a-f-]{36})$/;

/** What a stored file of an export is kept by. */
export const keptByExport = (exportId: string): string => `reporting.export/${exportId}`;

/** Files that jobs made for somebody: hers alone, as long as she may read what they were made of. */
@Injectable()
export class ExportFilePurpose implements FilePurpose, OnModuleInit {
  readonly name = 'reporting.export';
  readonly mediaTypes: readonly MediaType[] = [
    'application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv',
  ];
  readonly maxBytes = 50 * 1024 * 1024;

  constructor(
    @Inject(FilePurposeRegistry) private readonly purposes: FilePurposeRegistry,
    @Inject(DocumentExportReader) private readonly exports: DocumentExportReader,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  mayUpload(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async mayRead({ keptBy }: StoredFile, actor: Actor | null): Promise<boolean> {
    const [, id] = keeper.exec(keptBy ?? '') ?? [];
    return id !== undefined && (await this.exports.find(actor, id)) !== null;
  }
}
