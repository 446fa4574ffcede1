import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { ProcessPlan } from '../domain/process-plan.js';

/** Writes the templates that municipalities keep for themselves. */
@Injectable()
export class ProcessTemplateRepository {
  async insert(tx: Transaction, { id, municipalityId, content }: { readonly id: string; readonly municipalityId: string; readonly content: ProcessPlan }): Promise<void> {
    await tx.processTemplate.create({ data: { id, municipalityId, title: content.title, content } });
  }

  /** @returns whether there was one */
  async remove(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    return (await tx.processTemplate.deleteMany({ where: { municipalityId, id } })).count > 0;
  }
}
