import type { InterfaceLanguage } from './languages.js';

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const leftToRight = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u;

/** The text so that it runs in its own direction, whatever stands around it: between the signs "first strong isolate" and "pop directional isolate". */
const isolate = (text: string): string => `\u2068${text}\u2069`;

/** The text without these signs: for what becomes data. */
export const withoutIsolates = (text: string): string => text.replaceAll(/[\u2068\u2069]/gu, '');

/** The values of a message; what it prints as it is and what has words of the other direction is isolated. A value that only chooses a form stays. */
export function isolatedValues(message: string, values: Readonly<Record<string, unknown>>, direction: InterfaceLanguage['direction']): Record<string, unknown> {
  const isForeign = (value: string): boolean => (direction === 'rtl' ? leftToRight : rightToLeft).test(value);
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' && isForeign(value) && message.includes(`{${name}}`) ? isolate(value) : value]));
}
