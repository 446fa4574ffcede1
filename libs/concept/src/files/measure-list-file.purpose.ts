import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { FilePurposeRegistry } from '@konzeptwerkstatt/platform-files';
import type { FilePurpose, MediaType } from '@konzeptwerkstatt/platform-files';

/** Name of the purpose, also in the address of an upload. */
export const MEASURE_LIST_PURPOSE = 'concept.measure-list';
/** What a stored list is kept by. */
export const keptByList = (importId: string): string => `concept.measure-list-import/${importId}`;

/** Measure lists of somebody's own: brought by who may write somewhere, read by the job only. */
@Injectable()
export class MeasureListPurpose implements FilePurpose, OnModuleInit {
  readonly name = MEASURE_LIST_PURPOSE;
  readonly mediaTypes: readonly MediaType[] = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv', 'text/plain'];
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
