import { Inject, Injectable } from '@nestjs/common';
import { newId, ValidationError } from '@konzeptwerkstatt/kernel';
import { AddSectionCommand, ConceptReader, CreateEditionCommand, titleKey, type NewEditionInput } from '@konzeptwerkstatt/concept';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { planningProblem, throwProblems } from '../domain/planning.errors.js';
import { AssignProcessRoleCommand } from './assign-process-role.command.js';
import { BeginProcessCommand } from './begin-process.command.js';

/** A concept to be begun, with a section for each field of action. */
export interface BeginConcept {
  readonly instrumentKind: NewEditionInput['instrument']['kind'];
  readonly title: string;
  readonly year: number;
  readonly fieldsOfAction: readonly string[];
  /** Whether it is to be the municipality's first one: when somebody else has just begun one, nothing happens. */
  readonly isFirst: boolean;
  /** Whether it may start without sections: they come from a file. */
  readonly startsEmpty: boolean;
}

const MAX_FIELDS = 40;

/** Begins a process with an instrument, its first edition and its sections, so that people can write at once. */
@Injectable()
export class BeginConceptCommand {
  constructor(
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(BeginProcessCommand) private readonly beginProcess: BeginProcessCommand,
    @Inject(AssignProcessRoleCommand) private readonly assignRole: AssignProcessRoleCommand,
    @Inject(CreateEditionCommand) private readonly createEdition: CreateEditionCommand,
    @Inject(AddSectionCommand) private readonly addSection: AddSectionCommand,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
  ) {}

  /**
   * @returns the edition's id
   * @throws ApplicationError FORBIDDEN; ValidationError TITLE_REQUIRED, TITLE_TOO_LONG, YEAR_INVALID, FIELD_REQUIRED, FIELD_TWICE, TOO_MANY_FIELDS, CONCEPT_BEGUN
   */
  async run(context: CommandContext, input: BeginConcept): Promise<string> {
    const { actor } = context;
    const municipalityId = actor.municipalityId ?? '';
    await this.policy.require(actor, 'municipality.administer', { municipalityId });
    const fields = input.fieldsOfAction.map((title) => title.trim()).filter((title) => title !== '');
    throwProblems([
      ...(fields.length === 0 && !input.startsEmpty ? [planningProblem('FIELD_REQUIRED', ['fieldsOfAction'])] : []),
      ...(new Set(fields.map(titleKey)).size < fields.length ? [planningProblem('FIELD_TWICE', ['fieldsOfAction'])] : []),
      ...(fields.length > MAX_FIELDS ? [planningProblem('TOO_MANY_FIELDS', ['fieldsOfAction'])] : []),
    ]);
    return this.unitOfWork.run(context, async (unit) => {
      // Two administrators who finish at the same moment wait here for each other.
      await unit.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`planning.begin-concept/${municipalityId}`}, 0))`;
      if (input.isFirst && (await this.concepts.hasEdition(unit.tx, municipalityId))) throw new ValidationError([planningProblem('CONCEPT_BEGUN', [])]);
      const processId = await this.beginProcess.run(unit, { municipalityId, title: input.title, summary: '', isExample: false, sourceNote: null, bodies: [], steps: [] });
      // The office that begins it steers it; whoever else takes part is invited.
      await this.assignRole.assign(unit, { id: newId(), municipalityId, processId, subjectKind: 'organisation', subjectId: actor.organisationId ?? '', role: 'steering', sectionIds: [] });
      const edition = await this.createEdition.run(unit, { municipalityId, processId, instrument: { kind: input.instrumentKind, title: input.title }, title: input.title, year: input.year }, actor);
      for (const title of fields) await this.addSection.add(unit, edition, { editionId: edition.editionId, kind: 'field_of_action', title }, actor);
      return edition.editionId;
    });
  }
}
