import { Inject, Injectable } from '@nestjs/common';
import { gatheringPlanned, moderatorNamed, moderatorWithdrawn } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { admissionOf, guestTimesOf } from '../domain/gathering-draft.policy.js';
import { GatheringRepository } from '../persistence/gathering.repository.js';
import { ModeratorRepository } from '../persistence/moderator.repository.js';
import { PhaseRepository } from '../persistence/phase.repository.js';

/** Tells of gatherings as they are planned now: their doors for guests follow it. */
@Injectable()
export class GatheringNews {
  constructor(
    @Inject(GatheringRepository) private readonly gatherings: GatheringRepository,
    @Inject(PhaseRepository) private readonly phases: PhaseRepository,
    @Inject(ModeratorRepository) private readonly moderators: ModeratorRepository,
  ) {}

  /** Read afresh, because the end is the database's time; locked, so that who ends a gathering and who moves its phase tell of it one after the other. */
  async tell({ tx, events }: Unit<Transaction>, municipalityId: string, gatheringId: string): Promise<void> {
    const gathering = await this.gatherings.find(tx, municipalityId, gatheringId, true);
    if (gathering === null) return;
    const { processId, phaseId, welcomesGuests, guestsWrite } = gathering;
    const { opensAt, closesAt } = guestTimesOf(gathering, phaseId === null ? null : await this.phases.findTime(tx, municipalityId, phaseId));
    const sectionIds = await this.gatherings.sectionIds(tx, municipalityId, gatheringId);
    events.record(gatheringPlanned, {
      municipalityId, aggregateType: 'Gathering', aggregateId: gatheringId, editionId: null,
      payload: { gatheringId, processId, sectionIds, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), welcomesGuests, guestsWrite },
    });
    await this.tellOfModerators({ tx, events }, municipalityId, gatheringId);
  }

  /** Who runs a gathering, on which texts and until when: until it ends, whatever becomes of its phase. */
  async tellOfModerators({ tx, events }: Pick<Unit<Transaction>, 'tx' | 'events'>, municipalityId: string, gatheringId: string): Promise<void> {
    const moderators = await this.moderators.findMany(tx, municipalityId, [gatheringId]);
    const gathering = moderators.length === 0 ? null : await this.gatherings.find(tx, municipalityId, gatheringId);
    if (gathering === null) return;
    const sectionIds = await this.gatherings.sectionIds(tx, municipalityId, gatheringId);
    const { processId } = gathering;
    for (const { id: moderatorId, personId } of moderators) {
      events.record(moderatorNamed, {
        municipalityId, aggregateType: 'GatheringModerator', aggregateId: moderatorId, editionId: null,
        payload: { moderatorId, gatheringId, processId, personId, sectionIds, endsAt: admissionOf(gathering).closesAt.toISOString() },
      });
    }
  }

  /** Nobody runs a gathering that does not take place. */
  async endModerators({ tx, events }: Pick<Unit<Transaction>, 'tx' | 'events'>, { municipalityId, processId, gatheringId }: { readonly municipalityId: string; readonly processId: string; readonly gatheringId: string }): Promise<void> {
    for (const { id: moderatorId, personId } of await this.moderators.findMany(tx, municipalityId, [gatheringId])) {
      await this.moderators.remove(tx, municipalityId, gatheringId, moderatorId);
      events.record(moderatorWithdrawn, { municipalityId, aggregateType: 'GatheringModerator', aggregateId: moderatorId, editionId: null, payload: { moderatorId, gatheringId, processId, personId } });
    }
  }

  /** Those of a phase whose times have changed. */
  async tellOfPhase(unit: Unit<Transaction>, municipalityId: string, phaseId: string): Promise<void> {
    for (const id of await this.gatherings.findOfPhase(unit.tx, municipalityId, phaseId)) await this.tell(unit, municipalityId, id);
  }

  /** Those of a phase that is removed: they go on without it. */
  async leavePhase(unit: Unit<Transaction>, municipalityId: string, phaseId: string): Promise<void> {
    const ids = await this.gatherings.findOfPhase(unit.tx, municipalityId, phaseId);
    await this.gatherings.leavePhase(unit.tx, municipalityId, phaseId);
    for (const id of ids) await this.tell(unit, municipalityId, id);
  }
}
