import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, newId } from '@konzeptwerkstatt/kernel';
import { indicatorChanged } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { isBreak } from '../domain/definition.entity.js';
import { indicatorOf, pathVersionOf } from '../domain/indicator.entity.js';
import type { CheckedIndicator, IndicatorDraft } from '../domain/indicator.entity.js';
import { monitoringError, throwProblems } from '../domain/monitoring.errors.js';
import { releaseProblems } from '../domain/release.policy.js';
import { IndicatorReleaseRepository } from '../persistence/indicator-release.repository.js';
import { IndicatorRepository } from '../persistence/indicator.repository.js';
import type { IndicatorForEditing } from '../persistence/indicator.repository.js';
import { requireCounts } from './counts.gate.js';
import { IndicatorGate } from './indicator.gate.js';

/** What an indicator is from now on. */
export interface EditIndicator extends Omit<IndicatorDraft, 'key'> {
  readonly indicatorId: string;
  /** What the writer saw. */
  readonly expectedRevision: number;
}

interface Place {
  readonly municipalityId: string;
  readonly indicatorId: string;
}

/** Changes the record of an indicator. Counting something else from now on is another version of its definition: a break in its series. */
@Injectable()
export class EditIndicatorCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(IndicatorGate) private readonly gate: IndicatorGate,
    @Inject(IndicatorRepository) private readonly indicators: IndicatorRepository,
    @Inject(IndicatorReleaseRepository) private readonly releases: IndicatorReleaseRepository,
  ) {}

  /**
   * @returns the indicator's id
   * @throws ValidationError (STALE_VALUE when somebody else has changed it since, UNIT_IN_USE among others; TOO_SENSITIVE and LICENCE_NOT_OPEN while it is for everybody); ApplicationError NOT_FOUND, FORBIDDEN
   */
  async run(context: CommandContext, { indicatorId, expectedRevision, ...draft }: EditIndicator): Promise<string> {
    const municipalityId = await this.gate.requireRecord(context.actor);
    const after = indicatorOf(draft);
    await this.gate.requireOrganisation(municipalityId, after.indicator.responsibleOrganisationId);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const before = await this.indicators.lockForEditing(tx, municipalityId, indicatorId);
      if (before === null) throw new ApplicationError('NOT_FOUND', 'Diesen Indikator gibt es nicht, oder er ist für Sie nicht sichtbar.');
      if (before.revision !== expectedRevision) throw monitoringError('STALE_VALUE', []);
      const isOtherUnit = before.facts.unit !== after.indicator.unit;
      if (isOtherUnit && (await this.indicators.hasValues(tx, municipalityId, indicatorId))) throw monitoringError('UNIT_IN_USE', ['unit']);
      if ((await this.releases.findMany(tx, municipalityId, [indicatorId])).length > 0) throwProblems(releaseProblems(after.indicator));
      await requireCounts(this.indicators, tx, municipalityId, after.indicator, indicatorId);
      await this.write(tx, { municipalityId, indicatorId }, before, after);
      events.record(indicatorChanged, { municipalityId, aggregateType: 'Indicator', aggregateId: indicatorId, editionId: null, payload: { indicatorId } });
      return indicatorId;
    });
  }

  private async write(tx: Transaction, { municipalityId, indicatorId }: Place, before: IndicatorForEditing, after: CheckedIndicator): Promise<void> {
    const isOtherCounting = isBreak(before.definition, after.definition);
    const version = before.definition.version + Number(isOtherCounting);
    if (isOtherCounting) await this.indicators.insertDefinition(tx, { id: newId(), municipalityId, indicatorId, version }, after.definition);
    else await this.indicators.saveDefinition(tx, municipalityId, before.definition.id, after.definition);
    await this.indicators.save(tx, municipalityId, indicatorId, after.indicator, pathVersionOf(before.facts, after.indicator, version));
  }
}
