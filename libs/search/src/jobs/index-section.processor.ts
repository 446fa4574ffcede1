import { Injectable } from '@nestjs/common';
import { indexSectionJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { IndexSectionCommand } from '../commands/index-section.command.js';

type Data = { readonly sectionId: string };

/** Makes one section findable. */
@Injectable()
export class IndexSectionProcessor implements JobProcessor<Data> {
  readonly job = indexSectionJob;

  constructor(
    private readonly database: PrismaDatabase,
    private readonly command: IndexSectionCommand,
  ) {}

  async process({ sectionId }: Data): Promise<void> {
    await this.database.runInTransaction((tx) => this.command.run(tx, sectionId));
  }
}
