import { Inject, Injectable } from '@nestjs/common';
import { externalIdentityLinked } from '@konzeptwerkstatt/contracts';
import type { ProviderIdentity } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { alreadyLinked, emailDiffers, emailUnverified, identityTaken, installationLocalOnly, notInGroup, providerUnknown } from '../domain/identity.errors.js';
import { verifiedEmail } from '../domain/provided-account.policy.js';
import { accessFrom, groupsIn } from '../domain/provider-access.policy.js';
import { ExternalIdentityRepository, subjectHash } from '../persistence/external-identity.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { SignInProviderRepository, type StoredProvider } from '../persistence/sign-in-provider.repository.js';
import { ProviderAccessChange } from './provider-access.js';
import { actorOf } from './provider-sign-in.js';

/** Who is signed in here, and whom the provider has named. */
export interface AccountLink {
  readonly provider: StoredProvider;
  readonly identity: ProviderIdentity;
  readonly personId: string;
  readonly correlationId: string;
}

/** Links the account of somebody who is signed in with who she is at a provider. */
@Injectable()
export class LinkExternalIdentity {
  constructor(
    @Inject(ExternalIdentityRepository) private readonly identities: ExternalIdentityRepository,
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(SignInProviderRepository) private readonly providers: SignInProviderRepository,
    @Inject(ProviderAccessChange) private readonly access: ProviderAccessChange,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @throws ValidationError PROVIDER_UNKNOWN, EMAIL_UNVERIFIED, EMAIL_DIFFERS, NOT_IN_GROUP, IDENTITY_TAKEN, ALREADY_LINKED, INSTALLATION_LOCAL_ONLY */
  execute({ provider: begun, identity, personId, correlationId }: AccountLink): Promise<null> {
    const { id: providerId, municipalityId } = begun;
    const email = verifiedEmail(identity);
    return this.work.run({ actor: actorOf(personId, municipalityId), correlationId }, async (unit) => {
      // While the provider was asked it may have been switched off, replaced, or given other rules.
      const provider = await this.providers.lockSame(unit.tx, begun);
      if (!provider) throw providerUnknown();
      const access = accessFrom(provider, groupsIn(identity.claims, provider.groupsClaim));
      const hash = subjectHash(identity.issuer, identity.subject);
      const known = await this.identities.lock(unit.tx, providerId, hash);
      if (known?.personId === personId) return null;
      if (await this.identities.runsInstallation(unit.tx, personId)) throw installationLocalOnly();
      if (email === null) throw emailUnverified();
      if (email !== (await this.persons.findEmail(unit.tx, personId))) throw emailDiffers();
      if (!access.isAdmitted) throw notInGroup();
      if (known && !known.isEnded) throw identityTaken();
      if (await this.identities.findOfPerson(unit.tx, providerId, personId)) throw alreadyLinked();
      const identityId = await this.identities.link(unit.tx, { municipalityId, providerId, personId, hash });
      unit.events.record(externalIdentityLinked, { municipalityId, aggregateType: 'external-identity', aggregateId: identityId, editionId: null, payload: { identityId, providerId, personId } });
      await this.access.apply(unit, { identityId, providerId, municipalityId, personId, administers: false }, access);
      return null;
    });
  }
}
