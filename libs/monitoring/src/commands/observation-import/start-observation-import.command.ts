import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { FileImportStart } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { monitoringError } from '../../domain/monitoring.errors.js';
import { OBSERVATION_IMPORT, STATISTICS_FILE_PURPOSE } from '../../domain/observation-import.js';
import { ObservationImportRepository } from '../../persistence/observation-import.repository.js';
import { IndicatorGate } from '../indicator.gate.js';

/** Begins reading a statistics file. No value is changed by it. */
@Injectable()
export class StartObservationImportCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly gate: IndicatorGate,
    private readonly starting: FileImportStart,
    private readonly imports: ObservationImportRepository,
  ) {}

  /** @returns the import's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError FILE_GONE */
  async run(context: CommandContext, fileId: string): Promise<string> {
    const municipalityId = await this.gate.requireRecord(context.actor);
    const { personId, organisationId } = context.actor;
    if (personId === null) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    return this.unitOfWork.run(context, async (unit) => {
      const kind = { name: OBSERVATION_IMPORT, purpose: STATISTICS_FILE_PURPOSE, imports: this.imports };
      const id = await this.starting.start(unit, kind, { actor: { personId, organisationId }, municipalityId, fileId, more: {} });
      if (id === null) throw monitoringError('FILE_GONE', ['fileId']);
      return id;
    });
  }
}
