import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { ConceptReader, END, expand, merge, SignalQueue } from '@konzeptwerkstatt/concept';
import { cardChanged, contributionsBundled, contributionUnbundled, gatheringPlanned, guestChanged, originNoted, wallChanged } from '@konzeptwerkstatt/contracts';
import type { EventEnvelope } from '@konzeptwerkstatt/contracts';
import { GatheringReader } from '@konzeptwerkstatt/planning';
import { EventStream, WakeUpHub } from '@konzeptwerkstatt/platform-outbox';
import type { Card } from '../domain/card.js';
import { CardReader } from './card.reader.js';
import type { WallView } from './card.reader.js';
import { SignalPace } from './signal-pace.js';

/** News of a wall: a card that changed, one that is not to be seen any more, everything at once, or the text of a table. */
export type WallNews =
  | { readonly kind: 'card'; readonly card: Card; readonly view: WallView }
  | { readonly kind: 'gone'; readonly cardId: string }
  | { readonly kind: 'everything' }
  | { readonly kind: 'text'; readonly documentId: string };

type Signal = { readonly event: EventEnvelope } | { readonly documentId: string } | { readonly isStart: true };

/** With many people in a text its log grows several times a second; whoever looks at the wall hears of each text once a second. */
const TEXT_REST_MS = 1_000;
/** That a text has grown says nothing of what it says, so what she may see is not asked anew for each. Her rights are loaded anew after so long, and at once when a wake-up says they changed. */
const VIEW_AGE_MS = 2_000;

/** Changes of which one cannot tell the one card they are about. */
const whole: ReadonlySet<string> = new Set([wallChanged, contributionsBundled, contributionUnbundled, gatheringPlanned, guestChanged, originNoted].map(({ name }) => name));

/** Tells of every change of a wall and of the texts its tables talk about: read once for all who follow it, while rights are asked for each of them with each card, and for texts every two seconds. */
@Injectable()
export class WallStream {
  constructor(
    @Inject(EventStream) private readonly events: EventStream,
    @Inject(WakeUpHub) private readonly hub: WakeUpHub,
    @Inject(CardReader) private readonly cards: CardReader,
    @Inject(GatheringReader) private readonly gatherings: GatheringReader,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
  ) {}

  /** Begins with `everything`, so that whoever comes back after a lost connection misses nothing. */
  async follow(actor: Actor, { gathering }: WallView): Promise<AsyncIterableIterator<WallNews>> {
    const { municipalityId, id } = gathering;
    const start = await this.events.lastPosition();
    await this.hub.start();
    const documents = await this.documentsOf(municipalityId, id);
    const texts: SignalQueue<string> = new SignalQueue(() => leave());
    const pace = new SignalPace<string>(TEXT_REST_MS, (documentId) => texts.push(documentId));
    const stopHearing = this.hub.on('document', ({ documentId }) => documents.has(documentId) && pace.push(documentId), () => documents.forEach((documentId) => pace.push(documentId)));
    const leave = (): void => {
      stopHearing();
      pace.end();
    };
    const happenings = expand<EventEnvelope, Signal>(this.events.follow({ municipalityId }, start), (event) => Promise.resolve(isAbout(event, id) ? [{ event }] : []));
    const words = expand<string, Signal>(texts, (documentId) => Promise.resolve([{ documentId }]));
    const signals = startingWith<Signal>({ isStart: true }, merge([happenings, words]));
    let seenAt = -Infinity;
    // A copy, because rights are remembered with the actor object.
    let reader = { ...actor };
    let readerSince = performance.now();
    return expand(signals, async (signal): Promise<readonly WallNews[] | typeof END> => {
      if ('documentId' in signal && performance.now() - seenAt < VIEW_AGE_MS) return [{ kind: 'text', documentId: signal.documentId }];
      if (performance.now() - readerSince >= VIEW_AGE_MS) [reader, readerSince] = [{ ...actor }, performance.now()];
      const view = await this.cards.view(reader, id);
      if (view === null) return END;
      seenAt = performance.now();
      if ('documentId' in signal) return [{ kind: 'text', documentId: signal.documentId }];
      if ('isStart' in signal || signal.event.name !== cardChanged.name) return [{ kind: 'everything' }];
      const { cardId } = signal.event.payload as { readonly cardId: string };
      const card = await this.cards.find(reader, view, cardId);
      return [card === null ? { kind: 'gone', cardId } : { kind: 'card', card, view }];
    });
  }

  private async documentsOf(municipalityId: string, gatheringId: string): Promise<ReadonlySet<string>> {
    const tables = await this.gatherings.findTables(municipalityId, [gatheringId]);
    return new Set((await this.concepts.sectionsByIds(tables.map(({ sectionId }) => sectionId))).map(({ documentId }) => documentId));
  }
}

function isAbout({ name, payload }: EventEnvelope, gatheringId: string): boolean {
  const named = (payload as { readonly gatheringId?: string }).gatheringId;
  return named === undefined ? whole.has(name) : named === gatheringId && (name === cardChanged.name || whole.has(name));
}

function startingWith<Item>(first: Item, source: AsyncIterator<Item>): AsyncIterator<Item> {
  let isBegun = false;
  return {
    next: () => {
      if (isBegun) return source.next();
      isBegun = true;
      return Promise.resolve({ done: false, value: first });
    },
    return: () => source.return?.() ?? Promise.resolve({ done: true, value: undefined }),
  };
}
