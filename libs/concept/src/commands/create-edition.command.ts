import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { editionCreated, newEvent } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { conceptProblem, throwProblems } from '../domain/concept.errors.js';
import { tidyTitle, titleProblems } from '../domain/title.policy.js';
import { EditionRepository } from '../persistence/edition.repository.js';

/** A new edition, of an instrument that is new too or known in its process. */
export interface NewEditionInput {
  readonly municipalityId: string;
  readonly instrument: {
    readonly kind: 'guidelines' | 'concept' | 'implementation_report' | 'indicator_report' | 'action_concept' | 'position_paper' | 'measure_catalogue' | 'participation_report' | 'council_paper';
    readonly title: string;
    /** Whether the process has one instrument of that kind: then this becomes its next edition. */
    readonly isTheOneOfItsProcess?: boolean;
  };
  readonly title: string;
  readonly year: number;
  readonly processId?: string | null;
  readonly visibility?: 'participants' | 'published';
  readonly isExample?: boolean;
  readonly sourceNote?: string | null;
  /** In which it is written; German by default. */
  readonly language?: DocumentLanguage;
  /** The adopted edition of the same municipality that it follows without being its copy; its instrument is the same. */
  readonly follows?: Pick<CreatedEdition, 'instrumentId' | 'editionId'> | null;
}

/** What was created. */
export interface CreatedEdition {
  readonly instrumentId: string;
  readonly editionId: string;
  readonly municipalityId: string;
}

/** Begins an edition, with its instrument where that is new, inside a transaction that is open already and without asking for rights: for loading content. */
@Injectable()
export class CreateEditionCommand {
  constructor(private readonly editions: EditionRepository) {}

  /** Whether there can be such an edition: for who has it created later. @throws ValidationError TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, YEAR_INVALID */
  check({ instrument, title, year }: { readonly instrument: { readonly title: string } } & Pick<NewEditionInput, 'title' | 'year'>): void {
    const isYear = Number.isInteger(year) && year >= 1900 && year <= 2199;
    throwProblems([
      // Of one name for both people hear once.
      ...(instrument.title === title ? [] : titleProblems(instrument.title, ['instrument', 'title'])),
      ...titleProblems(title),
      ...(isYear ? [] : [conceptProblem('YEAR_INVALID', ['year'])]),
    ]);
  }

  /** @throws ValidationError as `check` */
  async run(unit: Unit<Transaction>, input: NewEditionInput, actor: Actor): Promise<CreatedEdition> {
    this.check(input);
    const { municipalityId } = input;
    const { follows = null } = input;
    const editionId = newId();
    const instrumentId = follows?.instrumentId ?? (await this.instrumentOf(unit.tx, input));
    await this.editions.insert(unit.tx, {
      id: editionId, municipalityId, instrumentId, processId: input.processId ?? null, title: tidyTitle(input.title), year: input.year,
      visibility: input.visibility ?? 'participants', isExample: input.isExample ?? false, sourceNote: input.sourceNote ?? null, language: input.language ?? 'de', basedOnId: follows?.editionId ?? null,
    });
    unit.events.add(newEvent(editionCreated, { municipalityId, editionId, aggregateType: 'edition', aggregateId: editionId, actor, payload: { editionId, instrumentId } }));
    return { instrumentId, editionId, municipalityId };
  }

  private async instrumentOf(tx: Transaction, { municipalityId, processId = null, instrument: { kind, title, isTheOneOfItsProcess = false } }: NewEditionInput): Promise<string> {
    const known = isTheOneOfItsProcess && processId !== null ? await this.editions.findInstrument(tx, municipalityId, processId, kind) : null;
    if (known !== null) return known;
    const id = newId();
    await this.editions.insertInstrument(tx, { id, municipalityId, kind, title: tidyTitle(title) });
    return id;
  }
}
