import { MAX_TITLE_LENGTH, plainText } from '@konzeptwerkstatt/document-model';
import type { DocumentBlock } from '@konzeptwerkstatt/document-model';
import type { WordBlock, WordPiece, WordReading } from '../word/word-reading.js';
import type { SectionKind } from './section-kind.js';

/** More characters than this (about 70 pages) make a section that nobody can work with. */
export const MAX_SECTION_CHARACTERS = 200_000;
/** More sections no edition gets at once. */
export const MAX_IMPORTED_SECTIONS = 150;

/** So many characters of a section are shown before it is taken over. */
const MAX_OPENING = 160;

/** How much is in a section. */
export interface SectionFigures {
  readonly words: number;
  readonly characters: number;
  readonly lists: number;
  readonly tables: number;
  readonly pictures: number;
}

/** A section as the document suggests it. */
export interface ProposedSection {
  /** From 0, in the order of the text. */
  readonly index: number;
  /** May be empty for what stands before the first heading. */
  readonly title: string;
  readonly kind: SectionKind;
  readonly pieces: readonly WordPiece[];
  readonly figures: SectionFigures;
  /** Its first words. */
  readonly opening: string;
}

/** A heading level that could be split at, and how many headings have it. */
export interface HeadingCount {
  readonly level: number;
  readonly count: number;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words of a block, cells and items included. */
export function wordsOfBlock(block: DocumentBlock | WordBlock): string {
  if ('inlines' in block) return plainText(block.inlines);
  if (block.kind === 'list') return block.items.flatMap((item) => [plainText(item.inlines), ...item.children.map(wordsOfBlock)]).join('\n');
  if (block.kind === 'table') return block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.map(wordsOfBlock))).join('\n');
  return '';
}

/** The levels of headings that are there, from the highest. */
export function headingCounts({ pieces }: WordReading): HeadingCount[] {
  const counts = new Map<number, number>();
  for (const { block } of pieces) if (block.kind === 'heading') counts.set(block.level, (counts.get(block.level) ?? 0) + 1);
  return [...counts].map(([level, count]) => ({ level, count })).sort((a, b) => a.level - b.level);
}

/** The highest level with more than one heading: a single one is the title of the whole. */
export function suggestedLevel(reading: WordReading): number {
  const counts = headingCounts(reading);
  return (counts.find(({ count }) => count > 1) ?? counts[0])?.level ?? 0;
}

const typedNumber = /^(\d{1,2})(?:\.\d{1,2})*[.)]?\s+(?=\S)/;

/** Typed numbers go when they count the sections, which are numbered anyway; a title that only begins with a number keeps it. */
function withoutNumbers(titles: readonly string[]): string[] {
  const numbers = titles.flatMap((title) => { const found = typedNumber.exec(title); return found === null ? [] : [Number(found[1])]; });
  const isCounting = numbers.length > 0 && (numbers[0] ?? 9) <= 1 && numbers.every((number, index) => index === 0 || [0, 1].includes(number - (numbers[index - 1] ?? 0)));
  return isCounting ? titles.map((title) => title.replace(typedNumber, '')) : [...titles];
}

const kindOf = (title: string): SectionKind => (/^(?:handlungs|themen|aktions)felde?r?\b/i.test(title) ? 'field_of_action' : 'chapter');

function figuresOf(pieces: readonly WordPiece[]): SectionFigures {
  const texts = pieces.map(({ block }) => wordsOfBlock(block));
  const count = (kind: WordBlock['kind']): number => pieces.filter(({ block }) => block.kind === kind).length;
  return {
    words: texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0), characters: texts.reduce((sum, text) => sum + text.length, 0),
    lists: count('list'), tables: count('table'), pictures: count('picture'),
  };
}

function openingOf(pieces: readonly WordPiece[]): string {
  const words = oneLine(pieces.map(({ block }) => wordsOfBlock(block)).join(' ').slice(0, 400));
  return words.length > MAX_OPENING ? `${words.slice(0, MAX_OPENING).trimEnd()} …` : words;
}

/** A heading is as far below the section's title as it was in Word; the text knows three levels. */
function relevelled(piece: WordPiece, level: number): WordPiece {
  const { block } = piece;
  return block.kind === 'heading' ? { ...piece, block: { ...block, level: Math.min(Math.max(block.level - Math.max(level, 1) + 1, 2), 4) } } : piece;
}

/** The sections that begin with the headings of a level; headings above it begin one, too. @param level 0: the whole is one section */
export function proposeSections({ pieces }: WordReading, level: number): ProposedSection[] {
  const parts: { title: string; pieces: WordPiece[] }[] = [{ title: '', pieces: [] }];
  for (const piece of pieces) {
    if (piece.block.kind === 'heading' && piece.block.level <= level) {
      // What its heading named goes along with the text below it.
      const { footnotes } = piece;
      parts.push({ title: oneLine(plainText(piece.block.inlines)), pieces: footnotes.length === 0 ? [] : [{ block: { kind: 'paragraph', inlines: [], direction: 'ltr' }, footnotes }] });
    } else parts.at(-1)?.pieces.push(relevelled(piece, level));
  }
  const filled = parts.filter((part, index) => index > 0 || part.pieces.length > 0);
  const titles = withoutNumbers(filled.map(({ title }) => title)).map((title) => title.slice(0, MAX_TITLE_LENGTH).trim());
  return filled.map((part, index): ProposedSection => ({
    index, title: titles[index] ?? '', kind: kindOf(titles[index] ?? ''), pieces: part.pieces, figures: figuresOf(part.pieces),
    opening: openingOf(part.pieces),
  }));
}
