/**
 * A text in lines that have room; a word that is longer than a line has one of its own.
 *
 * @param width of a line
 * @param measure how wide a text is
 */
export function wrappedLines(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
