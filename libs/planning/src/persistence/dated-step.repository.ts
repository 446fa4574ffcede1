import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { StoredStep } from '../domain/planning-process.entity.js';
import { dateColumns } from './partial-date.mapper.js';

/** Writes dated steps; a new one stands behind those entered before, dates decide the order that is shown. */
@Injectable()
export class DatedStepRepository {
  async insertMany(tx: Transaction, municipalityId: string, processId: string, steps: readonly StoredStep[]): Promise<void> {
    const known = await tx.datedStep.count({ where: { municipalityId, processId } });
    await tx.datedStep.createMany({
      data: steps.map(({ date, actors, ...step }, index) => {
        const { from, to, precision } = dateColumns(date);
        return { ...step, municipalityId, processId, actors: [...actors], dateFrom: from, dateTo: to, datePrecision: precision, position: known + index + 1 };
      }),
    });
  }
}
