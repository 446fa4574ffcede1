/** A column as people see it in their program: A, B … Z, AA. @param index from 0 */
export function columnLetters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `${columnLetters(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

/** A column's letters with its head, cut where it gets long. */
export function columnName(index: number, head: string): string {
  return head === '' ? columnLetters(index) : `${columnLetters(index)}: ${head.length > 60 ? `${head.slice(0, 60)} …` : head}`;
}
