import { Injectable } from '@nestjs/common';
import { wholeDay } from '@konzeptwerkstatt/kernel';
import type { Prisma, Transaction } from '@konzeptwerkstatt/platform-database';
import type { ProcessFacts } from '../domain/planning-process.entity.js';
import { dateColumns } from './partial-date.mapper.js';

/** Writes planning processes with the bodies that take part. */
@Injectable()
export class ProcessRepository {
  async insert(tx: Transaction, process: ProcessFacts): Promise<void> {
    const { id, municipalityId, title, summary, isExample, sourceNote, plan } = process;
    const planned = plan === undefined ? {} : { ...plan, decisionDay: wholeDay(plan.decisionDay), history: [...plan.history] };
    await tx.planningProcess.create({ data: { id, municipalityId, title, summary, isExample, sourceNote, ...planned } });
    await tx.body.createMany({
      data: process.bodies.map(({ since, examples, ...body }, index): Prisma.BodyCreateManyInput => {
        const columns = since === null ? null : dateColumns(since);
        return {
          ...body, municipalityId, processId: id, position: index + 1, examples: [...(examples ?? [])],
          sinceFrom: columns?.from ?? null, sinceTo: columns?.to ?? null, sincePrecision: columns?.precision ?? null,
        };
      }),
    });
  }

  /** Locks the process until the end of the transaction, so that rules over all its roles hold. False when there is none. */
  async lock(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM planning_processes WHERE municipality_id = ${municipalityId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
    return rows.length > 0;
  }

  async exists(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    return (await tx.planningProcess.count({ where: { municipalityId, id } })) > 0;
  }
}
