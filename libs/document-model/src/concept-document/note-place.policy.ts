import { findAnchor } from '../reading/anchor.policy.js';
import type { AnchorBlock } from '../reading/anchor.policy.js';
import type { ConceptDocument, DocumentSection } from './concept-document.js';
import { objectsIn } from './concept-document.js';
import type { DocumentNote, NoteAnchor, NotePart, NoteSource, PlacedNote } from './document-note.js';
import type { DocumentWords } from './document-words.js';
import type { NoteText } from './note-texts.js';
import { blocksWithNotes, noteTextsIn } from './note-texts.js';
import { directionOf, printable } from './printable-text.policy.js';

/** Which part of an edition a document holds: what is about something else is left out. `objects`: some goals and measures only. */
export type NotedPart = 'whole' | 'section' | 'objects';

/** Where a note belongs. */
interface NotePlace {
  /** Index of the section; -1: the document's title. */
  readonly section: number;
  /** Index of the text in its section; -1: the section's title. */
  readonly text: number;
  readonly start: number;
  readonly end: number;
  readonly remark: 'changed' | 'gone' | null;
}

interface Placed {
  readonly source: NoteSource;
  readonly place: NotePlace;
}

interface KnownSection {
  readonly section: DocumentSection;
  readonly texts: readonly NoteText[];
  /** The same texts for finding words. Those of which nobody knows the id are told apart by where they stand. */
  readonly anchors: readonly AnchorBlock[];
}

function known(section: DocumentSection): KnownSection {
  const texts = noteTextsIn(section.blocks);
  return { section, texts, anchors: texts.map(({ id, text }, index) => ({ id: id ?? `text ${index}`, text })) };
}

const onDocument = ({ titlePage }: ConceptDocument, remark: NotePlace['remark']): NotePlace => ({ section: -1, text: -1, start: 0, end: titlePage.title.length, remark });

function inSection(index: number, { section, texts, anchors }: KnownSection, about: NoteAnchor, part: NotedPart): NotePlace | null {
  const title = (remark: NotePlace['remark']): NotePlace | null => (part === 'objects' ? null : { section: index, text: -1, start: 0, end: section.title.length, remark });
  if (about.blockId === null && about.quote === null) return title(null);
  const own = texts.findIndex(({ id }) => id !== null && id === about.blockId);
  const whole = (remark: NotePlace['remark']): NotePlace | null => (own < 0 ? title('gone') : { section: index, text: own, start: 0, end: texts[own]?.text.length ?? 0, remark });
  if (about.quote === null) return whole(null);
  const quote = printable(about.quote);
  const found = findAnchor(anchors, { blockId: about.blockId, quote, before: printable(about.before) });
  if (found === null) return whole('changed');
  return { section: index, text: anchors.findIndex(({ id }) => id === found.blockId), start: found.start, end: found.start + quote.length, remark: null };
}

function placeOf(document: ConceptDocument, sections: readonly KnownSection[], about: NoteAnchor, part: NotedPart): NotePlace | null {
  if (about.sectionId === null) return part === 'whole' ? onDocument(document, null) : null;
  const index = sections.findIndex(({ section }) => section.sectionId === about.sectionId);
  const section = sections[index];
  if (section === undefined) return part === 'whole' ? onDocument(document, 'gone') : null;
  return inSection(index, section, about, part);
}

/** Language and country, as all formats know them. */
const languageOf = (tag: string): string => /^[a-z]{2,3}(-[A-Z]{2}(?![A-Za-z0-9]))?/.exec(tag)?.[0] ?? 'de';

function partsOf({ source, place }: Placed, words: DocumentWords): NotePart[] {
  const { about, language, title, text, replacement } = source;
  const part = (kind: NotePart['kind'], label: string | null, said: string | null, own: string = words.language): NotePart[] => {
    const shown = printable(said ?? '').trim();
    return shown === '' ? [] : [{ kind, label, text: shown, direction: directionOf(shown), language: languageOf(own) }];
  };
  return [
    ...part('remark', null, place.remark === null ? null : words.notes[place.remark]),
    ...part('quote', words.notes.quote, about.quote),
    ...part('title', null, title, language),
    ...part('text', null, text, language),
    ...part('replacement', words.notes.replacement, replacement === '' ? words.notes.nothing : replacement),
  ];
}

function placeInWords({ place: { section: at, text }, source }: Placed, sections: readonly KnownSection[], words: DocumentWords): string {
  const found = sections[at];
  if (found === undefined) return words.notes.whole;
  const id = source.about.quote === null ? found.texts[text]?.id : undefined;
  const object = objectsIn(found.section.blocks).find(({ blockId }) => blockId === id);
  return object === undefined ? `${found.section.number} ${found.section.title}` : `${[object.label, object.number].filter((word) => word !== null).join(' ')}: ${object.title}`;
}

function inOrder(one: NotePlace, other: NotePlace): number {
  return one.section - other.section || one.text - other.text || one.start - other.start;
}

/** How many notes a document holds, of how many that there are. */
export interface NoteCount {
  /** Notes that were too many to be given out. */
  readonly left: number;
}

/**
 * The document with what people said about it: at their words where these still stand, otherwise at the block, and at the title of the section where that
 * is gone, too. Notes keep their order where they have the same place. Pure.
 */
export function placeNotes(document: ConceptDocument, sources: readonly NoteSource[], words: DocumentWords, { part, left }: NoteCount & { readonly part: NotedPart }): ConceptDocument {
  const sections = document.sections.map(known);
  const placed = sources.flatMap((source): Placed[] => {
    const place = placeOf(document, sections, source.about, part);
    return place === null ? [] : [{ source, place }];
  }).toSorted((one, other) => inOrder(one.place, other.place));
  const numbered = placed.map(({ place }, index) => ({ place, note: { number: index + 1, start: place.start, end: place.end } }));
  const notesAt = (section: number, text: number): PlacedNote[] => numbered.filter(({ place }) => place.section === section && place.text === text).map(({ note }) => note);
  const notes = placed.map((one, index): DocumentNote => ({
    number: index + 1, author: printable(one.source.author), day: one.source.day, dayInWords: words.day(one.source.day), kind: one.source.kind, place: placeInWords(one, sections, words), parts: partsOf(one, words),
  }));
  return {
    ...document,
    titlePage: { ...document.titlePage, notes: [...document.titlePage.notes, words.notes.count(notes.length, left)] },
    sections: sections.map(({ section }, index) => {
      let text = -1;
      const [own, blocks] = [notesAt(index, -1), blocksWithNotes(section.blocks, () => notesAt(index, (text += 1)))];
      return { ...section, ...(own.length === 0 ? {} : { notes: own }), blocks };
    }),
    notes: { title: words.notes.title, mention: words.notes.mention, notes, onTitle: notesAt(-1, -1) },
  };
}
