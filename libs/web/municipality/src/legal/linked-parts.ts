/** Words in a row, or an address that leads somewhere. */
export interface LinePart {
  readonly text: string;
  /** Null: words. */
  readonly href: string | null;
}

/** Addresses on the web and of mailboxes; a full stop or bracket behind them is none of theirs. */
const address = /https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;

/** A line of a page with its addresses as links. */
export function linkedParts(line: string): LinePart[] {
  const parts: LinePart[] = [];
  let end = 0;
  for (const { 0: text, index } of line.matchAll(address)) {
    if (index > end) parts.push({ text: line.slice(end, index), href: null });
    parts.push({ text, href: /^https?:/i.test(text) ? text : `mailto:${text}` });
    end = index + text.length;
  }
  return end < line.length ? [...parts, { text: line.slice(end), href: null }] : parts;
}
