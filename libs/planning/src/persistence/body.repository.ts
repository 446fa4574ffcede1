import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { CheckedBody } from '../domain/body-draft.policy.js';

/** A body with the organisations that sit in it. */
export interface BodyChange extends CheckedBody {
  readonly organisationIds: readonly string[];
}

/** Loads and saves bodies of processes and who sits in them. */
@Injectable()
export class BodyRepository {
  /** The process of a body; null when there is no such body in the municipality. */
  findPlace(tx: Transaction, municipalityId: string, id: string): Promise<{ processId: string } | null> {
    return tx.body.findFirst({ where: { municipalityId, id }, select: { processId: true } });
  }

  /** How often a body was changed, from 1 on; null when it is gone. */
  async findRevision(tx: Transaction, municipalityId: string, id: string): Promise<number | null> {
    return (await tx.body.findFirst({ where: { municipalityId, id }, select: { revision: true } }))?.revision ?? null;
  }

  async insert(tx: Transaction, { id, municipalityId, processId }: { readonly id: string; readonly municipalityId: string; readonly processId: string }, { organisationIds, ...body }: BodyChange): Promise<void> {
    const known = await tx.body.aggregate({ where: { municipalityId, processId }, _max: { position: true } });
    await tx.body.create({ data: { id, municipalityId, processId, ...body, position: (known._max.position ?? 0) + 1 } });
    await this.saveMembers(tx, municipalityId, id, organisationIds);
  }

  async save(tx: Transaction, municipalityId: string, id: string, { organisationIds, ...body }: BodyChange): Promise<void> {
    await tx.body.updateMany({ where: { municipalityId, id }, data: { ...body, revision: { increment: 1 } } });
    await this.saveMembers(tx, municipalityId, id, organisationIds);
  }

  /** Phases, documents and the decision no longer name it. @returns whether there was one */
  async remove(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    await tx.bodyMember.deleteMany({ where: { municipalityId, bodyId: id } });
    await tx.phase.updateMany({ where: { municipalityId, bodyId: id }, data: { bodyId: null } });
    await tx.processDocument.updateMany({ where: { municipalityId, decidedById: id }, data: { decidedById: null } });
    await tx.planningProcess.updateMany({ where: { municipalityId, decisionBodyId: id }, data: { decisionBodyId: null } });
    return (await tx.body.deleteMany({ where: { municipalityId, id } })).count > 0;
  }

  private async saveMembers(tx: Transaction, municipalityId: string, bodyId: string, organisationIds: readonly string[]): Promise<void> {
    await tx.bodyMember.deleteMany({ where: { municipalityId, bodyId } });
    await tx.bodyMember.createMany({ data: organisationIds.map((organisationId) => ({ municipalityId, bodyId, organisationId })) });
  }
}
