import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR, ValidationError, type Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { accountErrors, nameErrors, type NewAccount } from '../domain/account.policy.js';
import { linkExpired, linkUnknown, linkUsed } from '../domain/identity.errors.js';
import { OneTimeLinkRepository } from '../persistence/one-time-link.repository.js';
import { AdministratorAppointment } from './appoint-administrator.js';

/** Who takes a municipality over by a link. */
export interface MunicipalityAcceptance {
  readonly token: string;
  readonly officeName: string;
  /** Null for somebody who is signed in already. */
  readonly account: NewAccount | null;
  readonly actor: Actor | null;
}

/** Takes over a municipality that was begun for one: with a new account, or with the one somebody is signed in with. */
@Injectable()
export class AcceptMunicipalityCommand {
  constructor(
    @Inject(OneTimeLinkRepository) private readonly links: OneTimeLinkRepository,
    @Inject(AdministratorAppointment) private readonly appointment: AdministratorAppointment,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * @returns the office's id
   * @throws ValidationError LINK_UNKNOWN, LINK_USED, LINK_EXPIRED, EMAIL_TAKEN, and what the account lacks
   */
  async execute({ token, officeName, account, actor }: MunicipalityAcceptance, correlationId: string): Promise<string> {
    const { state } = await this.links.look('municipality-setup', token);
    if (state === 'unknown') throw linkUnknown();
    if (state !== 'open') throw state === 'used' ? linkUsed() : linkExpired();
    const missing: NewAccount = { displayName: '', email: '', password: '', passwordConfirmation: '' };
    const isNew = (actor?.personId ?? null) === null;
    const errors = [...(isNew ? accountErrors(account ?? missing) : []), ...nameErrors(officeName, 'officeName', 200)];
    if (errors.length > 0) throw new ValidationError(errors);
    const passwordHash = isNew && account ? await this.appointment.hash(account.password) : '';
    return this.work.run({ actor: SYSTEM_ACTOR, correlationId }, async (unit) => {
      const { municipalityId } = await this.links.use(unit.tx, 'municipality-setup', token);
      const personId = actor?.personId ?? (await this.appointment.createPerson(unit, account ?? missing, passwordHash));
      return this.appointment.appoint(unit, { personId, municipalityId, officeName });
    });
  }
}
