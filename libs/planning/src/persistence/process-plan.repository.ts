import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { PhaseFacts, ProcessDocumentFacts, StoredStep } from '../domain/planning-process.entity.js';
import { DatedStepRepository } from './dated-step.repository.js';

/** Everything of a process that its plan brings. */
export interface StoredPlan {
  readonly tracks: readonly { readonly id: string; readonly name: string }[];
  readonly phases: readonly PhaseFacts[];
  readonly documents: readonly ProcessDocumentFacts[];
  readonly steps: readonly StoredStep[];
}

/** Writes what a process plans: tracks, phases, documents, steps. */
@Injectable()
export class ProcessPlanRepository {
  constructor(@Inject(DatedStepRepository) private readonly steps: DatedStepRepository) {}

  async insert(tx: Transaction, municipalityId: string, processId: string, { tracks, phases, documents, steps }: StoredPlan): Promise<void> {
    const owner = { municipalityId, processId };
    await tx.processTrack.createMany({ data: tracks.map((track, index) => ({ ...owner, ...track, position: index + 1 })) });
    await tx.phase.createMany({
      data: phases.map(({ sectionIds, rules, examples, ...phase }) => ({ ...owner, ...phase, sectionIds: [...sectionIds], rules: [...rules], examples: [...examples] })),
    });
    await tx.processDocument.createMany({
      data: documents.map(({ fields, examples, ...document }, index) => ({ ...owner, ...document, fields: [...fields], examples: [...examples], position: index + 1 })),
    });
    await this.steps.insertMany(tx, municipalityId, processId, steps);
  }
}
