import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, newId, systemClock, ValidationError, type Actor } from '@konzeptwerkstatt/kernel';
import { membershipBegan } from '@konzeptwerkstatt/contracts';
import { AttemptLimiter, newSessionToken } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { isMailAddress, normalisedMailAddress } from '@konzeptwerkstatt/platform-mail';
import { sendWakeUp, UnitOfWork, type Unit } from '@konzeptwerkstatt/platform-outbox';
import { alreadyMember, invitationForOthers, linkExpired } from '../domain/identity.errors.js';
import { normalisedToken } from '../domain/link-code.policy.js';
import { newAccountErrors } from '../domain/new-account.policy.js';
import { InvitationRepository, type OpenInvitation } from '../persistence/invitation.repository.js';
import { MembershipRepository } from '../persistence/membership.repository.js';
import { OneTimeLinkRepository } from '../persistence/one-time-link.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { InvitedAccounts } from './invited-accounts.js';
import { PasswordGate } from './password.gate.js';

/** Answers that say something about an account: whoever holds a link may not have many of them. */
const TELLING_CODES: readonly string[] = ['ACCOUNT_EXISTS', 'INVALID_CREDENTIALS'];

/** A sign-in by an invitation. */
export interface NewAccount {
  readonly token: string;
  readonly name: string;
  /** Counts only for a letter that names no address. */
  readonly email: string | null;
  /** A new one, or that of the account which the invitation's address has. */
  readonly password: string;
  readonly clientAddress: string;
  readonly userAgent: string;
  readonly correlationId: string;
}

function requireGoodAccount(account: Pick<NewAccount, 'name' | 'email' | 'password'>): void {
  const errors = newAccountErrors(account);
  if (errors.length > 0) throw new ValidationError(errors);
}

/** Accepts invitations: as somebody with an account, or by making one. */
@Injectable()
export class AcceptInvitationCommand {
  /** Many open their letters in one hall, behind one address; what stands in a link cannot be guessed anyway. */
  private readonly attempts = new AttemptLimiter({ attempts: 200, windowMs: 15 * 60_000 }, systemClock);

  constructor(
    @Inject(OneTimeLinkRepository) private readonly links: OneTimeLinkRepository,
    @Inject(InvitationRepository) private readonly invitations: InvitationRepository,
    @Inject(MembershipRepository) private readonly memberships: MembershipRepository,
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(InvitedAccounts) private readonly accounts: InvitedAccounts,
    @Inject(PasswordGate) private readonly passwords: PasswordGate,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** Counts a look or a try of one address. @throws ApplicationError RATE_LIMITED */
  count(clientAddress: string): void {
    this.attempts.take(clientAddress);
  }

  /**
   * Makes the account, with the address the invitation was sent to, and signs in. When that address has an account already, its
   * password opens it: whoever belongs to no organisation any more cannot sign in first.
   * @returns the session's token, for the cookie
   * @throws ValidationError LINK_UNKNOWN, LINK_USED, LINK_EXPIRED, ACCOUNT_EXISTS, INVALID_CREDENTIALS, ALREADY_MEMBER, NAME_REQUIRED, NAME_TOO_LONG, EMAIL_INVALID, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_GUESSABLE; ApplicationError RATE_LIMITED
   */
  async withPassword(account: NewAccount): Promise<string> {
    this.count(account.clientAddress);
    const seconds = await this.links.pausedSeconds('invitation', normalisedToken(account.token));
    if (seconds > 0) throw new ApplicationError('RATE_LIMITED', 'Das waren viele Versuche. Bitte warten Sie einen Moment; die Einladung gilt weiter.', seconds);
    const email = await this.takenAddress(account.token);
    try {
      return await (email === null ? this.withNewAccount(account) : this.withKnownAccount(account, email));
    } catch (error) {
      if (error instanceof ValidationError && error.details.some(({ code }) => TELLING_CODES.includes(code))) await this.links.noteFailure('invitation', normalisedToken(account.token));
      throw error;
    }
  }

  /** The address of the invitation when it has an account; null for every other link, also one that is not good. */
  private async takenAddress(typedToken: string): Promise<string | null> {
    const { payload } = await this.links.look('invitation', normalisedToken(typedToken));
    const email = payload && (await this.invitations.emailOf(payload.invitationId));
    return email && (await this.persons.findAccountByEmail(email)) ? email : null;
  }

  private async withKnownAccount({ token: typedToken, password, clientAddress, userAgent, correlationId }: NewAccount, email: string): Promise<string> {
    const { id: personId } = await this.passwords.check({ email, password, clientAddress });
    const token = newSessionToken();
    const actor: Actor = { kind: 'person', personId, guestId: null, organisationId: null, gatheringId: null, municipalityId: null };
    await this.work.run({ actor, correlationId }, async (unit) => {
      const invitation = await this.useAs(unit.tx, typedToken, personId);
      await this.begin(unit, invitation, personId);
      await this.accounts.signIn(unit, invitation, { token, personId, userAgent });
      await sendWakeUp(unit.tx, { kind: 'access', personId, municipalityId: null });
      return null;
    });
    return token;
  }

  private async withNewAccount(account: NewAccount): Promise<string> {
    requireGoodAccount(account);
    // Before the transaction: hashing takes long, and whoever holds a connection must not wait.
    const passwordHash = await this.passwords.hash(account.password);
    const [personId, token] = [newId(), newSessionToken()];
    const actor: Actor = { kind: 'person', personId, guestId: null, organisationId: null, gatheringId: null, municipalityId: null };
    await this.work.run({ actor, correlationId: account.correlationId }, async (unit) => {
      const invitation = await this.use(unit.tx, account.token);
      const email = invitation.email ?? normalisedMailAddress(account.email ?? '');
      if (!isMailAddress(email)) throw new ValidationError([{ code: 'EMAIL_INVALID', message: 'Das ist keine E-Mail-Adresse.', path: ['email'] }]);
      requireGoodAccount({ ...account, email });
      await this.accounts.make(unit, invitation, { personId, email, name: account.name.trim(), passwordHash });
      await this.begin(unit, invitation, personId);
      await this.accounts.signIn(unit, invitation, { token, personId, userAgent: account.userAgent });
      return null;
    });
    return token;
  }

  /**
   * Takes the invitation for the signed-in person, if it was sent to her address or to nobody in particular.
   * @returns the organisation's id @throws ValidationError LINK_UNKNOWN, LINK_USED, LINK_EXPIRED, INVITATION_FOR_OTHERS, ALREADY_MEMBER
   */
  async asPerson(actor: Actor & { readonly personId: string }, typedToken: string, request: { readonly clientAddress: string; readonly correlationId: string }): Promise<string> {
    this.count(request.clientAddress);
    return this.work.run({ actor, correlationId: request.correlationId }, async (unit) => {
      const invitation = await this.useAs(unit.tx, typedToken, actor.personId);
      await this.begin(unit, invitation, actor.personId);
      await sendWakeUp(unit.tx, { kind: 'access', personId: actor.personId, municipalityId: null });
      return invitation.organisationId;
    });
  }

  private async use(tx: Transaction, typedToken: string): Promise<OpenInvitation> {
    const { invitationId } = await this.links.use(tx, 'invitation', normalisedToken(typedToken));
    const invitation = await this.invitations.findOpen(tx, invitationId);
    if (!invitation) throw linkExpired();
    return invitation;
  }

  /** Uses the link for an account; when it is not for this one, or she is a member, the transaction gives it back. */
  private async useAs(tx: Transaction, typedToken: string, personId: string): Promise<OpenInvitation> {
    const invitation = await this.use(tx, typedToken);
    if (invitation.email !== null && invitation.email !== (await this.persons.findEmail(tx, personId))) throw invitationForOthers();
    if (await this.memberships.isMember(tx, { ...invitation, personId })) throw alreadyMember('token');
    return invitation;
  }

  private async begin({ tx, events }: Unit<Transaction>, { id, municipalityId, organisationId, role }: OpenInvitation, personId: string): Promise<void> {
    await this.invitations.noteAccepted(tx, id, personId);
    const membershipId = await this.memberships.begin(tx, { municipalityId, organisationId, personId, role });
    events.record(membershipBegan, { municipalityId, aggregateType: 'membership', aggregateId: membershipId, editionId: null, payload: { membershipId, organisationId, personId } });
  }
}
