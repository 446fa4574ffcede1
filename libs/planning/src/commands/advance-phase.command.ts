import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import { advancePhaseJob, phaseClosed, phaseOpened } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { PhaseRepository } from '../persistence/phase.repository.js';
import type { DuePhase } from '../persistence/phase.repository.js';

/** A job that comes a moment early finds nothing to do and the sweep has to; so it comes a moment late. */
const MARGIN_MS = 100;

/** Makes of a phase what its times say by the database's clock, and tells of it. */
@Injectable()
export class AdvancePhaseCommand {
  constructor(
    @Inject(PhaseRepository) private readonly phases: PhaseRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
  ) {}

  /** Opens or closes a phase that is due; otherwise nothing happens. However often it runs, each change is told once. */
  async run(phaseId: string): Promise<void> {
    await this.unitOfWork.run({ actor: SYSTEM_ACTOR }, async (unit) => {
      const phase = await this.phases.lockDue(unit.tx, phaseId);
      if (phase !== null && phase.state !== phase.due) await this.make(unit, phase);
    });
  }

  /** The same inside a transaction that has just planned the phase; one that stays open is told of again, because its rules or its end may have changed. */
  async settle(unit: Unit<Transaction>, phaseId: string): Promise<void> {
    const phase = await this.phases.lockDue(unit.tx, phaseId);
    if (phase !== null && (phase.state !== phase.due || phase.due === 'open')) await this.make(unit, phase);
  }

  /** Enqueues what opens and closes a phase at its times. Jobs for earlier times stay, and find nothing to do. */
  schedule({ jobs }: Pick<Unit<Transaction>, 'jobs'>, { id, opensAt, closesAt }: { readonly id: string; readonly opensAt: Date; readonly closesAt: Date | null }): void {
    for (const at of [opensAt, closesAt]) {
      const delayMs = at === null ? -1 : at.getTime() - Date.now();
      if (at !== null && delayMs > 0) jobs.enqueueAfterCommit(advancePhaseJob, { phaseId: id, at: at.toISOString() }, { delayMs: delayMs + MARGIN_MS });
    }
  }

  /** Tells that a phase is over because it is removed. */
  tellClosed({ events }: Pick<Unit<Transaction>, 'events'>, { id: phaseId, municipalityId, processId }: Pick<DuePhase, 'id' | 'municipalityId' | 'processId'>): void {
    events.record(phaseClosed, { municipalityId, aggregateType: 'Phase', aggregateId: phaseId, editionId: null, payload: { phaseId, processId } });
  }

  private async make(unit: Unit<Transaction>, phase: DuePhase): Promise<void> {
    const { id: phaseId, municipalityId, processId, sectionIds, rules, closesAt, state, due } = phase;
    await this.phases.saveState(unit.tx, phaseId, due);
    if (due === 'open') unit.events.record(phaseOpened, { municipalityId, aggregateType: 'Phase', aggregateId: phaseId, editionId: null, payload: { phaseId, processId, sectionIds, rules, closesAt: closesAt?.toISOString() ?? null } });
    else if (state === 'open') this.tellClosed(unit, phase);
  }
}
