import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, notFound } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { cardChanged, contributionSubmitted, contributionWithdrawn, wallChanged } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { GatheringReader } from '@konzeptwerkstatt/planning';
import { reasonProblems, reordered } from '../domain/card.js';
import type { Card } from '../domain/card.js';
import { isWithdrawable } from '../domain/contribution.js';
import { participationError, throwProblems } from '../domain/participation.errors.js';
import { CardRepository } from '../persistence/card.repository.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { CardReader, isOwnCard } from '../queries/card.reader.js';

const MAX_AT_ONCE = 200;
const forbidden = (): ApplicationError => new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');

/** What moderators do with the cards of their gathering, and what everybody may do with her own or say about others. */
@Injectable()
export class ModerateCardsCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(CardReader) private readonly reader: CardReader,
    @Inject(GatheringReader) private readonly gatherings: GatheringReader,
    @Inject(CardRepository) private readonly cards: CardRepository,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
  ) {}

  /** Lets everybody see cards; what was reported of them is dealt with. What was taken back meanwhile is left out. @returns the ids of those that are seen now @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError TOO_MANY, SEVERAL_REQUIRED */
  async release(context: CommandContext, ids: readonly string[]): Promise<string[]> {
    const wanted = [...new Set(ids)].toSorted();
    if (wanted.length === 0) throw participationError('SEVERAL_REQUIRED', ['cardIds']);
    if (wanted.length > MAX_AT_ONCE) throw participationError('TOO_MANY', ['cardIds']);
    const located = await this.reader.locateMany(context.actor, wanted);
    if (located.length < wanted.length) throw notFound();
    if (!located.every(({ view }) => view.mayModerate)) throw forbidden();
    return this.unitOfWork.run(context, async (unit) => {
      const released: string[] = [];
      for (const id of wanted) if (await this.changeUnlessWithdrawn(unit, id, (card) => this.show(unit, card))) released.push(id);
      return released;
    });
  }

  /** Takes a card off the wall; its author reads why. @returns its id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError REASON_REQUIRED, REASON_TOO_LONG */
  async hide(context: CommandContext, id: string, reason: string): Promise<string> {
    await this.requireModerate(context.actor, id);
    throwProblems(reasonProblems(reason));
    return this.unitOfWork.run(context, (unit) => this.change(unit, id, async (card) => {
      await this.cards.setPlace(unit.tx, id, 'hidden', reason.trim());
      if (card.state === 'submitted') await this.contributions.setState(unit.tx, card, 'held');
    }));
  }

  /** Puts a card to a table, before another card or behind all. @returns its id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError TABLE_GONE */
  async move(context: CommandContext, id: string, to: { readonly tableId: string; readonly beforeId: string | null }): Promise<string> {
    const { municipalityId, gatheringId } = await this.requireModerate(context.actor, id);
    const table = await this.gatherings.findTable(municipalityId, to.tableId);
    if (table === null || table.gatheringId !== gatheringId) throw participationError('TABLE_GONE', ['tableId']);
    return this.unitOfWork.run(context, (unit) => this.change(unit, id, async () => {
      const order = reordered(await this.cards.lockTable(unit.tx, table.id), id, to.beforeId);
      await this.cards.arrange(unit.tx, id, { tableId: table.id, sectionId: table.sectionId }, order);
    }));
  }

  /** Tells the moderators that something is wrong with a card. @returns its id @throws ApplicationError NOT_FOUND; ValidationError REASON_REQUIRED, REASON_TOO_LONG */
  async report(context: CommandContext, id: string, reason: string): Promise<string> {
    const located = await this.reader.locate(context.actor, id);
    if (located === null || !located.view.seesWall) throw notFound();
    throwProblems(reasonProblems(reason));
    return this.unitOfWork.run(context, (unit) => this.change(unit, id, () => this.cards.setReport(unit.tx, id, reason.trim())));
  }

  /** Takes one's own card back before it is answered. @returns its id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError NOT_WITHDRAWABLE */
  async withdraw(context: CommandContext, id: string): Promise<string> {
    const located = await this.reader.locate(context.actor, id);
    if (located === null) throw notFound();
    if (!isOwnCard(context.actor, located.card)) throw forbidden();
    return this.unitOfWork.run(context, (unit) => this.change(unit, id, async (card) => {
      if (!isWithdrawable(card)) throw participationError('NOT_WITHDRAWABLE', ['cardId']);
      await this.contributions.setState(unit.tx, card, 'withdrawn');
      unit.events.record(contributionWithdrawn, { municipalityId: card.municipalityId, editionId: null, aggregateType: 'contribution', aggregateId: id, payload: { contributionId: id } });
    }));
  }

  /** Takes every card off the wall, or puts back all that were taken off so. @returns the gathering's id @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async clear(context: CommandContext, gatheringId: string, isBack: boolean): Promise<string> {
    const view = await this.reader.view(context.actor, gatheringId);
    if (view === null) throw notFound();
    if (!view.mayModerate) throw forbidden();
    const { municipalityId } = view.gathering;
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.cards.moveAll(tx, municipalityId, gatheringId, isBack ? 'cleared' : 'wall', isBack ? 'wall' : 'cleared');
      events.record(wallChanged, { municipalityId, editionId: null, aggregateType: 'wall', aggregateId: gatheringId, payload: { gatheringId } });
      return gatheringId;
    });
  }

  private async show({ tx, events }: Unit<Transaction>, card: Card): Promise<void> {
    const { id, municipalityId, editionId } = card;
    await this.cards.setPlace(tx, id, 'wall', null);
    if (card.state !== 'held') return;
    await this.contributions.setState(tx, card, 'submitted');
    events.record(contributionSubmitted, { municipalityId, editionId: null, aggregateType: 'contribution', aggregateId: id, payload: { contributionId: id, editionId } });
  }

  private async requireModerate(actor: Actor, id: string): Promise<Card> {
    const located = await this.reader.locate(actor, id);
    if (located === null) throw notFound();
    if (!located.view.mayModerate) throw forbidden();
    return located.card;
  }

  /** Rights were asked before: whoever holds a connection must not wait for a second one. */
  private async change(unit: Unit<Transaction>, id: string, work: (card: Card) => Promise<void>): Promise<string> {
    if (!(await this.changeUnlessWithdrawn(unit, id, work))) throw notFound();
    return id;
  }

  /** @returns whether the card is still there */
  private async changeUnlessWithdrawn({ tx, events }: Unit<Transaction>, id: string, work: (card: Card) => Promise<void>): Promise<boolean> {
    const card = await this.cards.find(tx, id, true);
    if (card === null || card.state === 'withdrawn') return false;
    await work(card);
    const { municipalityId, gatheringId } = card;
    events.record(cardChanged, { municipalityId, editionId: null, aggregateType: 'card', aggregateId: id, payload: { cardId: id, gatheringId } });
    return true;
  }
}
