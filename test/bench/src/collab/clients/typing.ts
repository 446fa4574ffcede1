import { setTimeout as sleep } from 'node:timers/promises';
import type { Crowd } from './crowd.js';

/** How much is typed, by everybody together. */
export interface Load {
  readonly perSecond: number;
  readonly seconds: number;
}

interface Keystroke {
  readonly at: number;
  readonly crowd: Crowd;
  readonly typist: number;
}

/** The same for every server: a small generator with a fixed seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Every typist at her own pace: half to one and a half times the mean interval between two keystrokes. */
function keystrokes(crowds: readonly Crowd[], { perSecond, seconds }: Load): Keystroke[] {
  const random = randomFrom(1);
  const hands = crowds.flatMap((crowd) => crowd.typists.map((_, typist) => ({ crowd, typist })));
  const interval = (1000 * hands.length) / perSecond;
  const all: Keystroke[] = [];
  for (const hand of hands) {
    for (let at = random() * interval; at < seconds * 1000; at += interval * (0.5 + random())) all.push({ at, ...hand });
  }
  return all.sort((one, other) => one.at - other.at);
}

/** Types at that pace in all of the documents. @returns how many keystrokes there were */
export async function typeFor(crowds: readonly Crowd[], load: Load, isOver: () => boolean = () => false): Promise<number> {
  const plan = keystrokes(crowds, load);
  const begin = performance.now();
  let done = 0;
  while (done < plan.length && !isOver()) {
    for (const now = performance.now() - begin; done < plan.length; done++) {
      const { at, crowd, typist } = plan[done] as Keystroke;
      if (at > now) break;
      crowd.type(typist);
    }
    await sleep(1);
  }
  return done;
}
