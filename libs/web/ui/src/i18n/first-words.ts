/** Up to the last space, and without what stood before it and makes no sense at an end. */
const atWord = /[\s,;:(„“‚–-]+\S*$/u;

/**
 * The beginning of a text for a line of a list: on one line, at most so many letters, ended between two words and with an ellipsis where
 * something follows. A single word longer than that is cut.
 */
export function firstWords(text: string, most: number): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const letters = [...line];
  if (letters.length <= most) return line;
  const cut = letters.slice(0, most).join('');
  // The cut may have fallen just behind a word.
  const whole = letters[most] === ' ' ? cut : cut.replace(atWord, '');
  return `${whole === '' ? cut : whole} …`;
}
