import { comparedWords, hasHash, isBlockKind, isListItem, sentHash, wordsToCompare } from '@konzeptwerkstatt/document-model';
import type { BlockPlace, ComparedWords, ContentBlock } from '@konzeptwerkstatt/document-model';
import type { CorrectionsReading, MarkedParagraph } from '../word/word-corrections.js';

/**
 * `corrected`: other words in Word, the text here is as it went out; `conflict`: other words there and here; `removed`: taken out there;
 * `added`: put in there; `elsewhere`: changed there where corrections cannot be taken over.
 */
export const WORD_DIFFERENCE_KINDS = ['corrected', 'conflict', 'removed', 'added', 'elsewhere'] as const;
export type WordDifferenceKind = (typeof WORD_DIFFERENCE_KINDS)[number];

/** A section as it is now. */
export interface ComparedSection {
  readonly sectionId: string;
  readonly title: string;
  readonly blocks: readonly ContentBlock[];
}

/** One thing that is different in the document that came back. */
export interface WordDifference {
  /** Names it within its document. */
  readonly key: string;
  readonly kind: WordDifferenceKind;
  readonly sectionId: string;
  readonly sectionTitle: string;
  /** The block it is about; null for what is not in the text. */
  readonly blockId: string | null;
  /** What it is, or what it becomes. */
  readonly blockKind: ContentBlock['kind'] | null;
  /** The text of now as it is stored; empty when there is none. */
  readonly liveText: string;
  /** The words of the document; empty for what was taken out. */
  readonly fileText: string;
  /** Of new words where they go. */
  readonly place: BlockPlace;
  readonly mayAccept: boolean;
}

type Difference = Omit<WordDifference, 'sectionId' | 'sectionTitle'>;
type Sent = CorrectionsReading['sent'];

/**
 * The paragraphs under each section's heading; what stands before the first one is no text of a section.
 * @param homes the section of each block of now: what was moved under another heading is compared where it lives
 */
function bySection(paragraphs: readonly MarkedParagraph[], homes: ReadonlyMap<string, string>): ReadonlyMap<string, { readonly index: number; readonly paragraph: MarkedParagraph }[]> {
  const sections = new Map<string, { index: number; paragraph: MarkedParagraph }[]>();
  let current: string | null = null;
  paragraphs.forEach((paragraph, index) => {
    const { mark } = paragraph;
    if (mark?.kind === 'section') current = mark.id;
    const home = mark === null ? undefined : homes.get(mark.id);
    if (current === null || (home !== undefined && home !== current)) return;
    const own = sections.get(current) ?? [];
    own.push({ index, paragraph });
    sections.set(current, own);
  });
  return sections;
}

const isOfText = ({ mark }: MarkedParagraph): boolean => mark?.kind === 'block' || mark?.kind === 'object';

/** A block that went out and has come back. Emptied counts as taken out. */
function compareMarked(block: ContentBlock, { words, mark }: MarkedParagraph): Difference | null {
  const [live, hash] = [wordsToCompare(block.text), mark?.hash ?? ''];
  if (words === live || hasHash(words, hash)) return null;
  // What an indicator says is looked up: other words in Word have no place in the text.
  if (block.kind === 'indicator') return words === '' ? null : { key: block.id, kind: 'elsewhere', blockId: null, blockKind: null, liveText: '', fileText: words, place: null, mayAccept: false };
  if (words === '') return removed(block, hasHash(live, hash));
  const kind = hasHash(live, hash) ? 'corrected' : 'conflict';
  return { key: block.id, kind, blockId: block.id, blockKind: block.kind, liveText: block.text, fileText: words, place: null, mayAccept: true };
}

/** Only words are taken out: a goal or measure goes with values and contributions that no document shows. */
function removed(block: ContentBlock, isAsSent: boolean): Difference {
  return { key: block.id, kind: isAsSent ? 'removed' : 'conflict', blockId: block.id, blockKind: block.kind, liveText: block.text, fileText: '', place: null, mayAccept: isBlockKind(block.kind) };
}

function compareMissing(block: ContentBlock, sent: Sent): Difference | null {
  const hash = sent === null || block.text.trim() === '' || block.kind === 'table' || block.kind === 'picture' || block.kind === 'indicator' ? null : sentHash(sent, block.id);
  return hash === null ? null : removed(block, hasHash(block.text, hash));
}

/** What was changed at words that are no block here: nobody is to believe it was taken over. */
function changedElsewhere(index: number, { mark, words }: MarkedParagraph): Difference | null {
  if (mark === null || words === '' || hasHash(words, mark.hash)) return null;
  return { key: `other/${index}`, kind: 'elsewhere', blockId: null, blockKind: null, liveText: '', fileText: words, place: null, mayAccept: false };
}

/** Walks a section's paragraphs for what stands between the known ones. */
class SectionWalk {
  private readonly byId: ReadonlyMap<string, ContentBlock>;
  private readonly words: ReadonlySet<string>;
  private place: BlockPlace;

  constructor(private readonly section: ComparedSection) {
    this.byId = new Map(section.blocks.map((block) => [block.id, block]));
    this.words = new Set(section.blocks.map(({ text }) => wordsToCompare(text)));
    const [first] = section.blocks;
    this.place = first === undefined ? null : { side: 'before', blockId: first.id };
  }

  take(index: number, paragraph: MarkedParagraph): Difference | null {
    const { mark, words } = paragraph;
    if (mark === null) return this.added(index, paragraph);
    if (mark.kind === 'section') return words === wordsToCompare(this.section.title) ? null : changedElsewhere(index, paragraph);
    const block = this.byId.get(mark.id);
    if (block !== undefined) this.place = this.after(block);
    else if (mark.kind === 'added') this.leaveObject();
    return block === undefined ? changedElsewhere(index, paragraph) : null;
  }

  /** Words that stand in the section already were taken over before. */
  private added(index: number, { words, isListItem: isItem }: MarkedParagraph): Difference | null {
    if (words === '' || this.words.has(words)) return null;
    const beside = this.place === null ? undefined : this.byId.get(this.place.blockId);
    const blockKind = isItem && beside !== undefined && isBlockKind(beside.kind) && isListItem(beside.kind) ? beside.kind : 'paragraph';
    return { key: `new/${index}`, kind: 'added', blockId: null, blockKind, liveText: '', fileText: words, place: this.place, mayAccept: true };
  }

  /** Right below the title of a goal or measure is before what stands in it. */
  private after(block: ContentBlock): BlockPlace {
    if (block.kind !== 'goal' && block.kind !== 'measure') return { side: 'after', blockId: block.id };
    const first = this.section.blocks.find(({ parentId }) => parentId === block.id);
    return first === undefined ? { side: 'inside', blockId: block.id } : { side: 'before', blockId: first.id };
  }

  /** The values of a goal or measure end it. */
  private leaveObject(): void {
    const beside = this.place === null ? undefined : this.byId.get(this.place.blockId);
    const object = beside === undefined ? undefined : [beside, this.byId.get(beside.parentId ?? '')].find((one) => one?.kind === 'goal' || one?.kind === 'measure');
    if (object !== undefined) this.place = { side: 'after', blockId: object.id };
  }
}

function compareSection(section: ComparedSection, own: ReturnType<typeof bySection>, marked: ReadonlyMap<string, MarkedParagraph>, sent: Sent): Difference[] {
  const paragraphs = own.get(section.sectionId) ?? [];
  const inText = new Map(section.blocks.map((block) => [block.id, block]));
  const here = new Set(paragraphs.map(({ paragraph }) => paragraph));
  const walk = new SectionWalk(section);
  const between = paragraphs.flatMap(({ index, paragraph }) => {
    const known = paragraph.mark === null ? undefined : inText.get(paragraph.mark.id);
    const differences = [known === undefined ? null : compareMarked(known, paragraph), walk.take(index, paragraph)];
    return differences.filter((one): one is Difference => one !== null);
  });
  // Where it stands in the document is no longer to be seen: it comes last.
  const missing = section.blocks.flatMap((block) => {
    const paragraph = marked.get(block.id);
    const difference = paragraph === undefined ? compareMissing(block, sent) : here.has(paragraph) ? null : compareMarked(block, paragraph);
    return difference === null ? [] : [difference];
  });
  return [...between, ...missing];
}

/**
 * What is different in a document that came back, section by section in the order of the text, compared three ways: words as they went out, as they
 * came back, and as they are now. Where a paragraph stands in the document does not count as long as it has its mark.
 */
export function compareWordCorrections({ paragraphs, sent }: CorrectionsReading, sections: readonly ComparedSection[]): WordDifference[] {
  const own = bySection(paragraphs, new Map(sections.flatMap(({ sectionId, blocks }) => blocks.map(({ id }) => [id, sectionId] as const))));
  const marked = new Map(paragraphs.filter(isOfText).map((paragraph) => [paragraph.mark?.id ?? '', paragraph]));
  const known = new Set(sections.map(({ sectionId }) => sectionId));
  // A section that is gone here: what was changed in it is to be seen all the same.
  const gone = [...own].filter(([sectionId]) => !known.has(sectionId)).map(([sectionId, all]) => {
    const differences = all.map(({ index, paragraph }) => changedElsewhere(index, paragraph)).filter((one) => one !== null);
    return differences.map((difference) => ({ ...difference, sectionId, sectionTitle: all[0]?.paragraph.words ?? '' }));
  });
  return [...sections.map((section) => compareSection(section, own, marked, sent).map((difference) => ({ ...difference, sectionId: section.sectionId, sectionTitle: section.title }))), ...gone].flat();
}

/** The words of a difference, those that stay, go and come. */
export function wordsOfDifference({ liveText, fileText }: Pick<WordDifference, 'liveText' | 'fileText'>): ComparedWords[] {
  return comparedWords(wordsToCompare(liveText), fileText);
}
