import { randomInt, scrypt } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH, PHRASE_WORDS } from '../domain/guest-code.policy.js';
import { PHRASE_LIST, PSEUDONYM_ADJECTIVES, PSEUDONYM_NOUNS } from '../domain/guest-words.js';

const draw = <Item>(items: ArrayLike<Item>): Item => items[randomInt(items.length)] as Item;

/** A new code for a gathering's door: forty random bits. */
export function newGuestCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => draw(CODE_ALPHABET)).join('');
}

/** A new recovery phrase: forty random bits. */
export function newRecoveryPhrase(): string {
  return Array.from({ length: PHRASE_WORDS }, () => draw(PHRASE_LIST)).join(' ');
}

/** A pseudonym drawn at random, `Blauer Ahorn`. */
export function drawPseudonym(): string {
  return `${draw(PSEUDONYM_ADJECTIVES)} ${draw(PSEUDONYM_NOUNS)}`;
}

/** What is stored of a recovery phrase: slow to try out, and the same for the same phrase in the same gathering, so that it can be looked up. */
export function hashRecoveryPhrase(phrase: string, gatheringId: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(phrase, gatheringId, 32, { N: 16_384, r: 8, p: 1 }, (error, key) => (error === null ? resolve(key.toString('hex')) : reject(error)));
  });
}
