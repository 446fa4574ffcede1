import { Inject, Injectable } from '@nestjs/common';
import { newId, type Actor, type ValidationError } from '@konzeptwerkstatt/kernel';
import { externalIdentityLinked } from '@konzeptwerkstatt/contracts';
import type { ProviderIdentity } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type Unit } from '@konzeptwerkstatt/platform-outbox';
import { accountEnded, emailHasAccount, emailUnverified, installationLocalOnly, noAccountHere, noOrganisationGiven, notInGroup, providerUnknown } from '../domain/identity.errors.js';
import { accessFrom, groupsIn, type ProviderAccess } from '../domain/provider-access.policy.js';
import { providedAccount } from '../domain/provided-account.policy.js';
import { ExternalIdentityRepository, subjectHash, type KnownIdentity } from '../persistence/external-identity.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { SignInProviderRepository, type StoredProvider } from '../persistence/sign-in-provider.repository.js';
import { ProviderAccessChange } from './provider-access.js';
import { ProviderSessionEnd } from './provider-session-end.js';
import { ProviderSessionStart } from './provider-session-start.js';
import type { PreviousSession } from './session-start.js';

/** Somebody whom a provider has named. */
export interface ProvidedPerson {
  readonly provider: StoredProvider;
  readonly identity: ProviderIdentity;
  readonly userAgent: string;
  readonly previous: PreviousSession | null;
  readonly correlationId: string;
}

type Signed = { readonly token: string } | { readonly refusal: ValidationError };

/** Whoever is acted for in events before it is known for which organisation. */
export const actorOf = (personId: string, municipalityId: string): Actor => ({ kind: 'person', personId, guestId: null, organisationId: null, gatheringId: null, municipalityId });

/** Signs in whom a provider has named: knows her again by issuer and subject alone, gives and takes what her groups say, and starts a session. */
@Injectable()
export class ProviderSignIn {
  constructor(
    @Inject(ExternalIdentityRepository) private readonly identities: ExternalIdentityRepository,
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(SignInProviderRepository) private readonly providers: SignInProviderRepository,
    @Inject(ProviderAccessChange) private readonly access: ProviderAccessChange,
    @Inject(ProviderSessionStart) private readonly starts: ProviderSessionStart,
    @Inject(ProviderSessionEnd) private readonly ends: ProviderSessionEnd,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * @returns the session's token
   * @throws ValidationError PROVIDER_UNKNOWN, NOT_IN_GROUP, NO_ACCOUNT_HERE, NO_ORGANISATION_GIVEN, EMAIL_UNVERIFIED, EMAIL_HAS_ACCOUNT, ACCOUNT_ENDED, INSTALLATION_LOCAL_ONLY
   */
  async execute(person: ProvidedPerson): Promise<string> {
    const { identity, userAgent, previous, correlationId } = person;
    const hash = subjectHash(identity.issuer, identity.subject);
    const personId = (await this.identities.findPersonId(person.provider.id, hash)) ?? newId();
    const signed = await this.work.run<Signed>({ actor: actorOf(personId, person.provider.municipalityId), correlationId }, async (unit) => {
      // While the provider was asked it may have been switched off, replaced, or given other rules.
      const provider = await this.providers.lockSame(unit.tx, person.provider);
      if (!provider) throw providerUnknown();
      const access = accessFrom(provider, groupsIn(identity.claims, provider.groupsClaim));
      const known = await this.identities.lock(unit.tx, provider.id, hash);
      if (known?.isEnded) throw accountEnded();
      if (known?.runsInstallation) throw installationLocalOnly();
      // What a group no longer gives is taken even from somebody who does not get in: that must not be undone with the refusal.
      if (!access.isAdmitted) return { refusal: await this.shutOut(unit, known, access) };
      const holder = known ?? (await this.create(unit, { ...person, provider }, { personId, access }));
      const [organisationId] = await this.access.apply(unit, { ...holder, identityId: holder.id }, access);
      if (organisationId === undefined) return { refusal: this.withoutPlace(known) };
      return { token: await this.starts.start(unit, { holder, organisationId, identity, userAgent, previous }) };
    });
    if ('refusal' in signed) throw signed.refusal;
    return signed.token;
  }

  /** An account that nobody could use is not made: thrown, so that nothing is written. */
  private withoutPlace(known: KnownIdentity | null): ValidationError {
    if (!known) throw noOrganisationGiven();
    return noOrganisationGiven();
  }

  private async shutOut(unit: Unit<Transaction>, known: KnownIdentity | null, access: ProviderAccess): Promise<ValidationError> {
    if (known) {
      await this.access.apply(unit, { ...known, identityId: known.id }, access);
      await this.ends.end(unit, { providerId: known.providerId, identityId: known.id });
    }
    return notInGroup();
  }

  /** An account for somebody who comes for the first time. One with her address is never taken for hers: whoever has it must say so herself. */
  private async create({ tx, events }: Unit<Transaction>, { provider, identity }: ProvidedPerson, { personId, access }: { personId: string; access: ProviderAccess }): Promise<KnownIdentity> {
    if (!provider.createsAccounts) throw noAccountHere();
    const account = providedAccount(identity);
    if (!account) throw emailUnverified();
    if (access.places.length === 0) throw noOrganisationGiven();
    if (!(await this.persons.insert(tx, { id: personId, ...account, passwordHash: null, locale: 'de' }))) throw emailHasAccount();
    const { id: providerId, municipalityId } = provider;
    const id = await this.identities.link(tx, { municipalityId, providerId, personId, hash: subjectHash(identity.issuer, identity.subject) });
    events.record(externalIdentityLinked, { municipalityId, aggregateType: 'external-identity', aggregateId: id, editionId: null, payload: { identityId: id, providerId, personId } });
    return { id, municipalityId, providerId, personId, administers: false, isEnded: false, runsInstallation: false, hasPassword: false };
  }
}
