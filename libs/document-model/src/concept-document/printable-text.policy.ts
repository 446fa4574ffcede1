import type { TextDirection } from './concept-document.js';

const isLineOrTab = (code: number): boolean => code === 0x09 || code === 0x0a || code === 0x0d;

/** Control characters, non-characters and halves of surrogate pairs: no XML may hold them, and nobody sees them. */
function isPrintable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return isLineOrTab(code);
  return !(code >= 0x7f && code <= 0x9f) && !(code >= 0xd800 && code <= 0xdfff) && (code & 0xfffe) !== 0xfffe;
}

/** The text without characters that no file format can hold. */
export function printable(text: string): string {
  return [...text].filter(isPrintable).join('');
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** A letter, or a sign with which something begins or ends that runs in its own direction. */
const letterOrIsolate = /[\u2066-\u2069]|\p{L}/gu;
const endOfIsolate = '\u2069';

/**
 * The direction of the first letter, as Unicode's rules for two directions have it: what runs in its own direction is passed over.
 *
 * @param otherwise without any letter: that of what it stands in
 */
export function directionOf(text: string, otherwise: TextDirection = 'ltr'): TextDirection {
  let depth = 0;
  for (const [sign] of text.matchAll(letterOrIsolate)) {
    if (sign === endOfIsolate) depth = Math.max(0, depth - 1);
    else if (sign >= '\u2066' && sign <= '\u2068') depth += 1;
    else if (depth === 0) return rightToLeft.test(sign) ? 'rtl' : 'ltr';
  }
  return otherwise;
}
