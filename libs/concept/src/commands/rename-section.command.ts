import { Injectable } from '@nestjs/common';
import { newEvent, sectionRenamed } from '@konzeptwerkstatt/contracts';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { conceptError, throwProblems } from '../domain/concept.errors.js';
import { takenTitleProblems, tidyTitle, titleProblems } from '../domain/title.policy.js';
import { FieldHistoryRepository } from '../persistence/field-history.repository.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { ChangeSectionCommand } from './change-section.command.js';

/** Gives a section a new title. */
@Injectable()
export class RenameSectionCommand {
  constructor(
    private readonly changes: ChangeSectionCommand,
    private readonly sections: SectionRepository,
    private readonly history: FieldHistoryRepository,
  ) {}

  /** @returns the section's id @throws as ChangeSectionCommand.run; ValidationError STALE_VALUE and those of the title */
  run(context: CommandContext, sectionId: string, title: string, expected: string): Promise<string> {
    return this.changes.run(context, sectionId, async ({ tx, events }, place) => {
      throwProblems(titleProblems(title));
      if (tidyTitle(expected) !== place.title) {
        const changedBy = await this.history.lastEventBy(tx, place.municipalityId, sectionId, sectionRenamed.name);
        throw conceptError('STALE_VALUE', ['title'], { currentValue: place.title, changedByOrganisationId: changedBy });
      }
      const tidy = tidyTitle(title);
      if (tidy === place.title) return;
      throwProblems(takenTitleProblems(tidy, await this.sections.otherTitles(tx, place)));
      await this.sections.rename(tx, place, tidy);
      const { municipalityId, editionId } = place;
      events.add(newEvent(sectionRenamed, { municipalityId, editionId, aggregateType: 'section', aggregateId: sectionId, actor: context.actor, payload: { sectionId } }));
    });
  }
}
