import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApplicationError, ValidationError } from '@konzeptwerkstatt/kernel';
import { newGuestCode, newRecoveryPhrase } from './guest-secrets.js';
import { GuestGate } from './guest.gate.js';

type Parts = ConstructorParameters<typeof GuestGate>;

const [code, otherCode, phrase] = [newGuestCode(), newGuestCode(), newRecoveryPhrase()];
let gate: GuestGate;
let lookUps = 0;

/** A stored door and guest; each look-up takes a moment, as in a database. @param knowsPhrases whether every phrase is somebody's */
function gateWith(knowsPhrases: boolean): GuestGate {
  const guests = {
    findDoor: (_client: unknown, by: { code: string }) => sleep(5, [code, otherCode].includes(by.code) ? { gatheringId: 'g' } : null),
    findByPhrase: () => {
      lookUps += 1;
      return sleep(5, knowsPhrases ? { id: 'guest' } : null);
    },
  };
  return new GuestGate({ client: {} } as unknown as Parts[0], guests as unknown as Parts[1]);
}

/** What came of it: the code of the refusal, or `ok`. */
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'ok', (error: unknown) => (error instanceof ValidationError ? (error.details[0]?.code ?? '') : error instanceof ApplicationError ? error.code : String(error)));
const times = <Item>(count: number, make: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => make(index));
const wrongCode = (index: number): string => `0000-000${index % 10}`;

beforeEach(() => void (gate = gateWith(true)));

describe('the gate of a gathering', () => {
  it('tells of five wrong codes only when thirty are tried at the same moment, and of no right one behind them', async () => {
    const outcomes = await Promise.all([...times(30, wrongCode), code].map((tried) => outcome(gate.find(tried, 'a'))));
    expect(outcomes.filter((told) => told === 'GUEST_CODE_UNKNOWN')).toHaveLength(5);
    expect(outcomes.filter((told) => told === 'RATE_LIMITED')).toHaveLength(26);
    expect(await outcome(gate.find(code, 'b'))).toBe('ok');
  });

  it('lets a whole hall in by the code that was right there before, however many others mistype it, and tells of no other code', async () => {
    expect(await outcome(gate.find(code, 'hall'))).toBe('ok');
    for (let count = 0; count < 8; count++) await outcome(gate.find(wrongCode(count), 'hall'));
    expect(new Set(await Promise.all(times(20, () => outcome(gate.find(code, 'hall')))))).toEqual(new Set(['ok']));
    expect(await outcome(gate.find(wrongCode(9), 'hall'))).toBe('RATE_LIMITED');
    expect(await outcome(gate.find(otherCode, 'hall'))).toBe('RATE_LIMITED');
  });

  it('lets nobody wait who comes back by her words because others have mistyped a code', async () => {
    for (let count = 0; count < 6; count++) await outcome(gate.find(wrongCode(count), 'hall'));
    expect(await outcome(gate.findByPhrase('g', phrase, 'hall'))).toBe('ok');
  });

  it('stops no room of people who have the right code at the same moment', async () => {
    expect(new Set(await Promise.all(times(60, () => outcome(gate.find(code, 'a')))))).toEqual(new Set(['ok']));
  });

  it('tries a hundred phrases of one gathering an hour, from however many addresses at the same moment', async () => {
    gate = gateWith(false);
    lookUps = 0;
    await Promise.all(times(95, (index) => outcome(gate.findByPhrase('g', 'zu wenige', `a${index}`))));
    const outcomes = await Promise.all(times(15, (index) => outcome(gate.findByPhrase('g', 'das sind nicht die Worte', `b${index}`))));
    expect(outcomes.filter((told) => told === 'RECOVERY_PHRASE_UNKNOWN')).toHaveLength(5);
    expect(outcomes.filter((told) => told === 'RATE_LIMITED')).toHaveLength(10);
    expect(lookUps).toBe(5);
  });

  it('lets one guest come back ten times in ten minutes', async () => {
    const outcomes: string[] = [];
    for (let count = 0; count < 11; count++) outcomes.push(await outcome(gate.findByPhrase('g', phrase, 'a')));
    expect(outcomes).toEqual([...times(10, () => 'ok'), 'RATE_LIMITED']);
  });

  it('lets six hundred guests an hour in from one address, more than a gathering takes', async () => {
    const join = (address: string) => outcome(Promise.resolve().then(() => gate.countJoin(address)));
    const outcomes = await Promise.all(times(601, () => join('a')));
    expect(outcomes.filter((told) => told === 'ok')).toHaveLength(600);
    expect(await join('b')).toBe('ok');
  });
});
