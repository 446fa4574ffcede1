import * as Y from 'yjs';
import { changesPart } from './changed-part.js';
import { lettersOf, signsOf, textsIn, type Letter } from './letters.js';
import { movedCopyIn, type MovedCopy } from './moved-copy.js';

/** Letters of a text that give way to a word; without letters, a place for it. */
export interface Replacement {
  readonly text: Y.XmlText;
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

/** A word whose paragraph is gone, and where that was: behind so many of those beside it. */
export interface Homeless {
  readonly word: string;
  readonly parent: Y.XmlFragment;
  readonly index: number;
}

/** What has to be done so that a word stands whole, once, and where its paragraph is now. */
export interface Mending {
  /** The word itself comes last. */
  readonly replacements: readonly Replacement[];
  /** The word where no place for it is left. */
  readonly homeless: Homeless | null;
}

interface Place {
  readonly text: Y.XmlText;
  readonly before: readonly Letter[];
  readonly word: readonly Letter[];
  readonly after: readonly Letter[];
}

interface FoundCopy extends MovedCopy {
  readonly text: Y.XmlText;
  /** How many letters of the passage stand before the word, and with it. */
  readonly wordFrom: number;
  readonly wordTo: number;
}

const nothing: Mending = { replacements: [], homeless: null };

const isGone = (text: Y.XmlText): boolean => text._item?.deleted === true;
const isLetter = ({ sign }: Letter): boolean => sign !== '';

const nameOf = ({ client, clock }: Letter): string => `${client} ${clock}`;
const lengthOf = ({ passageFrom, passageTo }: MovedCopy): number => passageTo - passageFrom;

/** Where something stood that is gone, in what is left of all it stood in. */
function formerPlace({ _item }: Y.XmlText): Omit<Homeless, 'word'> {
  let gone = _item as Y.Item;
  let parent = gone.parent as Y.XmlFragment;
  while (parent._item?.deleted === true) {
    gone = parent._item;
    parent = gone.parent as Y.XmlFragment;
  }
  let index = 0;
  for (let item = gone.left; item !== null; item = item.left) if (!item.deleted && item.countable) index += item.length;
  return { parent, index };
}

/** Whether an update deletes what this client wrote from a clock on. */
function takesAway(update: Uint8Array, client: number, firstClock: number): boolean {
  return (Y.decodeUpdate(update).ds.clients.get(client) ?? []).some(({ clock, len }) => clock + len > firstClock);
}

/** Runs of letters of which all fulfil something, as places in the list. */
function runsOf(letters: readonly Letter[], holds: (letter: Letter) => boolean): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  letters.forEach((letter, index) => {
    const last = runs.at(-1);
    if (!holds(letter)) return;
    if (last?.to === index) last.to += 1;
    else runs.push({ from: index, to: index + 1 });
  });
  return runs;
}

/**
 * What somebody composes here, from its first letter on. Each letter is in the shared text at once; whoever splits, moves or changes its paragraph
 * meanwhile takes along a copy of what there is, while the rest of the word comes about where the paragraph was.
 */
export class ComposedLetters {
  private readonly client: number;
  private readonly firstClock: number;
  /** What was there of others before. */
  private readonly known: ReadonlyMap<number, number>;
  /** What others may have found of the word and taken along. */
  private readonly seen = new Set<string>(['']);

  constructor(private readonly doc: Y.Doc, private readonly body: Y.XmlFragment) {
    this.client = doc.clientID;
    this.firstClock = Y.getState(doc.store, doc.clientID);
    this.known = Y.decodeStateVector(Y.encodeStateVector(doc));
  }

  /** Remembers the word as it is now. */
  note(): void {
    const place = this.place();
    if (place) this.seen.add(signsOf(place.word));
  }

  /** Where the word stands; null as long as there is none. */
  range(): Omit<Replacement, 'word'> | null {
    const place = this.place();
    return place && { text: place.text, from: place.before.length, to: place.before.length + place.word.length };
  }

  /** Whether an update changes the paragraph of the word; said of any as long as there is no word. */
  isConcernedBy(update: Uint8Array): boolean {
    const paragraph = this.place()?.text.parent;
    return !(paragraph instanceof Y.XmlElement) || changesPart(update, paragraph, this.doc);
  }

  /** Lets the words of others be taken. @returns what they have left to do here */
  mendingAfter(take: () => void, updates: readonly Uint8Array[]): Mending {
    const place = this.place();
    take();
    if (place === null) return nothing;
    const isNews = ({ client, clock, sign }: Letter): boolean => sign !== '' && client !== this.client && clock >= (this.known.get(client) ?? 0);
    const isTouched = (): boolean => updates.some((update) => takesAway(update, this.client, this.firstClock));
    const copy = this.copyOf(place, isNews, isTouched);
    const word = signsOf(place.word);
    if (copy) return { homeless: null, replacements: [...this.leftBehind(place.text), { text: copy.text, from: copy.from, to: copy.to, word }] };
    if (isGone(place.text)) return { homeless: { word, ...formerPlace(place.text) }, replacements: [] };
    return this.wholeAgain(place);
  }

  private readonly isMine = ({ client, clock }: Letter): boolean => client === this.client && clock >= this.firstClock;

  /** Where the letters are; null as long as there are none. */
  private place(): Place | null {
    const text = this.textOfLast();
    if (text === null) return null;
    const letters = lettersOf(text);
    const [first, last] = [letters.findIndex(this.isMine), letters.findLastIndex(this.isMine)];
    return { text, before: letters.slice(0, first).filter(isLetter), word: letters.slice(first, last + 1).filter(isLetter), after: letters.slice(last + 1).filter(isLetter) };
  }

  private textOfLast(): Y.XmlText | null {
    const mine = this.doc.store.clients.get(this.client) ?? [];
    for (let index = mine.length - 1; index >= 0; index--) {
      const struct = mine[index];
      if (!struct || struct.id.clock + struct.length <= this.firstClock) return null;
      if (struct instanceof Y.Item && struct.parent instanceof Y.XmlText && lettersOf(struct.parent).some(this.isMine)) return struct.parent;
    }
    return null;
  }

  /** The longest copy of the passage that has come in its place. */
  private copyOf(place: Place, isNews: (letter: Letter) => boolean, isTouched: () => boolean): FoundCopy | null {
    const copies = this.copiesOf(place, isNews);
    if (copies.length === 0) return null;
    const standing = new Set(isGone(place.text) ? [] : lettersOf(place.text).filter(isLetter).map(nameOf));
    const moved = copies.filter((copy) => this.cameInItsPlace(copy, place, standing, isTouched));
    return moved.reduce<FoundCopy | null>((best, copy) => (best && lengthOf(best) >= lengthOf(copy) ? best : copy), null);
  }

  private copiesOf({ before, after }: Place, isNews: (letter: Letter) => boolean): FoundCopy[] {
    const around = { before: signsOf(before), after: signsOf(after) };
    return textsIn(this.body).flatMap((text) => {
      const letters = lettersOf(text).filter(isLetter);
      return runsOf(letters, isNews).flatMap(({ from, to }) => {
        const words = signsOf(letters.slice(from, to));
        return [...this.seen].flatMap((word) => {
          const copy = movedCopyIn(words, { ...around, word });
          return copy ? [{ ...copy, text, from: from + copy.from, to: from + copy.to, wordFrom: before.length, wordTo: before.length + word.length }] : [];
        });
      });
    });
  }

  /** Whether what was copied is no longer where it was: otherwise somebody has only copied it. */
  private cameInItsPlace({ passageFrom, passageTo, wordFrom, wordTo }: FoundCopy, place: Place, standing: ReadonlySet<string>, isTouched: () => boolean): boolean {
    if (isGone(place.text)) return true;
    // Of what only adjoins the place of the word, the word is no part as long as its own paragraph is there.
    if (wordFrom === wordTo && (passageFrom === wordFrom || passageTo === wordTo)) return false;
    const around = [...place.before.slice(passageFrom, wordFrom), ...place.after.slice(Math.max(0, passageFrom - wordTo), Math.max(0, passageTo - wordTo))];
    return around.every((letter) => !standing.has(nameOf(letter))) && (around.length > 0 || isTouched());
  }

  /** What stands of the word where its paragraph was. */
  private leftBehind(text: Y.XmlText): Replacement[] {
    if (isGone(text)) return [];
    return runsOf(lettersOf(text).filter(isLetter), this.isMine).map(({ from, to }) => ({ text, from, to, word: '' }));
  }

  /** The word anew where somebody has taken letters out of it. */
  private wholeAgain({ text, word }: Place): Mending {
    const now = lettersOf(text);
    if (now.filter((letter) => this.isMine(letter) && isLetter(letter)).length === word.filter(this.isMine).length) return nothing;
    const from = now.slice(0, now.findIndex(this.isMine)).filter(isLetter).length;
    return { homeless: null, replacements: [...this.leftBehind(text), { text, from, to: from, word: signsOf(word.filter(this.isMine)) }] };
  }
}
