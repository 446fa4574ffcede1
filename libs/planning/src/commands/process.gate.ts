import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { ProcessRepository } from '../persistence/process.repository.js';

const notFound = (): ApplicationError => new ApplicationError('NOT_FOUND', 'Diesen Prozess gibt es nicht, oder er ist für Sie nicht sichtbar.');

/** Who may change a process. What is none of one's business looks as if it did not exist. */
@Injectable()
export class ProcessGate {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ProcessRepository) private readonly processes: ProcessRepository,
  ) {}

  /**
   * @returns the municipality of the process
   * @throws ApplicationError NOT_FOUND, FORBIDDEN
   */
  async requireManage(actor: Actor, processId: string): Promise<string> {
    const { municipalityId } = actor;
    if (municipalityId === null || !(await this.processes.exists(this.database.client, municipalityId, processId))) throw notFound();
    await this.policy.require(actor, 'process.manage', { municipalityId, processId });
    return municipalityId;
  }

  /** Lets changes of one process follow one another. @throws ApplicationError NOT_FOUND */
  async lock(tx: Transaction, municipalityId: string, processId: string): Promise<void> {
    if (!(await this.processes.lock(tx, municipalityId, processId))) throw notFound();
  }
}
