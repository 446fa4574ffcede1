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

const strong = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|\p{L}/u;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The direction of the first letter, as browsers decide with `dir="auto"`. @param otherwise without any letter: that of what it stands in */
export function directionOf(text: string, otherwise: TextDirection = 'ltr'): TextDirection {
  const [first] = strong.exec(text) ?? [];
  if (first === undefined) return otherwise;
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}
