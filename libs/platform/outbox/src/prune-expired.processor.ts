import { Inject, Injectable } from '@nestjs/common';
import { pruneExpiredJob, type JobProcessor } from '@konzeptwerkstatt/contracts';
import { TRANSACTION_RUNNER, type TransactionRunner } from './transaction-runner.js';

/** Deletes answers of mutations after seven days, and inbox rows of events that are done after thirty. */
@Injectable()
export class PruneExpiredProcessor implements JobProcessor<Record<string, never>> {
  readonly job = pruneExpiredJob;

  constructor(@Inject(TRANSACTION_RUNNER) private readonly transactions: TransactionRunner) {}

  async process(): Promise<void> {
    await this.transactions.runInTransaction(async (tx) => {
      await tx.$executeRaw`DELETE FROM engine.idempotent_mutation WHERE created_at < now() - interval '7 days'`;
      // An event that some other subscriber still has open may be delivered again, so its rows stay.
      await tx.$executeRaw`
        DELETE FROM engine.inbox WHERE done_at < now() - interval '30 days' AND NOT EXISTS (
          SELECT FROM engine.outbox_event event WHERE event.id = inbox.event_id AND event.open_subscribers <> '{}')`;
    });
  }
}
