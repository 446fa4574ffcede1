import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { applyRetentionJob, type JobProcessor } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { RetentionRepository } from '../persistence/retention.repository.js';

/** Rounds without anything to delete are kept as well, a year long: they show that somebody looked. */
@Injectable()
export class ApplyRetentionProcessor implements JobProcessor<Record<string, never>> {
  readonly job = applyRetentionJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(RetentionRepository) private readonly retention: RetentionRepository,
  ) {}

  async process(): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const deleted = await this.retention.deleteDue(tx);
      await this.retention.noteRound(tx, newId(), deleted);
    }, { timeout: 60_000 });
  }
}
