import { Inject, Injectable } from '@nestjs/common';
import { guestChanged } from '@konzeptwerkstatt/contracts';
import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase, type Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { forbidden, notFound, organisationUnknown, reasonRequired, reasonTooLong } from '../domain/identity.errors.js';
import type { GuestRecord } from '../domain/guest.js';
import { organisationNamed } from '../domain/stated-organisation.policy.js';
import { GuestRepository } from '../persistence/guest.repository.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { IdentityReader } from '../queries/identity.reader.js';
import type { OrganisationView } from '../queries/identity.views.js';

const MAX_REASON = 500;

/** What moderators decide about guests of their gathering; whoever administers an organisation also confirms who speaks for it. */
@Injectable()
export class ModerateGuestCommand {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(GuestRepository) private readonly guests: GuestRepository,
  ) {}

  /** From now on she can write nothing and reads why. @returns her id @throws ValidationError REASON_REQUIRED, REASON_TOO_LONG; ApplicationError NOT_FOUND, FORBIDDEN */
  async block(context: CommandContext, guestId: string, reason: string): Promise<string> {
    await this.require(context.actor, guestId);
    const told = reason.trim();
    if (told === '') throw reasonRequired();
    if (told.length > MAX_REASON || !isStorableText(told)) throw reasonTooLong();
    return this.save(context, guestId, (tx) => this.guests.setBlocked(tx, guestId, told));
  }

  /** @returns her id @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async unblock(context: CommandContext, guestId: string): Promise<string> {
    await this.require(context.actor, guestId);
    return this.save(context, guestId, (tx) => this.guests.setBlocked(tx, guestId, null));
  }

  /**
   * Says for which organisation she counts: whoever runs the gathering does, and the organisation she names, while nobody else has.
   * @param organisationId null: for none @returns her id @throws ValidationError UNKNOWN_ORGANISATION; ApplicationError NOT_FOUND, FORBIDDEN
   */
  async confirmOrganisation(context: CommandContext, guestId: string, organisationId: string | null): Promise<string> {
    const { actor } = context;
    const guest = await this.find(actor, guestId);
    const [organisation] = organisationId === null ? [] : await this.identity.organisationsByIds(guest.municipalityId, [organisationId]);
    const runsIt = await this.policy.can(actor, 'gathering.moderate', guest);
    if (!runsIt && (organisation === undefined || !(await this.isNamed(actor, guest, organisation)))) await this.policy.require(actor, 'gathering.moderate', guest);
    if (organisationId !== null && organisation === undefined) throw organisationUnknown();
    return this.save(context, guestId, async (tx) => {
      if (runsIt) return this.guests.setOrganisation(tx, guestId, organisationId);
      // Asked where it is written: whoever runs the gathering may say it at the same moment, and a repeated request finds its own answer.
      if (!(await this.guests.setFirstOrganisation(tx, guestId, organisationId))) throw forbidden();
    });
  }

  /** Whether the actor administers the organisation a guest says she comes from. */
  private async isNamed(actor: Actor, { municipalityId, statedOrganisation }: GuestRecord, organisation: OrganisationView): Promise<boolean> {
    if (organisation.id !== actor.organisationId) return false;
    const named = organisationNamed(await this.identity.organisations(municipalityId));
    return named(statedOrganisation) === organisation.id && this.policy.can(actor, 'organisation.administer', { municipalityId, organisationId: organisation.id });
  }

  private async require(actor: Actor, guestId: string): Promise<void> {
    const guest = await this.find(actor, guestId);
    await this.policy.require(actor, 'gathering.moderate', guest);
  }

  private async find(actor: Actor, guestId: string): Promise<GuestRecord> {
    const guest = await this.guests.find(this.database.client, guestId);
    if (guest === null || guest.municipalityId !== actor.municipalityId) throw notFound();
    if (actor.kind !== 'person') throw forbidden();
    return guest;
  }

  /** The event tells of the guest as she is after the change: read behind it, while the row is locked, so that two decisions at the same moment do not tell of what the other one has undone. */
  private save(context: CommandContext, guestId: string, write: (tx: Transaction) => Promise<void>): Promise<string> {
    return this.work.run(context, async ({ tx, events }) => {
      await write(tx);
      const guest = await this.guests.find(tx, guestId);
      if (guest === null) throw notFound();
      const { municipalityId, gatheringId, blockedReason, organisationId } = guest;
      events.record(guestChanged, { municipalityId, aggregateType: 'guest', aggregateId: guestId, editionId: null, payload: { guestId, gatheringId, isBlocked: blockedReason !== null, organisationId } });
      await sendWakeUp(tx, { kind: 'access', personId: null, guestId, municipalityId });
      return guestId;
    });
  }
}
