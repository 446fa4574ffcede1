import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, newId, ValidationError } from '@konzeptwerkstatt/kernel';
import { phasePlanned, phaseRemoved } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { phaseOf } from '../domain/phase-draft.policy.js';
import type { CheckedPhase, PhaseDraft } from '../domain/phase-draft.policy.js';
import { phaseTimeProblems } from '../domain/phase.policy.js';
import { planningProblem, throwProblems } from '../domain/planning.errors.js';
import { PhaseRepository } from '../persistence/phase.repository.js';
import { AdvancePhaseCommand } from './advance-phase.command.js';
import { GatheringNews } from './gathering.news.js';
import { ProcessGate } from './process.gate.js';

/** A phase as it is typed, with the name of its track; null for all tracks. */
export interface PlanPhase extends PhaseDraft {
  readonly trackName: string | null;
}

interface Place {
  readonly municipalityId: string;
  readonly processId: string;
}

const gone = (): ApplicationError => new ApplicationError('NOT_FOUND', 'Diese Phase gibt es nicht, oder sie ist für Sie nicht sichtbar.');

/** Plans the phases of a process: adds, changes, removes. Whatever a change makes due happens with it. */
@Injectable()
export class PlanPhaseCommand {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ProcessGate) private readonly gate: ProcessGate,
    @Inject(PhaseRepository) private readonly phases: PhaseRepository,
    @Inject(AdvancePhaseCommand) private readonly advance: AdvancePhaseCommand,
    @Inject(GatheringNews) private readonly gatherings: GatheringNews,
  ) {}

  /** @returns the phase's id. @throws ValidationError; ApplicationError NOT_FOUND, FORBIDDEN */
  async add(context: CommandContext, { processId, ...draft }: PlanPhase & { readonly processId: string }): Promise<string> {
    const municipalityId = await this.gate.requireManage(context.actor, processId);
    const phase = phaseOf(draft);
    return this.unitOfWork.run(context, async (unit) => {
      const place = { municipalityId, processId };
      const id = newId();
      const trackId = await this.fitting(unit, place, { id, phase, trackName: draft.trackName });
      await this.phases.insert(unit.tx, place, { ...phase, id, trackId, bodyId: null, sectionIds: [], examples: [] });
      await this.planned(unit, place, { id, ...phase });
      return id;
    });
  }

  /** @param expectedRevision what the writer saw @returns the phase's id. @throws ValidationError, STALE_VALUE when somebody else has changed it since; ApplicationError NOT_FOUND, FORBIDDEN */
  async change(context: CommandContext, { phaseId, expectedRevision, ...draft }: PlanPhase & { readonly phaseId: string; readonly expectedRevision: number }): Promise<string> {
    const place = await this.placeOf(context, phaseId);
    const phase = phaseOf(draft);
    return this.unitOfWork.run(context, async (unit) => {
      await this.gate.lock(unit.tx, place.municipalityId, place.processId);
      const revision = await this.phases.lockRevision(unit.tx, place.municipalityId, phaseId);
      if (revision === null) throw gone();
      if (revision !== expectedRevision) throw new ValidationError([planningProblem('STALE_VALUE', [])]);
      const trackId = await this.fitting(unit, place, { id: phaseId, phase, trackName: draft.trackName });
      await this.phases.save(unit.tx, place.municipalityId, phaseId, { ...phase, trackId });
      await this.planned(unit, place, { id: phaseId, ...phase });
      await this.gatherings.tellOfPhase(unit, place.municipalityId, phaseId);
      return phaseId;
    });
  }

  /** @returns the id of the process. @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async remove(context: CommandContext, { phaseId }: { readonly phaseId: string }): Promise<string> {
    const place = await this.placeOf(context, phaseId);
    const { municipalityId, processId } = place;
    return this.unitOfWork.run(context, async (unit) => {
      await this.gate.lock(unit.tx, municipalityId, processId);
      const state = await this.phases.remove(unit.tx, municipalityId, phaseId);
      if (state === null) throw gone();
      await this.gatherings.leavePhase(unit, municipalityId, phaseId);
      if (state === 'open') this.advance.tellClosed(unit, { id: phaseId, ...place });
      unit.events.record(phaseRemoved, { municipalityId, aggregateType: 'Phase', aggregateId: phaseId, editionId: null, payload: { phaseId, processId } });
      return processId;
    });
  }

  /** Locks the process, and asks whether the phase fits beside its others. @returns the id of its track */
  private async fitting({ tx }: Unit<Transaction>, { municipalityId, processId }: Place, { id, phase, trackName }: { id: string; phase: CheckedPhase; trackName: string | null }): Promise<string | null> {
    await this.gate.lock(tx, municipalityId, processId);
    const trackId = trackName === null ? null : await this.phases.findTrack(tx, municipalityId, processId, trackName);
    if (trackName !== null && trackId === null) throw new ValidationError([planningProblem('TRACK_UNKNOWN', ['trackName'])]);
    throwProblems(phaseTimeProblems({ ...phase, id, trackId }, await this.phases.findTimes(tx, municipalityId, processId)));
    return trackId;
  }

  private async planned(unit: Unit<Transaction>, { municipalityId, processId }: Place, phase: { readonly id: string; readonly opensAt: Date; readonly closesAt: Date | null }): Promise<void> {
    unit.events.record(phasePlanned, { municipalityId, aggregateType: 'Phase', aggregateId: phase.id, editionId: null, payload: { phaseId: phase.id, processId } });
    await this.advance.settle(unit, phase.id);
    this.advance.schedule(unit, phase);
  }

  private async placeOf({ actor }: CommandContext, phaseId: string): Promise<Place> {
    const { municipalityId } = actor;
    const place = municipalityId === null ? null : await this.phases.findPlace(this.database.client, municipalityId, phaseId);
    if (municipalityId === null || place === null) throw gone();
    await this.gate.requireManage(actor, place.processId);
    return { municipalityId, processId: place.processId };
  }
}
