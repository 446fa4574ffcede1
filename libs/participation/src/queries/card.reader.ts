import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { GatheringReader } from '@konzeptwerkstatt/planning';
import type { GatheringRow } from '@konzeptwerkstatt/planning';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Card } from '../domain/card.js';
import { CardRepository } from '../persistence/card.repository.js';
import { SharedRead } from './shared-read.js';

/** What a visitor may do with the wall of a gathering. */
export interface WallView {
  readonly gathering: GatheringRow;
  /** Whoever runs it sees every card, with what was said against it. */
  readonly mayModerate: boolean;
  /** Whether she sees what is on the wall; a guest after the end sees her own cards only. */
  readonly seesWall: boolean;
}

/** A card with the wall it is on, as one visitor sees it. */
export interface LocatedCard {
  readonly card: Card;
  readonly view: WallView;
}

/** Reads cards as one visitor may see them. */
@Injectable()
export class CardReader {
  // Everybody in a room asks at the same moment, and is given what was read once, as far as she may see it.
  private readonly rows = new SharedRead<GatheringRow | null>((key) => this.gatherings.findById(...pairOf(key)));
  private readonly walls = new SharedRead<Card[]>((key) => this.cards.findMany(this.database.client, ...pairOf(key)));
  private readonly single = new SharedRead<Card | null>((id) => this.cards.find(this.database.client, id));

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(GatheringReader) private readonly gatherings: GatheringReader,
    @Inject(CardRepository) private readonly cards: CardRepository,
  ) {}

  /** The gathering, and what the visitor sees of its wall; null when it is none of her business. */
  async view(actor: Actor | null, gatheringId: string): Promise<WallView | null> {
    const gathering = actor?.municipalityId ? await this.rows.get(keyOf(actor.municipalityId, gatheringId)) : null;
    if (actor === null || gathering === null) return null;
    const resource = { municipalityId: gathering.municipalityId, processId: gathering.processId, gatheringId };
    const mayModerate = await this.policy.can(actor, 'gathering.moderate', resource);
    const seesWall = mayModerate || (await this.policy.can(actor, 'gathering.contribute', resource)) || (await this.policy.can(actor, 'process.read', resource));
    return seesWall || actor.gatheringId === gatheringId ? { gathering, mayModerate, seesWall } : null;
  }

  /** Cards of a gathering, as far as the visitor sees them. */
  async list(actor: Actor, view: WallView): Promise<Card[]> {
    const { gathering } = view;
    return (await this.walls.get(keyOf(gathering.municipalityId, gathering.id))).filter((card) => isVisible(actor, view, card));
  }

  /** One card, when the visitor sees it. */
  async find(actor: Actor, view: WallView, id: string): Promise<Card | null> {
    const card = await this.single.get(id);
    return card !== null && card.gatheringId === view.gathering.id && card.state !== 'withdrawn' && isVisible(actor, view, card) ? card : null;
  }

  /** A card with the wall it is on; null when it is none of the visitor's business or was taken back. */
  async locate(actor: Actor, id: string): Promise<LocatedCard | null> {
    return (await this.locateMany(actor, [id])).find(({ card }) => card.state !== 'withdrawn') ?? null;
  }

  /** Cards with the walls they are on, one question for all of a wall; what is none of the visitor's business is left out. Moderators also get those that were taken back. */
  async locateMany(actor: Actor, ids: readonly string[]): Promise<LocatedCard[]> {
    const cards = actor.municipalityId === null ? [] : await this.cards.findByIds(this.database.client, actor.municipalityId, ids);
    const views = new Map<string, WallView | null>();
    for (const gatheringId of new Set(cards.map((card) => card.gatheringId))) views.set(gatheringId, await this.view(actor, gatheringId));
    return cards.flatMap((card) => {
      const view = views.get(card.gatheringId) ?? null;
      return view !== null && isVisible(actor, view, card) && (card.state !== 'withdrawn' || view.mayModerate) ? [{ card, view }] : [];
    });
  }
}

const keyOf = (municipalityId: string, gatheringId: string): string => `${municipalityId}/${gatheringId}`;
function pairOf(key: string): [municipalityId: string, gatheringId: string] {
  const [municipalityId = '', gatheringId = ''] = key.split('/');
  return [municipalityId, gatheringId];
}

/** Whether the visitor wrote the card herself. */
export const isOwnCard = ({ personId, guestId }: Actor, card: Card): boolean => (card.guestId !== null && card.guestId === guestId) || (card.contributorId !== null && card.contributorId === personId);

function isVisible(actor: Actor, { mayModerate, seesWall }: WallView, card: Card): boolean {
  return mayModerate || isOwnCard(actor, card) || (seesWall && card.place === 'wall');
}
