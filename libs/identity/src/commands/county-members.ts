import { Inject, Injectable } from '@nestjs/common';
import { organisationAdded, organisationChanged } from '@konzeptwerkstatt/contracts';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { nameKey, tidyName } from '../domain/organisation.entity.js';
import { OrganisationRepository } from '../persistence/organisation.repository.js';

/** A municipality that belongs to a county of this installation, or to none. */
export interface CountyMember {
  readonly id: string;
  readonly name: string;
  readonly ags: string;
  readonly countyId: string | null;
  /** What it was called until now; null for one that is new. */
  readonly nameBefore: string | null;
}

/**
 * Keeps the organisations by which a county knows its members: in its processes they take part like every other organisation, with people
 * whom it invites. Neither sees anything of the other's own work.
 */
@Injectable()
export class CountyMembers {
  constructor(@Inject(OrganisationRepository) private readonly organisations: OrganisationRepository) {}

  /** To be called when a municipality, its name or its county changed. What the county has renamed keeps that name; whom it loses stays an organisation of its own. */
  async follow(unit: Unit<Transaction>, member: CountyMember): Promise<void> {
    const { id, countyId, nameBefore } = member;
    await this.organisations.releaseMember(unit.tx, id, countyId);
    if (countyId === null) return;
    await this.organisations.lock(unit.tx, countyId);
    const standing = await this.organisations.findMember(unit.tx, countyId, id);
    if (standing === null) return this.add(unit, member, countyId);
    const name = tidyName(member.name);
    if (standing.name === name || standing.name !== nameBefore) return;
    await this.organisations.renameMember(unit.tx, countyId, standing.id, await this.freeName(unit.tx, member, countyId));
    this.tell(unit, organisationChanged, countyId, standing.id);
  }

  private async add(unit: Unit<Transaction>, member: CountyMember, countyId: string): Promise<void> {
    const known = await this.organisations.findUnboundByName(unit.tx, countyId, tidyName(member.name));
    const organisationId = known ?? newId();
    if (known === null) {
      const name = await this.freeName(unit.tx, member, countyId);
      await this.organisations.insertMany(unit.tx, countyId, [{ id: organisationId, name, shortName: null, kind: 'municipality', mailbox: null, language: 'de', contactPerson: null, deputy: null }]);
    }
    await this.organisations.bindMember(unit.tx, countyId, organisationId, member.id);
    this.tell(unit, known === null ? organisationAdded : organisationChanged, countyId, organisationId);
  }

  /** Two members of a county may have one name; their keys tell them apart. */
  private async freeName(tx: Transaction, { name, ags }: CountyMember, countyId: string): Promise<string> {
    const taken = (await this.organisations.findAll(tx, countyId)).some((other) => nameKey(other.name) === nameKey(name));
    return taken ? `${tidyName(name)} (${ags})` : tidyName(name);
  }

  private tell({ events }: Unit<Transaction>, contract: typeof organisationAdded | typeof organisationChanged, countyId: string, organisationId: string): void {
    events.record(contract, { municipalityId: countyId, aggregateType: 'organisation', aggregateId: organisationId, editionId: null, payload: { organisationId } });
  }
}
