import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { suppressionThresholdSet } from '@konzeptwerkstatt/contracts';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { monitoringError } from '../domain/monitoring.errors.js';
import { SUPPRESSION_THRESHOLDS } from '../domain/suppression.policy.js';
import { MonitoringSettingsRepository } from '../persistence/monitoring-settings.repository.js';

/** Sets below which number a group of people is not shown. */
@Injectable()
export class SetSuppressionThresholdCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(MonitoringSettingsRepository) private readonly settings: MonitoringSettingsRepository,
  ) {}

  /** @returns the threshold. @throws ValidationError THRESHOLD_INVALID; ApplicationError NOT_FOUND, FORBIDDEN for everybody but administrators */
  async run(context: CommandContext, threshold: number): Promise<number> {
    const { municipalityId } = context.actor;
    if (municipalityId === null) throw new ApplicationError('NOT_FOUND', 'Sie arbeiten gerade in keiner Kommune.');
    await this.policy.require(context.actor, 'municipality.administer', { municipalityId });
    const { min, max } = SUPPRESSION_THRESHOLDS;
    if (!(Number.isInteger(threshold) && threshold >= min && threshold <= max)) throw monitoringError('THRESHOLD_INVALID', ['threshold']);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      if (await this.settings.setThreshold(tx, municipalityId, threshold)) {
        events.record(suppressionThresholdSet, { municipalityId, aggregateType: 'Municipality', aggregateId: municipalityId, editionId: null, payload: { threshold } });
      }
      return threshold;
    });
  }
}
