interface Edges {
  readonly left: number;
  readonly right: number;
}

/** How far to the right something must be moved to lie within a text; what is wider begins where the text does. */
export function shiftInto(text: Edges, { left, right }: Edges): number {
  return Math.max(Math.min(0, text.right - right), text.left - left);
}

/** Moves the names at the cursors so that all of each can be read: at the end of a line on a phone they would be cut off. */
export function keepLabelsInside(text: HTMLElement): void {
  const labels = [...text.querySelectorAll<HTMLElement>('.kw-cursor__label')];
  for (const label of labels) label.style.translate = '';
  const edges = text.getBoundingClientRect();
  // All are measured before one is moved, or the page would be laid out anew for each.
  const shifts = labels.map((label) => shiftInto(edges, label.getBoundingClientRect()));
  labels.forEach((label, index) => { label.style.translate = `${shifts[index] ?? 0}px`; });
}
