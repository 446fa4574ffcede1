import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { datedStepAdded } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { datedStepOf } from '../domain/dated-step.entity.js';
import type { DatedStepDraft } from '../domain/dated-step.entity.js';
import { DatedStepRepository } from '../persistence/dated-step.repository.js';
import { ProcessGate } from './process.gate.js';

export interface AddDatedStep extends DatedStepDraft {
  readonly processId: string;
}

/** Adds a step to a process, with a date as exact as it is known. */
@Injectable()
export class AddDatedStepCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ProcessGate) private readonly gate: ProcessGate,
    @Inject(DatedStepRepository) private readonly steps: DatedStepRepository,
  ) {}

  /**
   * @returns the step's id
   * @throws ValidationError; ApplicationError NOT_FOUND, FORBIDDEN
   */
  async run(context: CommandContext, { processId, ...draft }: AddDatedStep): Promise<string> {
    const municipalityId = await this.gate.requireManage(context.actor, processId);
    const step = datedStepOf(draft);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.gate.lock(tx, municipalityId, processId);
      const id = newId();
      await this.steps.insertMany(tx, municipalityId, processId, [{ ...step, id, actors: [], basis: 'own', sourceUrl: null }]);
      events.record(datedStepAdded, { municipalityId, aggregateType: 'PlanningProcess', aggregateId: processId, editionId: null, payload: { stepId: id, processId } });
      return id;
    });
  }
}
