import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { Resource } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Inquiry, InquiryRecipient } from '../../domain/inquiry/inquiry.js';
import { participationError } from '../../domain/participation.errors.js';
import { InquiryLinkRepository } from '../../persistence/inquiry/inquiry-link.repository.js';
import type { InquiryLink } from '../../persistence/inquiry/inquiry-link.repository.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import { ContributionAccess } from '../contribution.access.js';

/** Who comes to answer: with a session, or with the token of a mail link. The token counts where there is one. */
export interface InquiryVisitor {
  readonly actor: Actor | null;
  readonly token: string | null;
}

/** Who answers, and for whom. */
export interface AnsweringFacts {
  /** A guest of the link where there is no session. */
  readonly actor: Actor;
  /** The mail link that was used; null with a session. */
  readonly link: InquiryLink | null;
  /** Whether the office enters it on behalf. */
  readonly isOffice: boolean;
  readonly inquiry: Inquiry;
  readonly recipient: InquiryRecipient;
}

/** The actor of whoever holds a link: nobody in particular, for one organisation. */
const guestOf = ({ id, municipalityId, organisationId }: InquiryLink): Actor => ({ kind: 'guest', personId: null, guestId: id, organisationId, gatheringId: null, municipalityId });

/** Finds inquiries for those who run them and those who answer. What is foreign looks exactly like what does not exist. */
@Injectable()
export class InquiryGate {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ContributionAccess) private readonly places: ContributionAccess,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryLinkRepository) private readonly links: InquiryLinkRepository,
  ) {}

  /** What rights on an edition's inquiries are asked of; null when there is no such edition. */
  async resourceOf(editionId: string): Promise<Resource | null> {
    const place = await this.places.findPlace(editionId, null);
    return place && { municipalityId: place.municipalityId, editionId, processId: place.processId, isPublished: place.isPublished };
  }

  /** @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async requireManage(actor: Actor, editionId: string): Promise<Resource> {
    const resource = await this.resourceOf(editionId);
    await this.policy.require(actor, 'inquiry.manage', resource);
    if (resource === null) throw notFound();
    return resource;
  }

  async mayManage(actor: Actor | null, editionId: string): Promise<boolean> {
    const resource = await this.resourceOf(editionId);
    return resource !== null && this.policy.can(actor, 'inquiry.manage', resource);
  }

  /** @throws as requireManage */
  async requireInquiry(actor: Actor, id: string): Promise<Inquiry> {
    const inquiry = await this.inquiries.find(this.database.client, id);
    if (inquiry === null) throw notFound();
    await this.requireManage(actor, inquiry.editionId);
    return inquiry;
  }

  /** One recipient, for the office. @throws as requireManage */
  async requireRecipient(actor: Actor, id: string): Promise<{ readonly inquiry: Inquiry; readonly recipient: InquiryRecipient }> {
    const recipient = await this.inquiries.findRecipient(this.database.client, id);
    if (recipient === null) throw notFound();
    return { inquiry: await this.requireInquiry(actor, recipient.inquiryId), recipient };
  }

  /** The link that a token opens. @throws ValidationError LINK_UNKNOWN for a token that is unknown, over or taken back */
  async requireLink(token: string): Promise<InquiryLink> {
    const link = await this.links.find(this.database.client, token);
    if (link === null) throw participationError('LINK_UNKNOWN', ['token']);
    return link;
  }

  /** Whether somebody answers for an organisation with her session. */
  mayAnswer(actor: Actor | null, { municipalityId, organisationId }: Pick<InquiryRecipient, 'municipalityId' | 'organisationId'>): Promise<boolean> {
    return this.policy.can(actor, 'inquiry.answer', { municipalityId, organisationId });
  }

  /** Whether somebody administers the organisation that is asked, and so releases its answers. */
  async mayRelease(actor: Actor | null, recipient: Pick<InquiryRecipient, 'municipalityId' | 'organisationId'>): Promise<boolean> {
    return this.places.speaksFor(actor, recipient);
  }

  /**
   * Who answers a request: whoever holds a link to it, a member of the organisation, or the office on behalf.
   * @throws ApplicationError NOT_FOUND for everybody else, and for a link of somebody else; ValidationError LINK_UNKNOWN
   */
  async requireAnswer({ actor, token }: InquiryVisitor, recipientId: string): Promise<AnsweringFacts> {
    const link = token === null ? null : await this.requireLink(token);
    const recipient = await this.inquiries.findRecipient(this.database.client, recipientId);
    const inquiry = recipient && (await this.inquiries.find(this.database.client, recipient.inquiryId));
    if (recipient === null || inquiry === null) throw notFound();
    if (link !== null) {
      if (!link.recipientIds.includes(recipientId)) throw notFound();
      return { actor: guestOf(link), link, isOffice: false, inquiry, recipient };
    }
    if (actor !== null && (await this.mayAnswer(actor, recipient))) return { actor, link: null, isOffice: false, inquiry, recipient };
    if (actor !== null && (await this.mayManage(actor, inquiry.editionId))) return { actor, link: null, isOffice: true, inquiry, recipient };
    throw notFound();
  }
}
