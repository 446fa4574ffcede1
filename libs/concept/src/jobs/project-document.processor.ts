import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import { projectDocumentJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor, Transaction } from '@konzeptwerkstatt/contracts';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { ProjectSectionCommand } from '../commands/project-section.command.js';
import { SectionRepository } from '../persistence/section.repository.js';

type Data = { readonly documentId: string };

/** Brings the rows of one section up to date with its text. A document without a living section has none. */
@Injectable()
export class ProjectDocumentProcessor implements JobProcessor<Data> {
  readonly job = projectDocumentJob;

  constructor(
    private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly sections: SectionRepository,
    private readonly projection: ProjectSectionCommand,
  ) {}

  async process({ documentId }: Data): Promise<void> {
    await this.unitOfWork.run({ actor: SYSTEM_ACTOR }, async (unit) => {
      const place = await this.sections.findByDocument(unit.tx, documentId);
      if (place === null) return this.projection.discard(unit, documentId);
      await this.projection.run(unit, place);
    });
  }
}
