import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { editionCreated, newEvent } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { conceptProblem, throwProblems } from '../domain/concept.errors.js';
import { tidyTitle, titleProblems } from '../domain/title.policy.js';
import { EditionRepository } from '../persistence/edition.repository.js';

/** A new instrument with its first edition. */
export interface NewEditionInput {
  readonly municipalityId: string;
  readonly instrument: { readonly kind: 'guidelines' | 'concept' | 'implementation_report' | 'indicator_report' | 'action_concept' | 'position_paper'; readonly title: string };
  readonly title: string;
  readonly year: number;
  readonly processId?: string | null;
  readonly visibility?: 'participants' | 'published';
  readonly isExample?: boolean;
  readonly sourceNote?: string | null;
}

/** What was created. */
export interface CreatedEdition {
  readonly instrumentId: string;
  readonly editionId: string;
  readonly municipalityId: string;
}

/** Begins an instrument with its first edition, inside a transaction that is open already and without asking for rights: for loading content. */
@Injectable()
export class CreateEditionCommand {
  constructor(private readonly editions: EditionRepository) {}

  /** @throws ValidationError TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, YEAR_INVALID */
  async run(unit: Unit<Transaction>, input: NewEditionInput, actor: Actor): Promise<CreatedEdition> {
    const isYear = Number.isInteger(input.year) && input.year >= 1900 && input.year <= 2199;
    throwProblems([
      ...titleProblems(input.instrument.title, ['instrument', 'title']),
      ...titleProblems(input.title),
      ...(isYear ? [] : [conceptProblem('YEAR_INVALID', ['year'])]),
    ]);
    const { municipalityId } = input;
    const [instrumentId, editionId] = [newId(), newId()];
    await this.editions.insertInstrument(unit.tx, { id: instrumentId, municipalityId, kind: input.instrument.kind, title: tidyTitle(input.instrument.title) });
    await this.editions.insert(unit.tx, {
      id: editionId, municipalityId, instrumentId, processId: input.processId ?? null, title: tidyTitle(input.title), year: input.year,
      visibility: input.visibility ?? 'participants', isExample: input.isExample ?? false, sourceNote: input.sourceNote ?? null,
    });
    unit.events.add(newEvent(editionCreated, { municipalityId, editionId, aggregateType: 'edition', aggregateId: editionId, actor, payload: { editionId, instrumentId } }));
    return { instrumentId, editionId, municipalityId };
  }
}
