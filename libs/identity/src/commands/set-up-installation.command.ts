import { Inject, Injectable } from '@nestjs/common';
import { municipalityCreated } from '@konzeptwerkstatt/contracts';
import { newId, SYSTEM_ACTOR, ValidationError } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { INSTALLATION_ID } from '../domain/access.policy.js';
import { accountErrors, nameErrors, type NewAccount } from '../domain/account.policy.js';
import { agsTaken, linkExpired, linkUnknown, linkUsed } from '../domain/identity.errors.js';
import { municipalityErrors, tidyAgs, type MunicipalityKind } from '../domain/municipality.policy.js';
import { AdministratorRepository } from '../persistence/administrator.repository.js';
import { MunicipalityRepository } from '../persistence/municipality.repository.js';
import { OneTimeLinkRepository } from '../persistence/one-time-link.repository.js';
import { AdministratorAppointment } from './appoint-administrator.js';

/** What the first administrator says of herself and her municipality. */
export interface InstallationSetup extends NewAccount {
  readonly token: string;
  readonly municipalityName: string;
  readonly ags: string;
  readonly kind: MunicipalityKind;
  /** The office of the administration for which she acts. */
  readonly officeName: string;
}

/** Serialises what only one may do: there is one installation. */
const INSTALLATION_LOCK = 7_203_416;

/** Begins an installation: the first account, the first municipality, and the right to run both. */
@Injectable()
export class SetUpInstallationCommand {
  constructor(
    @Inject(OneTimeLinkRepository) private readonly links: OneTimeLinkRepository,
    @Inject(MunicipalityRepository) private readonly municipalities: MunicipalityRepository,
    @Inject(AdministratorRepository) private readonly administrators: AdministratorRepository,
    @Inject(AdministratorAppointment) private readonly appointment: AdministratorAppointment,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * A new link for whoever starts the server, while nobody runs the installation; the one before stops working.
   * @returns its token; null when there is an administrator
   */
  renewLink(): Promise<string | null> {
    return this.work.run({ actor: SYSTEM_ACTOR }, async ({ tx }) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${INSTALLATION_LOCK})`;
      if (await this.administrators.isThere(tx, INSTALLATION_ID)) return null;
      await this.links.revoke(tx, 'installation-setup', {});
      return this.links.create(tx, { purpose: 'installation-setup', payload: {}, municipalityId: null, createdBy: null });
    });
  }

  /**
   * @returns the municipality's id
   * @throws ValidationError LINK_UNKNOWN, LINK_USED, LINK_EXPIRED, EMAIL_TAKEN, AGS_TAKEN, and what the account and the municipality lack
   */
  async execute(setup: InstallationSetup, correlationId: string): Promise<string> {
    const errors = [
      ...accountErrors(setup), ...municipalityErrors({ name: setup.municipalityName, ags: setup.ags }, 'municipalityName'), ...nameErrors(setup.officeName, 'officeName', 200),
    ];
    // Whoever has no link learns nothing of the rest, and costs no hashing.
    const { state } = await this.links.look('installation-setup', setup.token);
    if (state === 'unknown') throw linkUnknown();
    if (state !== 'open') throw state === 'used' ? linkUsed() : linkExpired();
    if (errors.length > 0) throw new ValidationError(errors);
    const passwordHash = await this.appointment.hash(setup.password);
    return this.work.run({ actor: SYSTEM_ACTOR, correlationId }, async (unit) => {
      await this.links.use(unit.tx, 'installation-setup', setup.token);
      const municipalityId = newId();
      const facts = { name: setup.municipalityName.trim(), ags: tidyAgs(setup.ags), kind: setup.kind, countyId: null };
      if (!(await this.municipalities.insert(unit.tx, municipalityId, facts))) throw agsTaken();
      unit.events.record(municipalityCreated, { municipalityId, aggregateType: 'municipality', aggregateId: municipalityId, editionId: null, payload: { municipalityId } });
      const personId = await this.appointment.createPerson(unit, setup, passwordHash);
      await this.appointment.appoint(unit, { personId, municipalityId, officeName: setup.officeName });
      await this.appointment.appointForInstallation(unit, personId, municipalityId);
      return municipalityId;
    });
  }
}
