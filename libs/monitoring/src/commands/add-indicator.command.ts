import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { indicatorAdded } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { indicatorOf } from '../domain/indicator.entity.js';
import type { IndicatorDraft } from '../domain/indicator.entity.js';
import { monitoringError } from '../domain/monitoring.errors.js';
import { IndicatorRepository } from '../persistence/indicator.repository.js';
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
   * @returns the indicator's id
   * @throws ValidationError (KEY_TAKEN among others); ApplicationError NOT_FOUND, FORBIDDEN
   */
  async run(context: CommandContext, draft: IndicatorDraft): Promise<string> {
    const municipalityId = await this.gate.requireRecord(context.actor);
    const indicator = indicatorOf(draft);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      // Two people who choose the same key at once: the second waits here and then sees the first one's.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`indicator ${municipalityId} ${indicator.key}`}, 7203414))`;
      if (await this.indicators.isKeyTaken(tx, municipalityId, indicator.key)) throw monitoringError('KEY_TAKEN', ['key']);
      const id = newId();
      await this.indicators.insert(tx, { ...indicator, id, definitionId: newId(), municipalityId, isExample: false, source: null });
      events.record(indicatorAdded, { municipalityId, aggregateType: 'Indicator', aggregateId: id, editionId: null, payload: { indicatorId: id } });
      return id;
    });
  }
}
