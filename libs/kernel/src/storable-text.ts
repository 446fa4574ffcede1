/**
 * Whether PostgreSQL and every later reader can take the text as it is: no NUL (PostgreSQL refuses it) and no lone
 * surrogate (it would silently become U+FFFD).
 */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
