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

  /**
   * To be called when a municipality, its name or its county changed. What the county has renamed keeps that name; whom it loses stays an
   * organisation of its own. Which county it belongs to is what the municipality says: nothing else of the county's than its towns is touched.
   */
  async follow(unit: Unit<Transaction>, member: CountyMember): Promise<void> {
    const { id, countyId, nameBefore } = member;
    await this.organisations.releaseMember(unit.tx, id, countyId);
    if (countyId === null) return;
    await this.organisations.lock(unit.tx, countyId);
    const standing = await this.organisations.findMember(unit.tx, countyId, id);
    if (standing === null) return this.add(unit, member, countyId);
    if (nameBefore === null || !namesOf({ ...member, name: nameBefore }).includes(standing.name)) return;
    const name = await this.freeName(unit.tx, member, countyId, standing.id);
    if (standing.name === name) return;
    await this.organisations.renameMember(unit.tx, countyId, standing.id, name);
    this.tell(unit, organisationChanged, countyId, standing.id);
  }

  private async add(unit: Unit<Transaction>, member: CountyMember, countyId: string): Promise<void> {
    const known = await this.organisations.findFreeMember(unit.tx, countyId, namesOf(member));
    const organisationId = known ?? newId();
    if (known === null) {
      const name = await this.freeName(unit.tx, member, countyId, organisationId);
      await this.organisations.insertMany(unit.tx, countyId, [{ id: organisationId, name, shortName: null, kind: 'municipality', mailbox: null, language: 'de', contactPerson: null, deputy: null }]);
    }
    await this.organisations.bindMember(unit.tx, countyId, organisationId, member.id);
    this.tell(unit, known === null ? organisationAdded : organisationChanged, countyId, organisationId);
  }

  /** The first of its names that no other organisation of the county has. */
  private async freeName(tx: Transaction, member: CountyMember, countyId: string, organisationId: string): Promise<string> {
    const others = (await this.organisations.findAll(tx, countyId)).filter(({ id }) => id !== organisationId);
    const taken = new Set(others.map(({ name }) => nameKey(name)));
    const [name, longer] = namesOf(member);
    for (let number = 2, free = taken.has(nameKey(name)) ? longer : name; ; number++) {
      if (!taken.has(nameKey(free))) return free;
      free = `${longer} ${number}`;
    }
  }

  private tell({ events }: Unit<Transaction>, contract: typeof organisationAdded | typeof organisationChanged, countyId: string, organisationId: string): void {
    events.record(contract, { municipalityId: countyId, aggregateType: 'organisation', aggregateId: organisationId, editionId: null, payload: { organisationId } });
  }
}

/** What it is called in its county: two members may have one name, and their keys tell them apart. */
function namesOf({ name, ags }: Pick<CountyMember, 'name' | 'ags'>): readonly [string, string] {
  return [tidyName(name), `${tidyName(name)} (${ags})`];
}
