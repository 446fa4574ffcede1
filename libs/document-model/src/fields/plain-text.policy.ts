/** True for text that every store keeps as it is: no NUL (PostgreSQL refuses it) and no lone surrogate (UTF-8 has none). */
export function isStorableText(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}
