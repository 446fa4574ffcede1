import type { NoteSource } from '@konzeptwerkstatt/document-model';
import { municipalClock } from '@konzeptwerkstatt/kernel';
import type { Contribution } from '@konzeptwerkstatt/participation';

type Said = Pick<Contribution, 'target' | 'sectionId' | 'blockId' | 'quote' | 'quoteBefore' | 'kind' | 'title' | 'text' | 'replacement' | 'language' | 'way' | 'receivedOn' | 'createdAt' | 'submittedAt'>;

/** Who said something, as far as it is shown. */
export interface ShownAuthor {
  readonly organisation: string | null;
  readonly person: string | null;
}

const kinds: Readonly<Record<Contribution['kind'], string>> = { question: 'Frage', support: 'Zustimmung', objection: 'Einwand', proposal: 'Vorschlag', new_measure: 'Neue Maßnahme' };

function authorOf({ way }: Said, { organisation, person }: ShownAuthor): string {
  if (organisation !== null) return person === null ? organisation : `${person} (${organisation})`;
  return person ?? (way === 'online' ? 'eine beteiligte Person' : way === 'workshop' ? 'Gast eines Treffens' : 'über das Amt eingegangen');
}

/** A contribution as a note of a file, with the words the application has for it, as the municipality `said` them. Only the day of it is told: the minute would tell when somebody works. */
export function noteOf(contribution: Said, author: ShownAuthor, said: (label: string) => string = (label) => label): NoteSource {
  const { target, sectionId, blockId, quote, quoteBefore, kind, title, text, replacement, language, receivedOn, createdAt, submittedAt } = contribution;
  const isInText = target !== 'edition' && target !== 'section';
  return {
    about: { sectionId, blockId: isInText ? blockId : null, quote: target === 'passage' ? quote : null, before: quoteBefore ?? '' },
    author: authorOf(contribution, author), day: receivedOn ?? municipalClock(submittedAt ?? createdAt).day, kind: said(kinds[kind]), language, title, text, replacement,
  };
}
