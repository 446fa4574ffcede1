import { Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { newEvent, sectionMoved } from '@konzeptwerkstatt/contracts';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { movedBehind } from '../domain/section-order.policy.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { ChangeSectionCommand } from './change-section.command.js';

/** Puts a section behind another one of its edition, or at the very beginning. */
@Injectable()
export class MoveSectionCommand {
  constructor(
    private readonly changes: ChangeSectionCommand,
    private readonly sections: SectionRepository,
  ) {}

  /** @param afterSectionId null: to the very beginning @returns the section's id @throws as ChangeSectionCommand.run; ApplicationError NOT_FOUND */
  run(context: CommandContext, sectionId: string, afterSectionId: string | null): Promise<string> {
    return this.changes.run(context, sectionId, async ({ tx, events }, { municipalityId, editionId }) => {
      const order = await this.sections.findOrder(tx, municipalityId, editionId);
      const wanted = movedBehind(order, sectionId, afterSectionId);
      if (wanted === null) throw notFound();
      const [from, to] = [order.indexOf(sectionId) + 1, wanted.indexOf(sectionId) + 1];
      if (from === to) return;
      await this.sections.saveOrder(tx, municipalityId, wanted);
      events.add(newEvent(sectionMoved, { municipalityId, editionId, aggregateType: 'section', aggregateId: sectionId, actor: context.actor, payload: { sectionId, from, to } }));
    });
  }
}
