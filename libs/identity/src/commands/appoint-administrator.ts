import { Inject, Injectable } from '@nestjs/common';
import { accessGranted, accessWithdrawn } from '@konzeptwerkstatt/contracts';
import { derivedId } from '@konzeptwerkstatt/kernel';
import { PasswordHasher } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, type Unit } from '@konzeptwerkstatt/platform-outbox';
import { INSTALLATION_ID } from '../domain/access.policy.js';
import { tidyEmail, type NewAccount } from '../domain/account.policy.js';
import { emailTaken } from '../domain/identity.errors.js';
import { GrantRepository } from '../persistence/grant.repository.js';
import { NewAccountRepository } from '../persistence/new-account.repository.js';

/** Grants that come from setting up carry this origin. */
const SETUP_ORIGIN = 'identity.setup';

/** Who becomes administrator, of what, and for which office she acts. */
export interface Appointment {
  readonly personId: string;
  readonly municipalityId: string;
  readonly officeName: string;
}

/** Makes accounts and administrators within the unit of work of a command. */
@Injectable()
export class AdministratorAppointment {
  constructor(
    @Inject(PasswordHasher) private readonly hasher: PasswordHasher,
    @Inject(NewAccountRepository) private readonly accounts: NewAccountRepository,
    @Inject(GrantRepository) private readonly grants: GrantRepository,
  ) {}

  /** Hashing takes a while, so it happens before the transaction. */
  hash(password: string): Promise<string> {
    return this.hasher.hash(password);
  }

  /** @returns the person's id @throws ValidationError EMAIL_TAKEN */
  async createPerson({ tx }: Unit<Transaction>, { email, displayName }: Pick<NewAccount, 'email' | 'displayName'>, passwordHash: string): Promise<string> {
    const personId = await this.accounts.insertPerson(tx, { email: tidyEmail(email), displayName: displayName.trim(), passwordHash });
    if (personId === null) throw emailTaken();
    return personId;
  }

  /** Makes the person a member of the office and an administrator of the municipality. @returns the office's id */
  async appoint(unit: Unit<Transaction>, { personId, municipalityId, officeName }: Appointment): Promise<string> {
    const organisationId = await this.accounts.ensureOffice(unit.tx, municipalityId, officeName.trim());
    await this.accounts.insertMembership(unit.tx, municipalityId, personId, organisationId);
    await this.appointForMunicipality(unit, personId, municipalityId);
    return organisationId;
  }

  /** Lets somebody who belongs to the municipality's administration administer the municipality. */
  async appointForMunicipality(unit: Unit<Transaction>, personId: string, municipalityId: string): Promise<void> {
    await this.grant(unit, personId, municipalityId, 'municipality');
  }

  /** Takes the right to administer the municipality away, wherever it came from; whether anybody is left is the caller's business. */
  dismiss(unit: Unit<Transaction>, personId: string, municipalityId: string): Promise<void> {
    return this.withdraw(unit, { personId, municipalityId, scopeId: municipalityId });
  }

  /** The same for the installation. @param municipalityId of whoever takes it away, to which the event belongs */
  dismissFromInstallation(unit: Unit<Transaction>, personId: string, municipalityId: string): Promise<void> {
    return this.withdraw(unit, { personId, municipalityId, scopeId: INSTALLATION_ID });
  }

  private async withdraw({ tx, events }: Unit<Transaction>, { personId, municipalityId, scopeId }: { readonly personId: string; readonly municipalityId: string; readonly scopeId: string }): Promise<void> {
    for (const origin of await this.grants.endAdministration(tx, personId, scopeId)) {
      events.record(accessWithdrawn, { municipalityId, aggregateType: 'access', aggregateId: derivedId(origin.originId, 'access'), editionId: null, payload: origin });
    }
    await sendWakeUp(tx, { kind: 'access', personId, municipalityId });
  }

  /** Lets the person run the installation. The event belongs to the municipality she acts in. */
  async appointForInstallation(unit: Unit<Transaction>, personId: string, municipalityId: string): Promise<void> {
    await this.grant(unit, personId, municipalityId, 'installation');
  }

  private async grant({ tx, events }: Unit<Transaction>, personId: string, municipalityId: string, scopeKind: 'municipality' | 'installation'): Promise<void> {
    const scopeId = scopeKind === 'installation' ? INSTALLATION_ID : municipalityId;
    // One origin per person and scope, so that each can be ended alone.
    const originId = derivedId(personId, scopeId);
    await this.grants.insert(tx, { municipalityId: scopeId, subjectKind: 'person', subjectId: personId, originKind: SETUP_ORIGIN, originId }, { role: 'administrator', scopeKind, scopeId });
    events.record(accessGranted, { municipalityId, aggregateType: 'access', aggregateId: derivedId(originId, 'access'), editionId: null, payload: { originKind: SETUP_ORIGIN, originId } });
    await sendWakeUp(tx, { kind: 'access', personId, municipalityId });
  }
}
