import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { indicatorAdded } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { indicatorOf } from '../domain/indicator.entity.js';
import { STARTER_SET } from '../domain/starter-set.js';
import { IndicatorRepository } from '../persistence/indicator.repository.js';
import { IndicatorGate } from './indicator.gate.js';

/** Adds indicators of the starter set that are not there yet, all or those that somebody chose; those with the same key stay as they are. */
@Injectable()
export class AddStarterIndicatorsCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(IndicatorGate) private readonly gate: IndicatorGate,
    @Inject(IndicatorRepository) private readonly indicators: IndicatorRepository,
  ) {}

  /**
   * @param keys which of them; null: all. A key that is none of the set adds nothing.
   * @returns ids of those that were added; none when all were there. @throws ApplicationError NOT_FOUND, FORBIDDEN
   */
  async run(context: CommandContext, keys: readonly string[] | null = null): Promise<string[]> {
    const municipalityId = await this.gate.requireRecord(context.actor);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const taken = await this.indicators.lockKeys(tx, municipalityId);
      const added: string[] = [];
      for (const draft of STARTER_SET.filter(({ key }) => !taken.has(key) && (keys?.includes(key) ?? true))) {
        const id = newId();
        await this.indicators.insert(tx, { ...indicatorOf(draft), id, definitionId: newId(), municipalityId, isExample: false });
        events.record(indicatorAdded, { municipalityId, aggregateType: 'Indicator', aggregateId: id, editionId: null, payload: { indicatorId: id } });
        added.push(id);
      }
      return added;
    });
  }
}
