import { Inject, Injectable } from '@nestjs/common';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import { gatheringRecorded } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { Gathering, Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { MAX_RECORD, peopleProblems, textProblems } from '../domain/gathering-draft.policy.js';
import { planningProblem, throwProblems } from '../domain/planning.errors.js';
import { GatheringRepository } from '../persistence/gathering.repository.js';
import { GatheringGate } from './gathering.gate.js';

/** An organisation that is registered for a gathering, or was there. */
export interface AttendanceDraft {
  readonly gatheringId: string;
  readonly organisationId: string;
  readonly state: 'registered' | 'attended';
  readonly people: number | null;
}

/** What was said in a gathering, and what came of it. */
export interface GatheringRecord {
  readonly gatheringId: string;
  /** What the writer saw; another one is not overwritten. */
  readonly expectedRevision: number;
  readonly minutes: string;
  readonly results: string;
}

/** Writes down who comes to a gathering, and what came of it. */
@Injectable()
export class RecordGatheringCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(GatheringGate) private readonly gate: GatheringGate,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(GatheringRepository) private readonly gatherings: GatheringRepository,
  ) {}

  /** @returns the gathering's id. @throws ValidationError UNKNOWN_ORGANISATION, PEOPLE_INVALID; ApplicationError NOT_FOUND, FORBIDDEN */
  async attendance(context: CommandContext, { gatheringId, ...draft }: AttendanceDraft): Promise<string> {
    const gathering = await this.gate.require(context.actor, 'gathering.moderate', gatheringId);
    const { municipalityId } = gathering;
    throwProblems(peopleProblems(draft.people));
    if ((await this.identity.organisationsByIds(municipalityId, [draft.organisationId])).length === 0) throw new ValidationError([planningProblem('UNKNOWN_ORGANISATION', ['organisationId'])]);
    return this.run(context, gathering, ({ tx }) => this.gatherings.saveAttendance(tx, municipalityId, gatheringId, draft));
  }

  /** @returns the gathering's id. @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async removeAttendance(context: CommandContext, gatheringId: string, organisationId: string): Promise<string> {
    const gathering = await this.gate.require(context.actor, 'gathering.moderate', gatheringId);
    return this.run(context, gathering, ({ tx }) => this.gatherings.removeAttendance(tx, gathering.municipalityId, gatheringId, organisationId));
  }

  /** @param expectedRevision what the writer saw @returns the gathering's id. @throws ValidationError RECORD_TOO_LONG, TEXT_NOT_STORABLE, STALE_VALUE when somebody else has changed it since; ApplicationError NOT_FOUND, FORBIDDEN */
  async results(context: CommandContext, { gatheringId, expectedRevision, minutes, results }: GatheringRecord): Promise<string> {
    const gathering = await this.gate.require(context.actor, 'gathering.moderate', gatheringId);
    throwProblems([...textProblems(minutes, 'minutes', MAX_RECORD, 'RECORD_TOO_LONG'), ...textProblems(results, 'results', MAX_RECORD, 'RECORD_TOO_LONG')]);
    return this.run(context, gathering, ({ tx }) => this.gatherings.record(tx, gathering.municipalityId, gatheringId, { minutes: minutes.trim(), results: results.trim() }), expectedRevision);
  }

  private run(context: CommandContext, { id: gatheringId, municipalityId, processId }: Gathering, work: (unit: Unit<Transaction>) => Promise<void>, expectedRevision: number | null = null): Promise<string> {
    return this.unitOfWork.run(context, async (unit) => {
      await this.gate.lock(unit.tx, { municipalityId, id: gatheringId }, expectedRevision);
      await work(unit);
      unit.events.record(gatheringRecorded, { municipalityId, aggregateType: 'Gathering', aggregateId: gatheringId, editionId: null, payload: { gatheringId, processId } });
      return gatheringId;
    });
  }
}
