import { Inject, Injectable } from '@nestjs/common';
import { derivedId, newId, systemClock } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { cardChanged, contributionSubmitted } from '@konzeptwerkstatt/contracts';
import { AccessPolicy, GuestReader } from '@konzeptwerkstatt/identity';
import { AttemptLimiter } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { gatheringStateOf } from '@konzeptwerkstatt/planning';
import type { GatheringRow } from '@konzeptwerkstatt/planning';
import { attachmentProblems } from '../domain/attachment.policy.js';
import { cardProblems } from '../domain/card.js';
import type { WantedCard } from '../domain/card.js';
import type { Contribution } from '../domain/contribution.js';
import { participationError, throwProblems } from '../domain/participation.errors.js';
import { CardRepository } from '../persistence/card.repository.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { AttachmentKeeper } from './attachment.keeper.js';
import { TablePlaceFinder } from './table-place.finder.js';
import type { TablePlace } from './table-place.finder.js';

type CardOrigin = Pick<Contribution, 'way' | 'sender' | 'contributorId' | 'organisationId' | 'enteredById'> & { readonly guestId: string | null; readonly isReleased: boolean; readonly attachmentIds: readonly string[] };

/** How a card came that somebody else wrote or said. */
interface EnteredFrom {
  readonly way: string;
  readonly sender: string | null;
  /** Files the actor has uploaded for it: a photograph of the paper. */
  readonly attachmentIds: readonly string[];
}

const resourceOf = ({ municipalityId, processId, id }: GatheringRow) => ({ municipalityId, processId, gatheringId: id });

/** Takes cards in: from guests and people with an account, and what was said on paper or on the phone. */
@Injectable()
export class WriteCardCommand {
  private readonly perWriter = new AttemptLimiter({ attempts: 60, windowMs: 600_000 }, systemClock);

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(GuestReader) private readonly guests: GuestReader,
    @Inject(TablePlaceFinder) private readonly places: TablePlaceFinder,
    @Inject(AttachmentKeeper) private readonly attachments: AttachmentKeeper,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(CardRepository) private readonly cards: CardRepository,
  ) {}

  /**
   * A card of whoever takes part. It waits for its release where the gathering wants that and its writer does not run it.
   * @returns the card's id, the same for the same key of a guest however often it is sent
   * @throws ApplicationError NOT_FOUND, FORBIDDEN, RATE_LIMITED; ValidationError GATHERING_OVER, GATHERING_NOT_OPEN, GUEST_BLOCKED, TABLE_GONE, UNKNOWN_SECTION and those of the words
   */
  async write(context: CommandContext, wanted: WantedCard): Promise<string> {
    const { actor } = context;
    const place = await this.places.find(actor, wanted.tableId);
    if (!(await this.policy.can(actor, 'gathering.contribute', resourceOf(place.gathering)))) await this.requireStanding(actor);
    await this.policy.require(actor, 'gathering.contribute', resourceOf(place.gathering));
    if (gatheringStateOf(place.gathering) === 'over') throw participationError('GATHERING_OVER', ['tableId']);
    const isReleased = !place.gathering.releasesCards || (await this.policy.can(actor, 'gathering.moderate', resourceOf(place.gathering)));
    const { personId, guestId, organisationId } = actor;
    return this.store(context, place, wanted, { way: guestId === null ? 'online' : 'workshop', sender: null, contributorId: personId, organisationId, enteredById: null, guestId, isReleased, attachmentIds: [] });
  }

  /** What was said on paper or on the phone; it needs no release. @returns the card's id @throws as `write`; ValidationError WAY_INVALID, TOO_MANY_FILES, FILE_GONE */
  async enter(context: CommandContext, wanted: WantedCard, { way, sender, attachmentIds }: EnteredFrom): Promise<string> {
    const place = await this.places.find(context.actor, wanted.tableId);
    await this.policy.require(context.actor, 'gathering.moderate', resourceOf(place.gathering));
    if (way !== 'paper' && way !== 'phone') throw participationError('WAY_INVALID', ['way']);
    return this.store(context, place, wanted, { way, sender, contributorId: null, organisationId: null, enteredById: context.actor.personId, guestId: null, isReleased: true, attachmentIds });
  }

  /** Tells a guest why she may write no more, where the policy would only say that there is nothing. */
  private async requireStanding(actor: Actor): Promise<void> {
    const guest = await this.guests.self(actor);
    if (guest === null) return;
    if (guest.blockedReason !== null) throw participationError('GUEST_BLOCKED', ['text']);
    if (guest.standing === 'over') throw participationError('GATHERING_OVER', ['text']);
    if (guest.standing === 'early') throw participationError('GATHERING_NOT_OPEN', ['text']);
  }

  private store(context: CommandContext, { gathering, tableId, sectionId, editionId }: TablePlace, wanted: WantedCard, { guestId, isReleased, attachmentIds, ...origin }: CardOrigin): Promise<string> {
    throwProblems([...cardProblems(wanted), ...attachmentProblems(attachmentIds)]);
    this.perWriter.take(guestId ?? context.actor.personId ?? '');
    const { municipalityId, id: gatheringId } = gathering;
    const { kind, language, text } = wanted;
    // Confirming her organisation makes another actor of a guest; what she sends again is the same card all the same.
    const id = guestId === null ? newId() : derivedId(guestId, context.idempotencyKey);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      if (guestId !== null && (await this.cards.find(tx, id)) !== null) return id;
      await this.contributions.insert(tx, {
        id, municipalityId, editionId, sectionId, target: 'section', objectId: null, blockId: null, quote: null, quoteBefore: null, kind, title: kind === 'new_measure' ? (wanted.title ?? '').trim() : null,
        text: text.trim(), replacement: null, language, receivedOn: null, partOfId: null, ...origin, state: isReleased ? 'submitted' : 'held',
      });
      await this.cards.insert(tx, { id, municipalityId, gatheringId, tableId, guestId, place: isReleased ? 'wall' : 'waiting' }, guestId === null ? null : gathering.startsAt);
      await this.attachments.keep(tx, context.actor, { id, municipalityId }, attachmentIds);
      events.record(cardChanged, { municipalityId, editionId: null, aggregateType: 'card', aggregateId: id, payload: { cardId: id, gatheringId } });
      if (isReleased) events.record(contributionSubmitted, { municipalityId, editionId: null, aggregateType: 'contribution', aggregateId: id, payload: { contributionId: id, editionId } });
      return id;
    });
  }
}
