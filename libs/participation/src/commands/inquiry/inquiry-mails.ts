import { Inject, Injectable } from '@nestjs/common';
import { IdentityReader, mailLanguage } from '@konzeptwerkstatt/identity';
import type { MailLanguage, OrganisationReach } from '@konzeptwerkstatt/identity';
import { APP_CONFIG } from '@konzeptwerkstatt/platform-config';
import type { AppConfig } from '@konzeptwerkstatt/platform-config';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { addressInLanguage, MailOutbox } from '@konzeptwerkstatt/platform-mail';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { deadlineOf } from '../../domain/inquiry/inquiry.js';
import { participationError } from '../../domain/participation.errors.js';
import { InquiryAnswerRepository } from '../../persistence/inquiry/inquiry-answer.repository.js';
import { InquiryLinkRepository } from '../../persistence/inquiry/inquiry-link.repository.js';
import { InquiryNoticeRepository } from '../../persistence/inquiry/inquiry-notice.repository.js';
import type { DueNotice, DueOrganisation, OpenRequest } from '../../persistence/inquiry/inquiry-notice.repository.js';
import type { AnsweringFacts } from '../../queries/inquiry/inquiry.gate.js';
import { ProposedPartReader } from '../../queries/inquiry/proposed-part.reader.js';
import { inquiryMail, lateMail } from './inquiry.mail.js';
import type { InquiryMailPurpose, MailedRequest } from './inquiry.mail.js';

/** A link goes on for so many days after the last deadline, to look at what was handed in. */
const DAYS_AFTER_DEADLINE = 28;
const AFTER_DEADLINE_MS = DAYS_AFTER_DEADLINE * 86_400_000;

/** To whom a mail goes: the mailbox that several read comes first, after the deadline the deputy. */
function recipientOf({ mailbox, contactEmail, deputyEmail }: OrganisationReach, purpose: InquiryMailPurpose): string | null {
  return purpose === 'deputy' ? deputyEmail ?? contactEmail ?? mailbox : mailbox ?? contactEmail ?? deputyEmail;
}

/** Writes mails about inquiries, in the caller's transaction. */
@Injectable()
export class InquiryMails {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(MailOutbox) private readonly mails: MailOutbox,
    @Inject(InquiryLinkRepository) private readonly links: InquiryLinkRepository,
    @Inject(InquiryNoticeRepository) private readonly notices: InquiryNoticeRepository,
    @Inject(InquiryAnswerRepository) private readonly answers: InquiryAnswerRepository,
    @Inject(ProposedPartReader) private readonly proposed: ProposedPartReader,
  ) {}

  /** Writes what is due of one organisation: one mail with everything open, and after a week of silence one to the office for each inquiry. However often and wherever it runs, each is written once. */
  async writeDue(tx: Transaction, organisation: DueOrganisation): Promise<void> {
    const { isMailAllowed, due } = await this.notices.lockDue(tx, organisation);
    const [reach] = await this.identity.reachOf(tx, organisation.municipalityId, [organisation.organisationId]);
    if (reach === undefined) return;
    const open = await this.notices.openRequests(tx, organisation);
    const own = due.filter(({ level }) => level !== 'office');
    if (isMailAllowed && own.length > 0) await this.writeToOrganisation(tx, { organisation, reach, open }, own);
    const late = due.filter(({ level }) => level === 'office').map(({ recipientId }) => recipientId);
    for (const request of open.filter(({ recipientId }) => late.includes(recipientId))) await this.writeToOffice(tx, organisation, reach, request);
  }

  /**
   * A link of its own for somebody whom a colleague has chosen. It ends with the colleague's own at the latest, so that passing on never prolongs.
   * @param email null: the deputy
   * @throws ValidationError NO_DEPUTY, DEADLINE_PASSED when the time to look at it is over, too
   */
  async passOn(unit: Unit<Transaction>, { inquiry, recipient, link }: AnsweringFacts, email: string | null): Promise<void> {
    const { municipalityId, organisationId } = recipient;
    const deadline = deadlineOf(inquiry, recipient);
    const expiresAt = new Date(Math.min(deadline.getTime() + AFTER_DEADLINE_MS, link?.expiresAt.getTime() ?? Infinity));
    if (expiresAt <= new Date()) throw participationError('DEADLINE_PASSED', ['requestId']);
    const [reach] = await this.identity.reachOf(unit.tx, municipalityId, [organisationId]);
    const to = email ?? reach?.deputyEmail ?? null;
    if (reach === undefined || to === null) throw participationError('NO_DEPUTY', ['email']);
    const requests = [{ title: inquiry.title, deadline }];
    const token = await this.links.create(unit.tx, { municipalityId, organisationId, recipientIds: [recipient.id], fromLinkId: link?.id ?? null, expiresAt });
    await this.links.notePassedOn(unit.tx, municipalityId, recipient.id);
    const language = mailLanguage(reach.language);
    const text = inquiryMail(language, 'passed_on', { organisation: reach.name, municipality: await this.identity.municipalityName(unit.tx, municipalityId), requests, address: this.address(token, language) });
    await this.mails.put(unit, { municipalityId, recipient: to, kind: 'participation.inquiry', language, ...text });
  }

  /** Says in the organisation's mailbox that its head has given answers back, with a link to work them over; nothing where it has no address. */
  async giveBack(tx: Transaction, { inquiry, recipient }: AnsweringFacts): Promise<void> {
    const { municipalityId, organisationId } = recipient;
    const [reach] = await this.identity.reachOf(tx, municipalityId, [organisationId]);
    const to = reach === undefined ? null : recipientOf(reach, 'returned');
    if (reach === undefined || to === null) return;
    const requests = [{ title: inquiry.title, deadline: deadlineOf(inquiry, recipient) }];
    const token = await this.links.create(tx, { municipalityId, organisationId, recipientIds: [recipient.id], fromLinkId: null, expiresAt: this.expiry(requests) });
    const language = mailLanguage(reach.language);
    const text = inquiryMail(language, 'returned', { organisation: reach.name, municipality: await this.identity.municipalityName(tx, municipalityId), requests, address: this.address(token, language) });
    await this.mails.write(tx, { municipalityId, recipient: to, kind: 'participation.inquiry', language, ...text });
  }

  private async writeToOrganisation(tx: Transaction, { organisation, reach, open }: { readonly organisation: DueOrganisation; readonly reach: OrganisationReach; readonly open: readonly OpenRequest[] }, due: readonly DueNotice[]): Promise<void> {
    const { municipalityId, organisationId } = organisation;
    const isFirst = due.some(({ level }) => level === 'asked');
    const purpose: InquiryMailPurpose = isFirst ? 'asked' : due.some(({ level }) => level === 'deputy') ? 'deputy' : 'reminder';
    // Something new goes to the mailbox; the word to the deputy about something else stays due for the next mail.
    const told = due.filter(({ level }) => !isFirst || level !== 'deputy');
    const to = recipientOf(reach, purpose);
    if (to === null) return;
    const token = await this.links.create(tx, { municipalityId, organisationId, recipientIds: open.map(({ recipientId }) => recipientId), fromLinkId: null, expiresAt: this.expiry(open) });
    const language = mailLanguage(reach.language);
    const requests = await this.withParts(tx, organisation, open);
    const text = inquiryMail(language, purpose, { organisation: reach.name, municipality: await this.identity.municipalityName(tx, municipalityId), requests, address: this.address(token, language) });
    await this.mails.write(tx, { municipalityId, recipient: to, kind: 'participation.inquiry', language, ...text });
    for (const level of new Set(told.map((notice) => notice.level))) await this.notices.note(tx, organisation, told.filter((notice) => notice.level === level).map(({ recipientId }) => recipientId), level);
  }

  /** The requests, each with as what the organisation is proposed. */
  private async withParts(tx: Transaction, { municipalityId, organisationId }: DueOrganisation, open: readonly OpenRequest[]): Promise<MailedRequest[]> {
    const lines = await this.answers.findLines(tx, municipalityId, open.map(({ recipientId }) => recipientId));
    const parts = await this.proposed.ofRequests(tx, open.map(({ recipientId, kind }) => ({ recipientId, organisationId, kind })), lines);
    return open.map(({ recipientId, title, deadline }) => {
      const own = [...(parts.get(recipientId)?.values() ?? [])];
      return { title, deadline, proposed: { lead: own.filter((part) => part === 'lead').length, partner: own.filter((part) => part === 'partner').length } };
    });
  }

  private async writeToOffice(tx: Transaction, organisation: DueOrganisation, reach: OrganisationReach, request: OpenRequest): Promise<void> {
    const { municipalityId } = organisation;
    await this.notices.note(tx, organisation, [request.recipientId], 'office');
    const [office] = await this.identity.addressees(tx, request.createdById === null ? [] : [request.createdById]);
    if (office === undefined) return;
    const language = mailLanguage(office.language);
    const text = lateMail(language, { organisation: reach.name, municipality: await this.identity.municipalityName(tx, municipalityId), requests: [request], address: addressInLanguage(this.config, `/abfragen/${request.inquiryId}`, language) });
    await this.mails.write(tx, { municipalityId, recipient: office.email, kind: 'participation.inquiry-late', language, ...text });
  }

  private expiry(requests: readonly { readonly deadline: Date }[]): Date {
    const last = Math.max(Date.now(), ...requests.map(({ deadline }) => deadline.getTime()));
    return new Date(last + AFTER_DEADLINE_MS);
  }

  private address(token: string, language: MailLanguage): string {
    return addressInLanguage(this.config, `/abfrage#${token}`, language);
  }
}
