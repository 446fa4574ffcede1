import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { editionPublished, editionWithdrawn } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { AccessPolicy, IdentityReader } from '@konzeptwerkstatt/identity';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { conceptError } from '../domain/concept.errors.js';
import { placeOf, slugOf } from '../domain/publication.policy.js';
import { EditionRepository } from '../persistence/edition.repository.js';
import { PublicationRepository } from '../persistence/publication.repository.js';
import { EditionReader } from '../queries/edition.reader.js';
import type { EditionRecord } from '../queries/edition.reader.js';

/** Lets everybody read an adopted edition, at an address that stays; or takes that back. */
@Injectable()
export class PublishEditionCommand {
  constructor(
    private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly reader: EditionReader,
    private readonly editions: EditionRepository,
    private readonly publications: PublicationRepository,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** @returns the edition's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError NOT_ADOPTED */
  async publish(context: CommandContext, editionId: string): Promise<string> {
    const edition = await this.require(context, editionId);
    const [municipality] = await this.identity.municipalitiesByIds([edition.municipalityId]);
    if (municipality === undefined) throw notFound();
    return this.unitOfWork.run(context, async (unit) => {
      await this.open(unit, edition, municipality);
      return editionId;
    });
  }

  /** The same in a transaction that is open already, without asking for rights: for loading content. @throws ValidationError NOT_ADOPTED */
  async open({ tx, events }: Unit<Transaction>, edition: Pick<EditionRecord, 'municipalityId' | 'editionId' | 'title' | 'year'>, municipality: Parameters<typeof placeOf>[0]): Promise<void> {
    const { municipalityId, editionId } = edition;
    const { isFrozen } = await this.editions.lock(tx, municipalityId, editionId);
    if (!isFrozen) throw conceptError('NOT_ADOPTED', []);
    const isNew = await this.publications.open(tx, { editionId, municipalityId, place: placeOf(municipality), slug: slugOf(edition) });
    if (isNew) events.record(editionPublished, { municipalityId, editionId, aggregateType: 'edition', aggregateId: editionId, payload: { editionId } });
  }

  /** @returns the edition's id @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async withdraw(context: CommandContext, editionId: string): Promise<string> {
    const { municipalityId } = await this.require(context, editionId);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const isWithdrawn = await this.publications.withdraw(tx, municipalityId, editionId);
      if (isWithdrawn) events.record(editionWithdrawn, { municipalityId, editionId, aggregateType: 'edition', aggregateId: editionId, payload: { editionId } });
      return editionId;
    });
  }

  private async require({ actor }: CommandContext, editionId: string): Promise<EditionRecord> {
    const [edition] = await this.reader.findByIds([editionId]);
    if (edition === undefined) throw notFound();
    const { municipalityId, processId, isPublished } = edition;
    await this.policy.require(actor, 'edition.adopt', { municipalityId, processId, editionId, isPublished });
    return edition;
  }
}
