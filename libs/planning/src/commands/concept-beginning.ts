import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AddSectionCommand, CreateEditionCommand } from '@konzeptwerkstatt/concept';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import type { ProcessPlan } from '../domain/process-plan.js';

/** For what concepts are begun. */
export interface BegunFor {
  readonly municipalityId: string;
  readonly processId: string;
  readonly plan: ProcessPlan;
  readonly year: number;
  readonly actor: Actor;
}

/** Begins what a plan wants to be written: an edition for each such document, a section for each of its fields. */
@Injectable()
export class ConceptBeginning {
  constructor(
    @Inject(CreateEditionCommand) private readonly createEdition: CreateEditionCommand,
    @Inject(AddSectionCommand) private readonly addSection: AddSectionCommand,
  ) {}

  /** @returns the ids of editions by the key of their document, and of sections by the key of their field */
  async begin(unit: Unit<Transaction>, { municipalityId, processId, plan, year, actor }: BegunFor): Promise<{ editions: Map<string, string>; sections: Map<string, string> }> {
    const [editions, sections] = [new Map<string, string>(), new Map<string, string>()];
    for (const { key, title, begins, fields } of plan.documents) {
      if (begins === null) continue;
      const edition = await this.createEdition.run(unit, { municipalityId, processId, instrument: { kind: begins, title }, title, year }, actor);
      editions.set(key, edition.editionId);
      for (const field of fields) sections.set(field.key, await this.addSection.add(unit, edition, { editionId: edition.editionId, kind: field.kind, title: field.title }, actor));
    }
    return { editions, sections };
  }
}
