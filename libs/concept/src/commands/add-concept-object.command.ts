import { Injectable } from '@nestjs/common';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { throwProblems } from '../domain/concept.errors.js';
import { descriptionProblems, tidyTitle, titleProblems } from '../domain/title.policy.js';
import { rowId } from '../domain/wanted-rows.policy.js';
import { SectionRepository } from '../persistence/section.repository.js';
import type { Origin } from '../domain/origin.js';
import { EditBlockCommand } from './edit-block.command.js';
import { OriginNote } from './take-over.command.js';

/** A goal or measure to be written into a section. */
export interface NewConceptObject {
  readonly object: 'goal' | 'measure';
  readonly sectionId: string;
  readonly title: string;
  readonly description: string | null;
  /** Block behind which it is put; null: at the end. */
  readonly afterBlockId: string | null;
  /** Where it was taken over from; null when it is new. */
  readonly origin?: Origin | null;
}

/** Writes a goal or measure into the text. */
@Injectable()
export class AddConceptObjectCommand {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly sections: SectionRepository,
    private readonly blocks: EditBlockCommand,
    private readonly notes: OriginNote,
  ) {}

  /**
   * @returns the new row's id
   * @throws as EditBlockCommand.run; ValidationError TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, TEXT_TOO_LONG, BLOCK_GONE
   */
  async run(context: CommandContext, input: NewConceptObject): Promise<string> {
    const { documentId } = await this.sections.get(this.database.client, input.sectionId);
    const blockId = newRandomId();
    const description = input.description?.trim() ?? '';
    return this.blocks.run(context, input.sectionId, async (scene) => {
      throwProblems([...titleProblems(input.title), ...descriptionProblems(description)]);
      const kind = input.object === 'goal' ? 'insertGoal' : 'insertMeasure';
      if (input.origin) await this.notes.note(scene, context.actor, input.origin, { kind: input.object, blockId, objectId: rowId(documentId, blockId) });
      return { kind, blockId, title: tidyTitle(input.title), description, afterBlockId: input.afterBlockId };
    }, rowId(documentId, blockId));
  }
}
