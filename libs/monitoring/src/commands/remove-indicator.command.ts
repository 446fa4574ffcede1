import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { indicatorRemoved } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { throwProblems } from '../domain/monitoring.errors.js';
import { removalProblems } from '../domain/removal.policy.js';
import { IndicatorRepository } from '../persistence/indicator.repository.js';
import { ObservationImportRepository } from '../persistence/observation-import.repository.js';
import { IndicatorUseReader } from '../queries/indicator-use.reader.js';
import { IndicatorGate } from './indicator.gate.js';

/** Takes away an indicator that nobody needs, with its definitions. Its key is free then, and the starter set has it again. */
@Injectable()
export class RemoveIndicatorCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(IndicatorGate) private readonly gate: IndicatorGate,
    @Inject(IndicatorRepository) private readonly indicators: IndicatorRepository,
    @Inject(ObservationImportRepository) private readonly imports: ObservationImportRepository,
    @Inject(IndicatorUseReader) private readonly uses: IndicatorUseReader,
  ) {}

  /**
   * @returns the id; the same for a repeated call with the key of the first
   * @throws ValidationError HAS_VALUES, STILL_RELEASED, IS_COUNT, IS_LINKED, STANDS_IN_TEXT; ApplicationError NOT_FOUND, FORBIDDEN
   */
  async run(context: CommandContext, indicatorId: string): Promise<string> {
    const municipalityId = await this.gate.requireRecord(context.actor);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      // Whoever makes a share of it at the same moment, links it or records a value comes before or after, and not in between.
      if (!(await this.indicators.lockForRemoval(tx, municipalityId, indicatorId))) throw notFound();
      throwProblems(removalProblems(await this.uses.find(context.actor, municipalityId, indicatorId, tx)));
      await this.imports.forgetIndicator(tx, municipalityId, indicatorId);
      const { key, name } = await this.indicators.remove(tx, municipalityId, indicatorId);
      events.record(indicatorRemoved, { municipalityId, aggregateType: 'Indicator', aggregateId: indicatorId, editionId: null, payload: { indicatorId, key, name } });
      return indicatorId;
    });
  }
}
