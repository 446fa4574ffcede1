import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createDecoder } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { readSyncMessage, writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync';
import type { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { HeldNews } from './held-news.js';

type Provider = Pick<WebsocketProvider, 'doc' | 'messageHandlers'>;

let provider: Provider;
let news: HeldNews;
let other: Y.Doc;
let transactions: number;
beforeEach(() => {
  jest.useFakeTimers();
  const doc = new Y.Doc();
  transactions = 0;
  doc.on('update', () => { transactions += 1; });
  provider = { doc, messageHandlers: [(encoder, decoder) => { readSyncMessage(decoder, encoder, doc, provider); }] };
  news = new HeldNews(provider);
  other = new Y.Doc();
  other.on('update', (update: Uint8Array) => receive((encoder) => writeUpdate(encoder, update)));
});

/** A message comes in. @returns what is answered at once */
function receive(write: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array {
  const [message, answer] = [createEncoder(), createEncoder()];
  write(message);
  writeVarUint(answer, 0);
  provider.messageHandlers[0]?.(answer, createDecoder(toUint8Array(message)), provider as WebsocketProvider, true, 0);
  return toUint8Array(answer);
}

const shown = (): string => provider.doc.getText('words').toJSON();
const say = (word: string): void => other.getText('words').insert(other.getText('words').length, word);

describe('what others write', () => {
  it('is taken at once as long as nothing is composed', () => {
    say('gleich');
    expect(shown()).toBe('gleich');
  });

  it('waits while letters are composed, and comes in one step when they are finished', () => {
    news.hold();
    say('eins ');
    say('zwei');
    news.releaseSoon();
    expect(shown()).toBe('');
    jest.advanceTimersByTime(50);
    expect([shown(), transactions]).toEqual(['eins zwei', 1]);
    say(' drei');
    expect(shown()).toBe('eins zwei drei');
  });

  it('goes on waiting when the next letters are begun at once', () => {
    news.hold();
    say('eins');
    news.releaseSoon();
    jest.advanceTimersByTime(20);
    news.hold();
    jest.advanceTimersByTime(500);
    expect(shown()).toBe('');
  });

  it('waits no longer than a quarter of a minute after the last letter', () => {
    news.hold();
    jest.advanceTimersByTime(10_000);
    say('eins');
    jest.advanceTimersByTime(2_000);
    news.hold();
    jest.advanceTimersByTime(14_900);
    expect(shown()).toBe('');
    jest.advanceTimersByTime(200);
    expect(shown()).toBe('eins');
  });

  it('hardly waits when the last letter is longer ago than that', () => {
    news.hold();
    jest.advanceTimersByTime(60_000);
    say('eins');
    jest.advanceTimersByTime(1);
    expect(shown()).toBe('eins');
  });

  it('waits no longer than a minute, however many letters come', () => {
    news.hold();
    say('eins');
    for (let letter = 0; letter < 59; letter++) {
      jest.advanceTimersByTime(1_000);
      news.hold();
    }
    expect(shown()).toBe('');
    jest.advanceTimersByTime(1_100);
    expect(shown()).toBe('eins');
  });

  it('does not wait when it has nothing to do with the letters, unless something that has is waiting', () => {
    const leave = news.takeBy((take) => take(), (update) => Y.decodeUpdate(update).structs.some((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.content.str === 'hier'));
    news.hold();
    say('dort');
    expect(shown()).toBe('dort');
    say('hier');
    say('dort');
    expect(shown()).toBe('dort');
    news.release();
    expect(shown()).toBe('dorthierdort');
    leave();
    news.hold();
    say('dort');
    expect(shown()).toBe('dorthierdort');
  });

  it('waits as well when it comes with a new connection', () => {
    news.hold();
    const away = new Y.Doc();
    away.getText('words').insert(0, 'zurück');
    receive((encoder) => writeSyncStep2(encoder, away));
    expect(shown()).toBe('');
    news.release();
    expect(shown()).toBe('zurück');
  });

  it('is taken as the editor says, who is told what it is', () => {
    const seen: number[] = [];
    news.takeBy((take, updates) => { seen.push(updates.length, shown().length); take(); seen.push(shown().length); });
    news.hold();
    say('eins ');
    say('zwei');
    news.release();
    expect(seen).toEqual([2, 0, 9]);
  });

  it('is taken as the present editor says when an earlier one leaves late', () => {
    const taken: string[] = [];
    const taking = (name: string) => (take: () => void): void => { taken.push(name); take(); };
    const leave = news.takeBy(taking('earlier'));
    const leaveToo = news.takeBy(taking('present'));
    leave();
    news.hold();
    say('eins');
    news.release();
    leaveToo();
    news.hold();
    say('zwei');
    news.release();
    expect([taken, shown()]).toEqual([['present'], 'einszwei']);
  });
});

it('questions of the server are answered meanwhile', () => {
  news.hold();
  expect(receive((encoder) => writeSyncStep1(encoder, new Y.Doc()))[1]).toBe(1);
});
