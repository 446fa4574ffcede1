import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { NextEditionRepository } from '../persistence/next-edition.repository.js';

/** A section and the one of the edition before that it goes on from. */
export interface ContinuedSection {
  readonly municipalityId: string;
  readonly sourceId: string;
  readonly sectionId: string;
}

/**
 * Says of a section that was not copied that it goes on from one of the edition before: goals and measures of the same blocks are the same ones from now on.
 * Inside a transaction that is open already and without asking for rights: for loading content.
 */
@Injectable()
export class ContinueSectionCommand {
  constructor(private readonly next: NextEditionRepository) {}

  async run(tx: Transaction, { municipalityId, sourceId, sectionId }: ContinuedSection): Promise<void> {
    await this.next.continueSection(tx, municipalityId, sourceId, sectionId);
    await this.next.keepLineage(tx, municipalityId, sourceId, sectionId);
  }
}
