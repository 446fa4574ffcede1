import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import { newEvent, publishTextChangesJob, sectionTextChanged } from '@konzeptwerkstatt/contracts';
import type { JobProcessor, Transaction } from '@konzeptwerkstatt/contracts';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { actorOfTextChange, PendingTextChangeRepository } from '../persistence/pending-text-change.repository.js';

/** How long a text must be quiet before its changes are told, and how long they may wait at most, in milliseconds. */
const quietMs = 10_000;
const longestMs = 60_000;

/** Tells of text changes once per section and actor, instead of with every keystroke. */
@Injectable()
export class PublishTextChangesProcessor implements JobProcessor<Record<string, never>> {
  readonly job = publishTextChangesJob;

  constructor(
    private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly texts: PendingTextChangeRepository,
  ) {}

  async process(): Promise<void> {
    await this.unitOfWork.run({ actor: SYSTEM_ACTOR }, async ({ tx, events }) => {
      for (const change of await this.texts.takeQuiet(tx, quietMs, longestMs)) {
        const { municipalityId, editionId, sectionId } = change;
        events.add(newEvent(sectionTextChanged, {
          municipalityId, editionId, aggregateType: 'section', aggregateId: sectionId, actor: actorOfTextChange(change),
          payload: { sectionId, blockIds: [...change.blockIds] },
        }));
      }
    });
  }
}
