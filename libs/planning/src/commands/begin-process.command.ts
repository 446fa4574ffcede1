import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { datedStepAdded, processCreated } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import type { BodyFacts, ProcessFacts, StoredStep } from '../domain/planning-process.entity.js';
import { DatedStepRepository } from '../persistence/dated-step.repository.js';
import { ProcessRepository } from '../persistence/process.repository.js';

/** A process to begin, with the bodies and steps that are known from before. */
export interface BeginProcess extends Omit<ProcessFacts, 'id' | 'bodies'> {
  readonly bodies: readonly Omit<BodyFacts, 'id'>[];
  readonly steps: readonly Omit<StoredStep, 'id'>[];
}

/** Begins a planning process inside the caller's unit of work. Rights are the caller's affair: only loading uses it so far. */
@Injectable()
export class BeginProcessCommand {
  constructor(
    @Inject(ProcessRepository) private readonly processes: ProcessRepository,
    @Inject(DatedStepRepository) private readonly steps: DatedStepRepository,
  ) {}

  /** @returns the process's id */
  async run({ tx, events }: Unit<Transaction>, { steps, bodies, ...facts }: BeginProcess): Promise<string> {
    const process = { ...facts, id: newId(), bodies: bodies.map((body) => ({ ...body, id: newId() })) };
    const { id, municipalityId } = process;
    const stored = steps.map((step) => ({ ...step, id: newId() }));
    await this.processes.insert(tx, process);
    await this.steps.insertMany(tx, municipalityId, id, stored);
    const aggregate = { municipalityId, aggregateType: 'PlanningProcess', aggregateId: id, editionId: null };
    events.record(processCreated, { ...aggregate, payload: { processId: id } });
    for (const step of stored) events.record(datedStepAdded, { ...aggregate, payload: { stepId: step.id, processId: id } });
    return id;
  }
}
