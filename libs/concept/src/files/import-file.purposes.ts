import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { FilePurposeRegistry } from '@konzeptwerkstatt/platform-files';
import type { FilePurpose, MediaType } from '@konzeptwerkstatt/platform-files';
import { MEASURE_LIST_PURPOSE, MEASURE_TABLE_PURPOSE, WORD_FILE_PURPOSE } from '../domain/import-names.js';

/** Files that become something in a concept: brought by who may change it somewhere, read by the job only. */
@Injectable()
abstract class ImportFilePurpose implements FilePurpose, OnModuleInit {
  abstract readonly name: string;
  abstract readonly mediaTypes: readonly MediaType[];
  abstract readonly maxBytes: number;
  /** What whoever brings one may do somewhere. */
  protected abstract readonly action: 'section.write' | 'edition.edit';

  constructor(
    @Inject(FilePurposeRegistry) private readonly purposes: FilePurposeRegistry,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayUpload(actor: Actor): Promise<boolean> {
    const { all, processIds, editionIds, sectionIds } = await this.policy.scopeFilter(actor, this.action);
    return all || processIds.length + editionIds.length + (this.action === 'section.write' ? sectionIds.length : 0) > 0;
  }

  mayRead(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

/** Measure tables that went out as spreadsheets and come back. */
@Injectable()
export class MeasureTablePurpose extends ImportFilePurpose {
  readonly name = MEASURE_TABLE_PURPOSE;
  readonly mediaTypes = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const;
  readonly maxBytes = 5 * 1024 * 1024;
  protected readonly action = 'section.write';
}

/** Measure lists of somebody's own. */
@Injectable()
export class MeasureListPurpose extends ImportFilePurpose {
  readonly name = MEASURE_LIST_PURPOSE;
  readonly mediaTypes = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv', 'text/plain'] as const;
  readonly maxBytes = 5 * 1024 * 1024;
  protected readonly action = 'section.write';
}

/** Word documents that are to become sections, or bring corrections. */
@Injectable()
export class WordFilePurpose extends ImportFilePurpose {
  readonly name = WORD_FILE_PURPOSE;
  readonly mediaTypes = ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'] as const;
  readonly maxBytes = 25 * 1024 * 1024;
  protected readonly action = 'edition.edit';
}
