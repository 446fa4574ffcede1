import { headingLevel, isBlockKind } from '@konzeptwerkstatt/document-model';
import type { PlainBlock } from '@konzeptwerkstatt/document-model';

/** A heading below which nothing is said. */
export interface EmptyHeading {
  readonly blockId: string;
  readonly title: string;
}

type Block = Pick<PlainBlock, 'id' | 'kind' | 'parentId' | 'text'>;

const levelOf = ({ kind }: Block): number | null => (isBlockKind(kind) ? headingLevel(kind) : null);

/** Lines of a text say something when they have words; pictures, tables, goals, measures and indicators always do. */
const saysSomething = ({ kind, text }: Block): boolean => !isBlockKind(kind) || text.trim() !== '';

/**
 * Headings that are followed by nothing, or by the next heading of their level or of one above. A heading with smaller ones below it has what they
 * have: where those are empty they are named and not it.
 *
 * @param blocks all blocks of a section, in the order of its text
 */
export function emptyHeadings(blocks: readonly Block[]): EmptyHeading[] {
  const lines = blocks.filter((block) => block.parentId === null && saysSomething(block));
  return lines.flatMap((line, index) => {
    const level = levelOf(line);
    const next = lines[index + 1];
    return level !== null && (next === undefined || (levelOf(next) ?? Infinity) <= level) ? [{ blockId: line.id, title: line.text.trim() }] : [];
  });
}
