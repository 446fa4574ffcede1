import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { BlockNotFoundError, DOCUMENT_WRITER, DocumentFrozenError, DocumentFullError, VersionsFullError } from '@konzeptwerkstatt/contracts';
import type { DocumentWriter, Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, EventCollector, Unit } from '@konzeptwerkstatt/platform-outbox';
import { DocumentChangeRefused } from '@konzeptwerkstatt/document-model';
import type { DocumentChange, SectionContent } from '@konzeptwerkstatt/document-model';
import { conceptError } from '../domain/concept.errors.js';
import type { SectionPlace } from '../domain/section-place.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { ProjectSectionCommand } from './project-section.command.js';
import type { AttributedFact } from './project-section.command.js';
import { SectionAccess } from './section-access.js';

/** What a decision sees: the text as it is under the lock, its rows up to date, and what others did that was not in the tables yet. */
export interface EditScene {
  readonly tx: Transaction;
  readonly place: SectionPlace;
  readonly content: SectionContent;
  readonly overtaking: readonly AttributedFact[];
  /** For what a decision has to tell besides what the projection finds out. */
  readonly events: EventCollector;
}

/** Decides under the lock what to change; null leaves the text as it is. @throws ValidationError */
export type EditDecision = (scene: EditScene) => Promise<DocumentChange | null> | DocumentChange | null;

/**
 * The one way in which tables, scripts and mutations change a section's text: lock, bring the rows up to date, decide,
 * append, project, publish; all in one transaction, so that the caller reads her own write and people in the text see it
 * with the commit.
 */
@Injectable()
export class EditBlockCommand {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(DOCUMENT_WRITER) private readonly writer: DocumentWriter,
    private readonly sections: SectionRepository,
    private readonly projection: ProjectSectionCommand,
    private readonly access: SectionAccess,
  ) {}

  /**
   * Edits a section as the context's actor, if she may.
   * @returns `answer` (plain JSON), stored for the repetition of the mutation
   * @throws ApplicationError NOT_FOUND, FORBIDDEN, UNAVAILABLE; ValidationError EDITION_FROZEN, SECTION_FULL, BLOCK_GONE and what the decision throws
   */
  async run<Answer>(context: CommandContext, sectionId: string, decide: EditDecision, answer: Answer): Promise<Answer> {
    // Asked before the transaction: the policy reads on a connection of its own.
    await this.access.requireWrite(context.actor, await this.sections.get(this.database.client, sectionId));
    return this.unitOfWork.run(context, async (unit) => {
      await this.edit(unit, context, sectionId, decide);
      return answer;
    });
  }

  private async edit(unit: Unit<Transaction>, context: CommandContext, sectionId: string, decide: EditDecision): Promise<void> {
    const place = await this.sections.get(unit.tx, sectionId);
    if (place.isFrozen) throw conceptError('EDITION_FROZEN', []);
    const content = await this.writer.lock(unit.tx, place.documentId);
    const overtaking = await this.projection.run(unit, place);
    const change = await decide({ tx: unit.tx, place, content, overtaking, events: unit.events });
    if (change === null) return;
    await this.append(unit.tx, place, change, context);
    await this.projection.run(unit, place);
  }

  private async append(tx: Transaction, place: SectionPlace, change: DocumentChange, context: CommandContext): Promise<void> {
    try {
      await this.writer.append(tx, place.documentId, change, context.actor);
    } catch (error) {
      if (error instanceof DocumentFrozenError) throw conceptError('EDITION_FROZEN', []);
      if (error instanceof DocumentFullError) throw conceptError('SECTION_FULL', []);
      if (error instanceof VersionsFullError) throw conceptError('VERSIONS_FULL', []);
      if (error instanceof BlockNotFoundError) throw conceptError('BLOCK_GONE', placePathOf(change));
      if (error instanceof DocumentChangeRefused && error.problem.code === 'CONTENT_INVALID') throw conceptError('CONTENT_INVALID', ['content']);
      if (error instanceof DocumentChangeRefused && error.problem.code === 'BLOCK_ID_TAKEN') throw conceptError('BLOCK_THERE', []);
      throw error;
    }
  }
}

/** Where in the input it says beside which block something goes. */
function placePathOf(change: DocumentChange): string[] {
  if ('afterBlockId' in change) return ['afterBlockId'];
  return 'place' in change ? ['besideBlockId'] : [];
}

/** The goal or measure that a decision is about. @throws ApplicationError NOT_FOUND when it is no longer in the text */
export function objectIn<Kind extends 'goals' | 'measures'>(content: SectionContent, kind: Kind, blockId: string): SectionContent[Kind][number] {
  const found = content[kind].find((object) => object.blockId === blockId);
  if (found === undefined) throw notFound();
  return found;
}
