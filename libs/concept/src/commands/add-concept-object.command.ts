import { Injectable } from '@nestjs/common';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { throwProblems } from '../domain/concept.errors.js';
import { descriptionProblems, tidyTitle, titleProblems } from '../domain/title.policy.js';
import { rowId } from '../domain/wanted-rows.policy.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { EditBlockCommand } from './edit-block.command.js';

/** A goal or measure to be written into a section. */
export interface NewConceptObject {
  readonly object: 'goal' | 'measure';
  readonly sectionId: string;
  readonly title: string;
  readonly description: string | null;
  /** Block behind which it is put; null: at the end. */
  readonly afterBlockId: string | null;
}

/** Writes a goal or measure into the text. */
@Injectable()
export class AddConceptObjectCommand {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly sections: SectionRepository,
    private readonly blocks: EditBlockCommand,
  ) {}

  /**
   * @returns the new row's id
   * @throws as EditBlockCommand.run; ValidationError TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, TEXT_TOO_LONG, BLOCK_GONE
   */
  async run(context: CommandContext, input: NewConceptObject): Promise<string> {
    const { documentId } = await this.sections.get(this.database.client, input.sectionId);
    const blockId = newRandomId();
    const description = input.description?.trim() ?? '';
    return this.blocks.run(context, input.sectionId, () => {
      throwProblems([...titleProblems(input.title), ...descriptionProblems(description)]);
      const kind = input.object === 'goal' ? 'insertGoal' : 'insertMeasure';
      return { kind, blockId, title: tidyTitle(input.title), description, afterBlockId: input.afterBlockId };
    }, rowId(documentId, blockId));
  }
}
