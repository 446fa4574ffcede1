import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, ValidationError } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Gathering, Transaction } from '@konzeptwerkstatt/platform-database';
import { planningProblem } from '../domain/planning.errors.js';
import { GatheringRepository } from '../persistence/gathering.repository.js';

const gone = (): ApplicationError => new ApplicationError('NOT_FOUND', 'Dieses Treffen gibt es nicht, oder es ist für Sie nicht sichtbar.');

/** Who may plan or run a gathering. What is none of one's business looks as if it did not exist. */
@Injectable()
export class GatheringGate {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(GatheringRepository) private readonly gatherings: GatheringRepository,
  ) {}

  /** @param action `process.manage` to plan it, `gathering.moderate` to run it @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async require(actor: Actor, action: 'process.manage' | 'gathering.moderate', id: string): Promise<Gathering> {
    const { municipalityId } = actor;
    const gathering = municipalityId === null ? null : await this.gatherings.find(this.database.client, municipalityId, id);
    if (gathering === null) throw gone();
    await this.policy.require(actor, action, { municipalityId: gathering.municipalityId, processId: gathering.processId, gatheringId: id });
    return gathering;
  }

  /**
   * Nobody else changes the gathering until the end of the transaction.
   *
   * @param expectedRevision what the writer saw; null where nothing is written over
   * @throws ValidationError STALE_VALUE when somebody else has changed it since; ApplicationError NOT_FOUND when it was removed meanwhile
   */
  async lock(tx: Transaction, { municipalityId, id }: Pick<Gathering, 'municipalityId' | 'id'>, expectedRevision: number | null = null): Promise<void> {
    const gathering = await this.gatherings.find(tx, municipalityId, id, true);
    if (gathering === null) throw gone();
    if (expectedRevision !== null && gathering.revision !== expectedRevision) throw new ValidationError([planningProblem('STALE_VALUE', [])]);
  }
}
