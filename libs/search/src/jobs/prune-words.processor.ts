import { Injectable } from '@nestjs/common';
import { pruneWordsJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { SearchEntryRepository } from '../persistence/search-entry.repository.js';

/** Forgets words that no entry has any more. */
@Injectable()
export class PruneWordsProcessor implements JobProcessor<Record<string, never>> {
  readonly job = pruneWordsJob;

  constructor(
    private readonly database: PrismaDatabase,
    private readonly entries: SearchEntryRepository,
  ) {}

  async process(): Promise<void> {
    await this.database.runInTransaction((tx) => this.entries.removeUnusedWords(tx));
  }
}
