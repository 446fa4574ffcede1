import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { guestChanged, newEvent } from '@konzeptwerkstatt/contracts';
import { newId, SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import { appendEvents, SubscriberRunner } from '@konzeptwerkstatt/platform-outbox';
import { useTestDatabase } from '@konzeptwerkstatt/test-support';
import type { CardRepository } from '../persistence/card.repository.js';
import { FollowGuestWhenChanged } from './follow-guest-when-changed.subscriber.js';

const database = useTestDatabase();

it('cards follow the latest decision about a guest, also when an earlier one was parked and is retried later', async () => {
  const [municipalityId, guestId, gatheringId, first, second] = [newId(), newId(), newId(), newId(), newId()];
  await database().pool.query('INSERT INTO municipalities (id, name) VALUES ($1, $2)', [municipalityId, 'Leipzig']);
  const events = [first, second].map((organisationId) =>
    newEvent(guestChanged, { municipalityId, aggregateType: 'guest', aggregateId: guestId, editionId: null, actor: SYSTEM_ACTOR, payload: { guestId, gatheringId, isBlocked: false, organisationId } }));
  const [earlier = '', later = ''] = await database().prisma.runInTransaction((tx) => appendEvents(tx, events, newId()));
  const followed: (string | null)[] = [];
  const cards: Pick<CardRepository, 'setOrganisation'> = { setOrganisation: (_tx, _guestId, organisationId) => Promise.resolve(void followed.push(organisationId)) };
  const subscriber = new FollowGuestWhenChanged(cards as CardRepository);
  const runner = new SubscriberRunner(database().prisma, [subscriber]);
  await runner.run({ eventId: later, subscriber: subscriber.name });
  await runner.run({ eventId: earlier, subscriber: subscriber.name });
  expect(followed).toEqual([second]);
});
