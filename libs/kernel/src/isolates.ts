const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const leftToRight = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u;

/** Which way words run. */
export type Direction = 'ltr' | 'rtl';

/** A text for the middle of words that run this way: one with letters of the other direction runs in its own, whatever stands around it, between the signs “first strong isolate” and “pop directional isolate”. */
export function isolatedIn(direction: Direction, text: string): string {
  const isForeign = (direction === 'rtl' ? leftToRight : rightToLeft).test(text);
  return isForeign ? `\u2068${text}\u2069` : text;
}

/** The text without these signs: for what becomes data. */
export const withoutIsolates = (text: string): string => text.replaceAll(/[\u2068\u2069]/gu, '');
