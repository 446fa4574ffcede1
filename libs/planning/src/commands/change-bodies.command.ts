import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, newId, ValidationError } from '@konzeptwerkstatt/kernel';
import { bodyChanged } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { bodyOf } from '../domain/body-draft.policy.js';
import type { BodyDraft } from '../domain/body-draft.policy.js';
import { planningProblem } from '../domain/planning.errors.js';
import { BodyRepository } from '../persistence/body.repository.js';
import { ProcessGate } from './process.gate.js';

/** A body as it is typed, with the organisations that sit in it. */
export interface BodyInput extends BodyDraft {
  readonly organisationIds: readonly string[];
}

interface Place {
  readonly municipalityId: string;
  readonly processId: string;
}

const gone = (): ApplicationError => new ApplicationError('NOT_FOUND', 'Dieses Gremium gibt es nicht, oder es ist für Sie nicht sichtbar.');

/** Adds, changes and removes the bodies of a process, and says which organisations sit in them. */
@Injectable()
export class ChangeBodiesCommand {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ProcessGate) private readonly gate: ProcessGate,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(BodyRepository) private readonly bodies: BodyRepository,
  ) {}

  /** @returns the body's id. @throws ValidationError; ApplicationError NOT_FOUND, FORBIDDEN */
  async add(context: CommandContext, { processId, ...draft }: BodyInput & { readonly processId: string }): Promise<string> {
    const municipalityId = await this.gate.requireManage(context.actor, processId);
    const body = await this.checked(municipalityId, draft);
    return this.unitOfWork.run(context, async (unit) => {
      const place = { municipalityId, processId };
      const id = newId();
      await this.gate.lock(unit.tx, municipalityId, processId);
      await this.bodies.insert(unit.tx, { id, ...place }, body);
      return this.told(unit, place, id);
    });
  }

  /** @param expectedRevision what the writer saw @returns the body's id. @throws ValidationError, STALE_VALUE when somebody else has changed it since; ApplicationError NOT_FOUND, FORBIDDEN */
  async change(context: CommandContext, { bodyId, expectedRevision, ...draft }: BodyInput & { readonly bodyId: string; readonly expectedRevision: number }): Promise<string> {
    const place = await this.placeOf(context, bodyId);
    const body = await this.checked(place.municipalityId, draft);
    return this.unitOfWork.run(context, async (unit) => {
      await this.gate.lock(unit.tx, place.municipalityId, place.processId);
      const revision = await this.bodies.findRevision(unit.tx, place.municipalityId, bodyId);
      if (revision === null) throw gone();
      if (revision !== expectedRevision) throw new ValidationError([planningProblem('STALE_VALUE', [])]);
      await this.bodies.save(unit.tx, place.municipalityId, bodyId, body);
      return this.told(unit, place, bodyId);
    });
  }

  /** @returns the id of the process. @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async remove(context: CommandContext, { bodyId }: { readonly bodyId: string }): Promise<string> {
    const place = await this.placeOf(context, bodyId);
    return this.unitOfWork.run(context, async (unit) => {
      await this.gate.lock(unit.tx, place.municipalityId, place.processId);
      if (!(await this.bodies.remove(unit.tx, place.municipalityId, bodyId))) throw gone();
      this.told(unit, place, bodyId);
      return place.processId;
    });
  }

  private async checked(municipalityId: string, { organisationIds, ...draft }: BodyInput) {
    const body = bodyOf(draft);
    const wanted = [...new Set(organisationIds)];
    const known = await this.identity.organisationsByIds(municipalityId, wanted);
    if (known.length < wanted.length) throw new ValidationError([planningProblem('UNKNOWN_ORGANISATION', ['organisationIds'])]);
    return { ...body, organisationIds: wanted };
  }

  private told({ events }: Unit<Transaction>, { municipalityId, processId }: Place, bodyId: string): string {
    events.record(bodyChanged, { municipalityId, aggregateType: 'Body', aggregateId: bodyId, editionId: null, payload: { bodyId, processId } });
    return bodyId;
  }

  private async placeOf({ actor }: CommandContext, bodyId: string): Promise<Place> {
    const { municipalityId } = actor;
    const place = municipalityId === null ? null : await this.bodies.findPlace(this.database.client, municipalityId, bodyId);
    if (municipalityId === null || place === null) throw gone();
    await this.gate.requireManage(actor, place.processId);
    return { municipalityId, processId: place.processId };
  }
}
