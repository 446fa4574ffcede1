import { Inject, Injectable } from '@nestjs/common';
import { newId, systemClock, ValidationError, type UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { invitationIssued, invitationWithdrawn } from '@konzeptwerkstatt/contracts';
import { AttemptLimiter } from '@konzeptwerkstatt/platform-auth';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import type { InvitationWay, MembershipRole, Transaction } from '@konzeptwerkstatt/platform-database';
import { addressInLanguage, isMailAddress, MailOutbox, normalisedMailAddress } from '@konzeptwerkstatt/platform-mail';
import { UnitOfWork, type CommandContext, type Unit } from '@konzeptwerkstatt/platform-outbox';
import { alreadyMember } from '../domain/identity.errors.js';
import { groupedCode } from '../domain/link-code.policy.js';
import { invitationMail } from '../domain/mail-texts/invitation.mail.js';
import { mailLanguage } from '../domain/mail-texts/mail-text.js';
import { tidyName } from '../domain/organisation.entity.js';
import { InvitationRepository } from '../persistence/invitation.repository.js';
import { OneTimeLinkRepository } from '../persistence/one-time-link.repository.js';
import { IdentityReader } from '../queries/identity.reader.js';
import type { OrganisationView } from '../queries/identity.views.js';
import { actingPerson } from './acting-person.js';
import { MemberGate } from './member.gate.js';

/** Who is invited, to what and how. */
export interface Invitation {
  readonly organisationId: string;
  readonly name: string;
  /** Needed for a mail; a letter without one is for whoever holds it. */
  readonly email: string | null;
  readonly role: MembershipRole;
  readonly way: InvitationWay;
  readonly language: string;
}

/** What came of it; the address is told once, for the letter to be printed, and is null for a mail and when the call is repeated. */
export interface IssuedInvitation {
  readonly invitationId: string;
  readonly letterAddress: string | null;
}

/** Days an invitation is good for: a letter takes its time. */
export const INVITATION_DAYS: Readonly<Record<InvitationWay, number>> = { mail: 7, letter: 28 };

function problemsOf({ name, email, way }: Invitation): UserErrorDetail[] {
  const errors: UserErrorDetail[] = [];
  if (name === '') errors.push({ code: 'NAME_REQUIRED', message: 'Bitte geben Sie einen Namen ein.', path: ['name'] });
  if (name.length > 100) errors.push({ code: 'NAME_TOO_LONG', message: 'Der Name darf höchstens 100 Zeichen haben.', path: ['name'], params: { max: 100 } });
  if (email === null ? way === 'mail' : !isMailAddress(email)) errors.push({ code: 'EMAIL_INVALID', message: 'Das ist keine E-Mail-Adresse.', path: ['email'] });
  return errors;
}

/** Invites a person to an organisation, by mail or by a letter to print. */
@Injectable()
export class InvitePersonCommand {
  /** Enough for a list of everybody, and too little for a flood of mails in the municipality's name. */
  private readonly perPerson = new AttemptLimiter({ attempts: 300, windowMs: 3_600_000 }, systemClock);

  constructor(
    @Inject(MemberGate) private readonly gate: MemberGate,
    @Inject(InvitationRepository) private readonly invitations: InvitationRepository,
    @Inject(OneTimeLinkRepository) private readonly links: OneTimeLinkRepository,
    @Inject(MailOutbox) private readonly mails: MailOutbox,
    @Inject(IdentityReader) private readonly reader: IdentityReader,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @throws ValidationError NAME_REQUIRED, NAME_TOO_LONG, EMAIL_INVALID, ALREADY_MEMBER; ApplicationError NOT_FOUND, FORBIDDEN, RATE_LIMITED */
  async execute(context: CommandContext, typed: Invitation): Promise<IssuedInvitation> {
    const organisation = await this.gate.requireAdminister(context.actor, typed.organisationId);
    const email = typed.email === null || typed.email.trim() === '' ? null : normalisedMailAddress(typed.email);
    const invitation = { ...typed, name: tidyName(typed.name), email };
    const problems = problemsOf(invitation);
    if (problems.length > 0) throw new ValidationError(problems);
    if (email !== null && (await this.reader.isMember(organisation.municipalityId, organisation.id, email))) throw alreadyMember();
    this.perPerson.take(actingPerson(context.actor).personId);
    const names = await this.namesFor(context, organisation);
    // The address stays out of the stored answer: it opens an account.
    let address: string | null = null;
    const invitationId = await this.work.run(context, async (unit) => {
      const issued = await this.issue(unit, organisation, invitation, actingPerson(context.actor).personId);
      address = issued.address;
      if (invitation.way === 'mail' && email !== null) await this.send(unit, organisation, { ...invitation, email }, { ...names, address: issued.address });
      return issued.id;
    });
    return { invitationId, letterAddress: invitation.way === 'letter' ? address : null };
  }

  private async namesFor({ actor }: CommandContext, organisation: OrganisationView): Promise<{ municipality: string; inviter: string }> {
    const municipality = await this.reader.municipality(organisation.municipalityId);
    const [own] = await this.reader.organisationsByIds(organisation.municipalityId, [actingPerson(actor).organisationId]);
    return { municipality: municipality?.name ?? '', inviter: own?.name ?? organisation.name };
  }

  private async issue({ tx, events }: Unit<Transaction>, { id: organisationId, municipalityId }: OrganisationView, { name, email, role, way, language }: Invitation, invitedBy: string): Promise<{ id: string; address: string }> {
    for (const earlier of email === null ? [] : await this.invitations.withdrawEarlier(tx, organisationId, email)) {
      await this.links.revoke(tx, 'invitation', { invitationId: earlier });
      events.record(invitationWithdrawn, { municipalityId, aggregateType: 'invitation', aggregateId: earlier, editionId: null, payload: { invitationId: earlier } });
    }
    const id = newId();
    await this.invitations.insert(tx, { id, municipalityId, organisationId, role, way, name, email, language, invitedBy, days: INVITATION_DAYS[way] });
    const token = await this.links.create(tx, { purpose: 'invitation', payload: { invitationId: id }, municipalityId, createdBy: invitedBy, isTyped: way === 'letter', minutes: INVITATION_DAYS[way] * 24 * 60 });
    events.record(invitationIssued, { municipalityId, aggregateType: 'invitation', aggregateId: id, editionId: null, payload: { invitationId: id, organisationId } });
    return { id, address: addressInLanguage(this.config, `/einladung#${way === 'letter' ? groupedCode(token) : token}`, mailLanguage(language)) };
  }

  private async send(unit: Unit<Transaction>, organisation: OrganisationView, { name, email, language: wanted }: Invitation & { email: string }, facts: { municipality: string; inviter: string; address: string }): Promise<void> {
    const language = mailLanguage(wanted);
    const mail = invitationMail(language, { ...facts, name, organisation: organisation.name, days: INVITATION_DAYS.mail });
    await this.mails.put(unit, { municipalityId: organisation.municipalityId, recipient: email, kind: 'identity.invitation', language, ...mail });
  }
}
