import { Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { ConceptObjectRepository } from '../persistence/concept-object.repository.js';
import { EditBlockCommand, objectIn } from './edit-block.command.js';
import type { ObjectRef } from './edit-field.command.js';

/** What was removed, and where it stood. */
export interface RemovedObject {
  readonly id: string;
  readonly sectionId: string;
}

/** Takes a goal or measure out of the text; its row stays, marked as removed. */
@Injectable()
export class RemoveConceptObjectCommand {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly objects: ConceptObjectRepository,
    private readonly blocks: EditBlockCommand,
  ) {}

  /** @throws as EditBlockCommand.run */
  async run(context: CommandContext, { object, id }: ObjectRef): Promise<RemovedObject> {
    const place = await this.objects.getEvenRemoved(this.database.client, object, id);
    const decide = ({ content }: Parameters<Parameters<EditBlockCommand['run']>[2]>[0]) => {
      objectIn(content, object === 'goal' ? 'goals' : 'measures', place.blockId);
      return { kind: 'removeBlock', blockId: place.blockId } as const;
    };
    return this.blocks.run(context, place.sectionId, decide, { id, sectionId: place.sectionId });
  }
}
