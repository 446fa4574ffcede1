import { Inject, Injectable } from '@nestjs/common';
import { newId, ValidationError } from '@konzeptwerkstatt/kernel';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { gatheringRemoved } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { gatheringOf } from '../domain/gathering-draft.policy.js';
import type { CheckedGathering, GatheringDraft } from '../domain/gathering-draft.policy.js';
import { planningProblem } from '../domain/planning.errors.js';
import { GatheringRepository } from '../persistence/gathering.repository.js';
import type { ExampleMark } from '../persistence/gathering.repository.js';
import { PhaseRepository } from '../persistence/phase.repository.js';
import { GatheringGate } from './gathering.gate.js';
import { GatheringNews } from './gathering.news.js';
import { ProcessGate } from './process.gate.js';

interface Place {
  readonly municipalityId: string;
  readonly processId: string;
}

/** Plans the gatherings of a process: adds, changes, removes, ends. Guests learn of it by its event. */
@Injectable()
export class PlanGatheringCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ProcessGate) private readonly processes: ProcessGate,
    @Inject(GatheringGate) private readonly gate: GatheringGate,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(GatheringRepository) private readonly gatherings: GatheringRepository,
    @Inject(PhaseRepository) private readonly phases: PhaseRepository,
    @Inject(GatheringNews) private readonly news: GatheringNews,
  ) {}

  /** @returns the gathering's id. @throws ValidationError; ApplicationError NOT_FOUND, FORBIDDEN */
  async add(context: CommandContext, { processId, ...draft }: GatheringDraft & { readonly processId: string }, mark: ExampleMark = { isExample: false, sourceNote: null }): Promise<string> {
    const municipalityId = await this.processes.requireManage(context.actor, processId);
    const gathering = await this.checked({ municipalityId, processId }, draft);
    return this.unitOfWork.run(context, async (unit) => {
      await this.requirePhase(unit.tx, { municipalityId, processId }, gathering);
      const id = newId();
      await this.gatherings.insert(unit.tx, { id, municipalityId, processId }, gathering, mark);
      await this.news.tell(unit, municipalityId, id);
      return id;
    });
  }

  /** @param expectedRevision what the writer saw @returns the gathering's id. @throws ValidationError, STALE_VALUE when somebody else has changed it since; ApplicationError NOT_FOUND, FORBIDDEN */
  async change(context: CommandContext, { gatheringId, expectedRevision, ...draft }: GatheringDraft & { readonly gatheringId: string; readonly expectedRevision: number }): Promise<string> {
    const { municipalityId, processId } = await this.gate.require(context.actor, 'process.manage', gatheringId);
    const gathering = await this.checked({ municipalityId, processId }, draft);
    return this.unitOfWork.run(context, async (unit) => {
      await this.requirePhase(unit.tx, { municipalityId, processId }, gathering);
      await this.gate.lock(unit.tx, { municipalityId, id: gatheringId }, expectedRevision);
      await this.gatherings.save(unit.tx, { id: gatheringId, municipalityId, processId }, gathering);
      await this.news.tell(unit, municipalityId, gatheringId);
      return gatheringId;
    });
  }

  /** Ends it now: guests can write no more from this moment on. @returns its id. @throws ValidationError GATHERING_OVER; ApplicationError NOT_FOUND, FORBIDDEN */
  async end(context: CommandContext, gatheringId: string): Promise<string> {
    const { municipalityId } = await this.gate.require(context.actor, 'gathering.moderate', gatheringId);
    return this.unitOfWork.run(context, async (unit) => {
      await this.gate.lock(unit.tx, { municipalityId, id: gatheringId });
      if (await this.gatherings.isOver(unit.tx, municipalityId, gatheringId)) throw new ValidationError([planningProblem('GATHERING_OVER', ['gatheringId'])]);
      await this.gatherings.end(unit.tx, municipalityId, gatheringId);
      await this.news.tell(unit, municipalityId, gatheringId);
      return gatheringId;
    });
  }

  /** @returns the id of the process. @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async remove(context: CommandContext, gatheringId: string): Promise<string> {
    const { municipalityId, processId } = await this.gate.require(context.actor, 'process.manage', gatheringId);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.gate.lock(tx, { municipalityId, id: gatheringId });
      await this.news.endModerators({ tx, events }, { municipalityId, processId, gatheringId });
      await this.gatherings.remove(tx, municipalityId, gatheringId);
      events.record(gatheringRemoved, { municipalityId, aggregateType: 'Gathering', aggregateId: gatheringId, editionId: null, payload: { gatheringId, processId } });
      return processId;
    });
  }

  private async checked({ municipalityId, processId }: Place, draft: GatheringDraft): Promise<CheckedGathering> {
    const gathering = gatheringOf(draft);
    const wanted = new Set(gathering.tables.map(({ sectionId }) => sectionId));
    const known = await this.concepts.sectionsOfProcess(municipalityId, processId, [...wanted]);
    if (known.length < wanted.size) throw new ValidationError([planningProblem('UNKNOWN_SECTION', ['tables'])]);
    return gathering;
  }

  /**
   * Nobody moves or removes the phase until the gathering is stored, and told with its times. Locked before a gathering is: who changes a phase holds it while she looks for its gatherings.
   *
   * @throws ValidationError PHASE_UNKNOWN when the phase is none of the process's (any more)
   */
  private async requirePhase(tx: Transaction, { municipalityId, processId }: Place, { phaseId }: CheckedGathering): Promise<void> {
    if (phaseId !== null && (await this.phases.lockPlace(tx, municipalityId, phaseId))?.processId !== processId) throw new ValidationError([planningProblem('PHASE_UNKNOWN', ['phaseId'])]);
  }
}
