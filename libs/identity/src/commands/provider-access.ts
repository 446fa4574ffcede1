import { Inject, Injectable } from '@nestjs/common';
import { derivedId } from '@konzeptwerkstatt/kernel';
import { accessGranted, accessWithdrawn, membershipBegan, membershipEnded, membershipRoleSet } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, type Unit } from '@konzeptwerkstatt/platform-outbox';
import type { GivenPlace, ProviderAccess } from '../domain/provider-access.policy.js';
import { AdministratorRepository } from '../persistence/administrator.repository.js';
import { ExternalIdentityRepository } from '../persistence/external-identity.repository.js';
import { GivenPlaceRepository, type PlaceRecord } from '../persistence/given-place.repository.js';
import { GrantRepository } from '../persistence/grant.repository.js';
import { SignInProviderRepository } from '../persistence/sign-in-provider.repository.js';

/** Grants that come from groups of a provider carry this origin. */
const PROVIDER_ORIGIN = 'identity.sign-in-provider';

/** Whose groups are looked at. */
export interface GroupHolder {
  readonly identityId: string;
  readonly providerId: string;
  readonly municipalityId: string;
  readonly personId: string;
  /** Whether her groups let her administer the municipality until now. */
  readonly administers: boolean;
}

/**
 * Gives and takes what groups of a provider give, within the unit of work of a sign-in. Only what groups gave is taken, and what people decided
 * (also: that somebody no longer belongs to an organisation) stays.
 */
@Injectable()
export class ProviderAccessChange {
  constructor(
    @Inject(GivenPlaceRepository) private readonly places: GivenPlaceRepository,
    @Inject(GrantRepository) private readonly grants: GrantRepository,
    @Inject(AdministratorRepository) private readonly administrators: AdministratorRepository,
    @Inject(ExternalIdentityRepository) private readonly identities: ExternalIdentityRepository,
    @Inject(SignInProviderRepository) private readonly providers: SignInProviderRepository,
  ) {}

  /** @returns organisations of the municipality that she belongs to now */
  async apply(unit: Unit<Transaction>, holder: GroupHolder, access: ProviderAccess): Promise<string[]> {
    const { tx } = unit;
    const { municipalityId, personId } = holder;
    // The last one who can administer the municipality with a password keeps everything: nobody is locked out by a list of groups.
    const isLast = (await this.administrators.lockScopesOf(tx, personId)).includes(municipalityId) && (await this.administrators.isOnlyOne(tx, municipalityId, personId));
    const known = await this.providers.findOrganisations(tx, municipalityId, access.places);
    const wanted = access.places.filter(({ organisationId }) => known.has(organisationId));
    const records = await this.places.lockOf(tx, municipalityId, personId);
    for (const place of wanted) await this.give(unit, holder, place, records.find(({ organisationId }) => organisationId === place.organisationId));
    if (!isLast) for (const record of records) if (!wanted.some(({ organisationId }) => organisationId === record.organisationId)) await this.take(unit, holder, record);
    const present = (await this.places.lockOf(tx, municipalityId, personId)).filter((record) => record.isPresent).map(({ organisationId }) => organisationId);
    const administers = access.administersFor.some((organisationId) => known.get(organisationId) === true && present.includes(organisationId));
    if (administers !== holder.administers && (administers || !isLast)) await this.administer(unit, holder, administers);
    await sendWakeUp(tx, { kind: 'access', personId, municipalityId: null });
    return present;
  }

  /** Takes the administration that groups gave to somebody without a password, who never counts as the last one; her places stay, or she could not sign in. */
  async endAdministration(unit: Unit<Transaction>, holder: GroupHolder): Promise<void> {
    if (holder.administers) await this.administer(unit, holder, false);
  }

  private async give({ tx, events }: Unit<Transaction>, { providerId, municipalityId, personId }: GroupHolder, { organisationId, role }: GivenPlace, record: PlaceRecord | undefined): Promise<void> {
    // People gave it or ended it.
    if (record && record.providerId !== providerId) return;
    if (!record?.isPresent) {
      const membershipId = await this.places.give(tx, { municipalityId, organisationId, personId, role, providerId });
      events.record(membershipBegan, { municipalityId, aggregateType: 'membership', aggregateId: membershipId, editionId: null, payload: { membershipId, organisationId, personId } });
    } else if (record.role !== role) {
      await this.places.setRole(tx, record.id, role);
      events.record(membershipRoleSet, { municipalityId, aggregateType: 'membership', aggregateId: record.id, editionId: null, payload: { membershipId: record.id, organisationId, role } });
    }
  }

  private async take({ tx, events }: Unit<Transaction>, { providerId, municipalityId, personId }: GroupHolder, { id, organisationId, ...record }: PlaceRecord): Promise<void> {
    if (!record.isPresent || record.providerId !== providerId) return;
    await this.places.take(tx, id);
    events.record(membershipEnded, { municipalityId, aggregateType: 'membership', aggregateId: id, editionId: null, payload: { membershipId: id, organisationId, personId } });
  }

  /** Only when what the groups say has changed: who was dismissed by hand is not appointed again at her next sign-in. */
  private async administer({ tx, events }: Unit<Transaction>, { identityId, providerId, municipalityId, personId }: GroupHolder, administers: boolean): Promise<void> {
    const origin = { originKind: PROVIDER_ORIGIN, originId: derivedId(personId, providerId) };
    const facts = { municipalityId, aggregateType: 'access', aggregateId: derivedId(origin.originId, 'access'), editionId: null, payload: origin };
    await this.identities.setAdministers(tx, identityId, administers);
    if (administers) {
      await this.grants.insert(tx, { municipalityId, subjectKind: 'person', subjectId: personId, ...origin }, { role: 'administrator', scopeKind: 'municipality', scopeId: municipalityId });
      events.record(accessGranted, facts);
    } else if ((await this.grants.end(tx, origin.originKind, origin.originId)) > 0) events.record(accessWithdrawn, facts);
  }
}
