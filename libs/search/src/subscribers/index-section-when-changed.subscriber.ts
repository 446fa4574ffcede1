import { Inject, Injectable, type Type } from '@nestjs/common';
import {
  goalAdded, goalChanged, goalRemoved, indexSectionJob, JOB_QUEUE, measureAdded, measureRemoved, sectionAdded, sectionRemoved, sectionRenamed, sectionTextChanged,
  versionRestored,
} from '@konzeptwerkstatt/contracts';
import type { EventContract, EventEnvelope, JobQueue, Subscriber, Transaction } from '@konzeptwerkstatt/contracts';

interface OfSection {
  readonly sectionId: string;
}

/** A reaction to one event: has the section indexed. What the job reads was committed before the event was delivered. */
function indexSectionWhen<Payload extends OfSection>(name: string, event: EventContract<Payload>): Type<Subscriber<Payload>> {
  @Injectable()
  class IndexSection implements Subscriber<Payload> {
    readonly name = name;
    readonly event = event;

    constructor(@Inject(JOB_QUEUE) private readonly jobs: JobQueue) {}

    async handle(_tx: Transaction, { payload }: EventEnvelope<Payload>): Promise<void> {
      await this.jobs.enqueue(indexSectionJob, { sectionId: payload.sectionId });
    }
  }
  return IndexSection;
}

/** Everything after which a section must be found by other words than before. */
export const indexSectionSubscribers: readonly Type<Subscriber>[] = [
  indexSectionWhen('index-section-when-section-added', sectionAdded),
  indexSectionWhen('index-section-when-section-renamed', sectionRenamed),
  indexSectionWhen('index-section-when-section-removed', sectionRemoved),
  indexSectionWhen('index-section-when-text-changed', sectionTextChanged),
  indexSectionWhen('index-section-when-version-restored', versionRestored),
  indexSectionWhen('index-section-when-goal-added', goalAdded),
  indexSectionWhen('index-section-when-goal-changed', goalChanged),
  indexSectionWhen('index-section-when-goal-removed', goalRemoved),
  indexSectionWhen('index-section-when-measure-added', measureAdded),
  indexSectionWhen('index-section-when-measure-removed', measureRemoved),
];
