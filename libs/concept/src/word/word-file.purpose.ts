import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { FilePurposeRegistry } from '@konzeptwerkstatt/platform-files';
import type { FilePurpose, MediaType } from '@konzeptwerkstatt/platform-files';

/** Name of the purpose, also in the address of an upload. */
export const WORD_FILE_PURPOSE = 'concept.word-document';
/** What a stored Word document is kept by. */
export const keptByWordImport = (importId: string): string => `concept.word-import/${importId}`;

/** Word documents that are to become sections: brought by who may change an edition, read by the job only. */
@Injectable()
export class WordFilePurpose implements FilePurpose, OnModuleInit {
  readonly name = WORD_FILE_PURPOSE;
  readonly mediaTypes: readonly MediaType[] = ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'];
  readonly maxBytes = 25 * 1024 * 1024;

  constructor(
    @Inject(FilePurposeRegistry) private readonly purposes: FilePurposeRegistry,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayUpload(actor: Actor): Promise<boolean> {
    const { all, processIds, editionIds } = await this.policy.scopeFilter(actor, 'edition.edit');
    return all || processIds.length + editionIds.length > 0;
  }

  mayRead(): Promise<boolean> {
    return Promise.resolve(false);
  }
}
