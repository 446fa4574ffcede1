import { Inject, Injectable } from '@nestjs/common';
import { normalisedMailAddress } from '@konzeptwerkstatt/platform-mail';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { INSTALLATION_ID } from '../domain/access.policy.js';
import { lastAdministrator, notFound, unknownAccount } from '../domain/identity.errors.js';
import { AdministratorRepository } from '../persistence/administrator.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { actingPerson } from './acting-person.js';
import { AdministratorAppointment } from './appoint-administrator.js';

/** Hands the installation on to other accounts, and takes it back; somebody is always left. */
@Injectable()
export class HandOnInstallationCommand {
  constructor(
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(AdministratorRepository) private readonly administrators: AdministratorRepository,
    @Inject(AdministratorAppointment) private readonly appointment: AdministratorAppointment,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * Lets whoever has an account with that address run the installation, too. She must be able to sign in with a password and belong to an organisation.
   * @returns her id @throws ApplicationError FORBIDDEN; ValidationError UNKNOWN_ACCOUNT
   */
  async appoint(context: CommandContext, email: string): Promise<string> {
    const municipalityId = await this.requireAdministration(context);
    const account = await this.persons.findAccountByEmail(normalisedMailAddress(email));
    if (account === null) throw unknownAccount();
    return this.work.run(context, async (unit) => {
      if (await this.administrators.isAtWork(unit.tx, INSTALLATION_ID, account.id)) return account.id;
      await this.appointment.appointForInstallation(unit, account.id, municipalityId);
      if (!(await this.administrators.isAtWork(unit.tx, INSTALLATION_ID, account.id))) throw unknownAccount();
      return account.id;
    });
  }

  /** Takes it away from somebody, perhaps from oneself. @returns her id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError LAST_ADMINISTRATOR */
  async dismiss(context: CommandContext, personId: string): Promise<string> {
    const municipalityId = await this.requireAdministration(context);
    return this.work.run(context, async (unit) => {
      const administered = await this.administrators.lockScopesOf(unit.tx, personId);
      if (!administered.includes(INSTALLATION_ID)) throw notFound();
      await this.appointment.dismissFromInstallation(unit, personId, municipalityId);
      if (await this.administrators.isOneDeserted(unit.tx, [INSTALLATION_ID])) throw lastAdministrator();
      return personId;
    });
  }

  private async requireAdministration({ actor }: CommandContext): Promise<string> {
    const { municipalityId } = actingPerson(actor);
    await this.policy.require(actor, 'installation.administer', { municipalityId });
    return municipalityId;
  }
}
