import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { indicatorAdded } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { freeKey } from '../domain/indicator-key.policy.js';
import { indicatorOf } from '../domain/indicator.entity.js';
import type { IndicatorDraft } from '../domain/indicator.entity.js';
import { monitoringError } from '../domain/monitoring.errors.js';
import { IndicatorRepository } from '../persistence/indicator.repository.js';
import { requireCounts } from './counts.gate.js';
import { IndicatorGate } from './indicator.gate.js';

/** Defines an indicator, with the first version of its definition. */
@Injectable()
export class AddIndicatorCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(IndicatorGate) private readonly gate: IndicatorGate,
    @Inject(IndicatorRepository) private readonly indicators: IndicatorRepository,
  ) {}

  /**
   * A key that was made from the name makes way for those that are taken; one that somebody chose does not.
   * @returns the indicator's id
   * @throws ValidationError (KEY_TAKEN among others); ApplicationError NOT_FOUND, FORBIDDEN
   */
  async run(context: CommandContext, draft: IndicatorDraft): Promise<string> {
    const municipalityId = await this.gate.requireRecord(context.actor);
    const { indicator, definition } = indicatorOf(draft);
    await this.gate.requireOrganisation(municipalityId, indicator.responsibleOrganisationId);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const taken = await this.indicators.lockKeys(tx, municipalityId);
      const isChosen = (draft.key ?? null) !== null;
      if (isChosen && taken.has(indicator.key)) throw monitoringError('KEY_TAKEN', ['key']);
      await requireCounts(this.indicators, tx, municipalityId, indicator);
      const id = newId();
      await this.indicators.insert(tx, { indicator: { ...indicator, key: freeKey(indicator.key, taken) }, definition, id, definitionId: newId(), municipalityId, isExample: false });
      events.record(indicatorAdded, { municipalityId, aggregateType: 'Indicator', aggregateId: id, editionId: null, payload: { indicatorId: id } });
      return id;
    });
  }
}
