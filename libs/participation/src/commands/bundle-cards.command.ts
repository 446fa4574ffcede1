import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, notFound } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import type { Card } from '../domain/card.js';
import { subjectOf } from '../domain/contribution.js';
import type { Contribution } from '../domain/contribution.js';
import { participationError } from '../domain/participation.errors.js';
import { CardRepository } from '../persistence/card.repository.js';
import { ResponseRepository } from '../persistence/response.repository.js';
import { CardReader } from '../queries/card.reader.js';
import { ArrangeContributionsCommand, bundleName } from './arrange-contributions.command.js';

const MAX_AT_ONCE = 100;

/**
 * Puts cards together that say the same, and takes them out again, for whoever runs their gathering. A bundle gets one answer, but nothing is answered by it:
 * what the office has already taken in hand (begun to answer, cut into parts, or put together with what came from elsewhere) stays as the office has it.
 */
@Injectable()
export class BundleCardsCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(CardReader) private readonly reader: CardReader,
    @Inject(CardRepository) private readonly cards: CardRepository,
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
    @Inject(ArrangeContributionsCommand) private readonly arrange: ArrangeContributionsCommand,
  ) {}

  /** @returns the ids of the cards @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, SEVERAL_REQUIRED, TOO_MANY, ONE_CONCEPT_ONLY, NOT_OPEN, HANDLED_BY_OFFICE */
  async bundle(context: CommandContext, ids: readonly string[], title: string): Promise<string[]> {
    const name = bundleName(title);
    const wanted = [...new Set(ids)];
    if (wanted.length < 2) throw participationError('SEVERAL_REQUIRED', ['cardIds']);
    if (wanted.length > MAX_AT_ONCE) throw participationError('TOO_MANY', ['cardIds']);
    const chosen = await this.requireModerate(context.actor, wanted);
    return this.unitOfWork.run(context, async (unit) => {
      await this.arrange.putTogether(unit, await this.lockOpen(unit.tx, chosen, 'cardIds'), name, 'cardIds');
      return wanted;
    });
  }

  /** @returns the card's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError NOT_OPEN, HANDLED_BY_OFFICE */
  async unbundle(context: CommandContext, id: string): Promise<string> {
    const chosen = await this.requireModerate(context.actor, [id]);
    return this.unitOfWork.run(context, async (unit) => {
      for (const contribution of await this.lockOpen(unit.tx, chosen, 'cardId')) await this.arrange.takeOut(unit, contribution);
      return id;
    });
  }

  private async requireModerate(actor: Actor, ids: readonly string[]): Promise<Card[]> {
    const located = await this.reader.locateMany(actor, ids);
    if (located.length < ids.length) throw notFound();
    if (!located.every(({ view }) => view.mayModerate)) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    return located.map(({ card }) => card);
  }

  /** The cards as contributions under their locks. Rights were asked before, so that whoever holds a connection does not wait for a second one: what is in a bundle with them must be of the same gatherings. */
  private async lockOpen(tx: Transaction, cards: readonly Card[], field: string): Promise<Contribution[]> {
    const chosen = await this.responses.lockContributions(tx, cards.map(({ id }) => id));
    if (chosen.some(({ state }) => state !== 'submitted')) throw participationError('NOT_OPEN', [field]);
    const municipalityId = cards[0]?.municipalityId ?? '';
    const together = await this.responses.findBySubjects(tx, chosen.flatMap(({ bundleId }) => bundleId ?? []));
    const known = new Set(cards.map(({ gatheringId }) => gatheringId));
    const ours = (await this.cards.findByIds(tx, municipalityId, together.map(({ id }) => id))).filter(({ gatheringId }) => known.has(gatheringId));
    const answers = await this.responses.findMany(tx, municipalityId, chosen.map(subjectOf));
    if (ours.length < together.length || answers.length > 0 || (await this.responses.isAnyCut(tx, municipalityId, chosen.map(({ id }) => id)))) throw participationError('HANDLED_BY_OFFICE', [field]);
    return chosen;
  }
}
