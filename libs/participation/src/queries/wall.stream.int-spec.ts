import 'reflect-metadata';
import { beforeAll, expect, it } from '@jest/globals';
import { cardChanged } from '@konzeptwerkstatt/contracts';
import type { EventEnvelope } from '@konzeptwerkstatt/contracts';
import { newId, SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { ConceptReader } from '@konzeptwerkstatt/concept';
import type { AccessPolicy } from '@konzeptwerkstatt/identity';
import { GatheringReader } from '@konzeptwerkstatt/planning';
import type { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { EventStream, WakeUpHub } from '@konzeptwerkstatt/platform-outbox';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import { CardRepository } from '../persistence/card.repository.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { CardReader } from './card.reader.js';
import { WallStream } from './wall.stream.js';

const FOLLOWERS = 100;
const database = useTestDatabase();
const [municipalityId, processId, gatheringId, tableId, cardId, guestId] = [newId(), newId(), newId(), newId(), newId(), newId()];
/** A guest whose own the card is, a moderator, and everybody else in the room. */
const people: readonly Actor[] = Array.from({ length: FOLLOWERS }, (_, index) => ({ kind: 'guest', personId: null, guestId: index === 0 ? guestId : newId(), organisationId: null, gatheringId, municipalityId }));

beforeAll(async () => {
  const { pool, prisma } = database();
  await pool.query('INSERT INTO municipalities (id, name) VALUES ($1, $2)', [municipalityId, 'Leipzig']);
  await pool.query('INSERT INTO planning_processes (id, municipality_id, title) VALUES ($1, $2, $3)', [processId, municipalityId, 'Konzept']);
  await pool.query("INSERT INTO gatherings (id, municipality_id, process_id, kind, title, starts_at, ends_at) VALUES ($1, $2, $3, 'workshop', 'Werkstatt', now(), now() + interval '2 hours')", [gatheringId, municipalityId, processId]);
  await prisma.runInTransaction(async (tx) => {
    await new ContributionRepository().insert(tx, {
      id: cardId, municipalityId, editionId: newId(), sectionId: newId(), target: 'section', objectId: null, blockId: null, quote: null, quoteBefore: null, kind: 'proposal', title: null, text: 'Mehr Bänke', replacement: null,
      language: 'de', way: 'workshop', sender: null, receivedOn: null, contributorId: null, organisationId: null, enteredById: null, state: 'submitted', partOfId: null,
    });
    await new CardRepository().insert(tx, { id: cardId, municipalityId, gatheringId, tableId, guestId, place: 'wall' }, null);
  });
});

/** The database, with every question to it counted. */
function counted(): { readonly prisma: PrismaDatabase; readonly asked: () => number } {
  let asked = 0;
  const { client } = database().prisma;
  const spied = new Proxy(client, {
    get(target, name) {
      if (name === '$queryRaw') asked += 1;
      if (name === 'gathering') asked += 1;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
  return { prisma: { client: spied } as unknown as PrismaDatabase, asked: () => asked };
}

/** Events that reach all followers as the relay gives them out; that they do is not what is tried here. */
function relay() {
  const followers: ((event: EventEnvelope) => void)[] = [];
  const events: Pick<EventStream, 'lastPosition' | 'follow'> = {
    lastPosition: () => Promise.resolve('0'),
    follow: () => {
      const waiting: EventEnvelope[] = [];
      let wake = (): void => undefined;
      followers.push((event) => { waiting.push(event); wake(); });
      return {
        async next() {
          while (waiting.length === 0) await new Promise<void>((resolve) => { wake = resolve; });
          return { done: false, value: waiting.shift() as EventEnvelope };
        },
        return: () => Promise.resolve({ done: true, value: undefined }),
        [Symbol.asyncIterator]() { return this; },
      };
    },
  };
  return { events: events as EventStream, tell: (event: EventEnvelope) => followers.forEach((follow) => follow(event)) };
}

const hub = { start: () => Promise.resolve(), on: () => () => undefined } as unknown as WakeUpHub;
const concepts: Pick<ConceptReader, 'sectionsByIds'> = { sectionsByIds: () => Promise.resolve([]) };
/** Everybody takes part, the second one moderates. */
const policy: Pick<AccessPolicy, 'can'> = { can: (actor, action) => Promise.resolve(action === 'gathering.contribute' || (action === 'gathering.moderate' && actor?.guestId === people[1]?.guestId)) };
const changed = (): EventEnvelope => ({
  id: newId(), position: '1', name: cardChanged.name, version: cardChanged.version, municipalityId, aggregateType: 'card', aggregateId: cardId, sequence: '1', editionId: null, occurredAt: new Date().toISOString(), actor: SYSTEM_ACTOR,
  correlationId: newId(), causationId: null, payload: { cardId, gatheringId },
});

it('a change is read once for a hundred who follow the wall, and each sees it as she may', async () => {
  const { prisma, asked } = counted();
  const { events, tell } = relay();
  const gatherings = new GatheringReader(prisma, policy as AccessPolicy);
  const reader = new CardReader(prisma, policy as AccessPolicy, gatherings, new CardRepository());
  const stream = new WallStream(events, hub, reader, gatherings, concepts as ConceptReader);
  const view = await reader.view(people[0] as Actor, gatheringId);
  if (view === null) throw new Error('there is no wall');
  const followers = await Promise.all(people.map((actor) => stream.follow(actor, view)));
  const hear = () => Promise.all(followers.map(async (follower) => (await follower.next()).value));
  expect((await hear()).map(({ kind }) => kind)).toEqual(people.map(() => 'everything'));
  const before = asked();
  tell(changed());
  expect((await hear()).map(({ kind }) => kind)).toEqual(people.map(() => 'card'));
  // The gathering and the card, each at most twice: whoever asks while it is read waits for the next round.
  expect(asked() - before).toBeLessThanOrEqual(4);
  await database().pool.query("UPDATE cards SET place = 'hidden' WHERE id = $1", [cardId]);
  tell(changed());
  expect((await hear()).map(({ kind }) => kind)).toEqual(people.map((_, index) => (index < 2 ? 'card' : 'gone')));
  expect(asked() - before).toBeLessThanOrEqual(8);
});

it('a hundred who read the whole wall anew are given what was read once', async () => {
  await database().pool.query("UPDATE cards SET place = 'hidden' WHERE id = $1", [cardId]);
  const { prisma, asked } = counted();
  const reader = new CardReader(prisma, policy as AccessPolicy, new GatheringReader(prisma, policy as AccessPolicy), new CardRepository());
  const walls = await Promise.all(people.map(async (actor) => {
    const view = await reader.view(actor, gatheringId);
    return view === null ? [] : reader.list(actor, view);
  }));
  expect(walls.map((cards) => cards.length)).toEqual(people.map((_, index) => (index < 2 ? 1 : 0)));
  expect(asked()).toBeLessThanOrEqual(4);
});
