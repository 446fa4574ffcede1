import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { FilePurposeRegistry } from '@konzeptwerkstatt/platform-files';
import type { FilePurpose, MediaType } from '@konzeptwerkstatt/platform-files';

/** Name of the purpose, also in the address of an upload. */
export const MEASURE_TABLE_PURPOSE = 'concept.measure-table';
/** What a stored measure table is kept by. */
export const keptByImport = (importId: string): string => `concept.measure-table-import/${importId}`;

/** Spreadsheets that came back: brought by who may write somewhere, read by the job only. */
@Injectable()
export class MeasureTablePurpose implements FilePurpose, OnModuleInit {
  readonly name = MEASURE_TABLE_PURPOSE;
  readonly mediaTypes: readonly MediaType[] = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'];
  readonly maxBytes = 5 * 1024 * 1024;

  constructor(
    @Inject(FilePurposeRegistry) private readonly purposes: FilePurposeRegistry,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayUpload(actor: Actor): Promise<boolean> {
    const { all, processIds, editionIds, sectionIds } = await this.policy.scopeFilter(actor, 'section.write');
    return all || processIds.length + editionIds.length + sectionIds.length > 0;
  }

  mayRead(): Promise<boolean> {
    return Promise.resolve(false);
  }
}
