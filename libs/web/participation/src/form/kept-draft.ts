import type { ContributionKind, ContributionWay } from '@konzeptwerkstatt/web-data';
import type { PickedMention } from '../mention/picked-mentions.js';

/** A contribution that is being written. */
export interface Draft {
  readonly kind: ContributionKind | null;
  readonly title: string;
  readonly text: string;
  readonly replacement: string | null;
  readonly language: string;
  readonly isForOrganisation: boolean;
  readonly passage: Passage | null;
  /** Files that lie on the server; what is not sent off within a day is gone there. */
  readonly attachments: readonly Attachment[];
  /** Whom the text mentions, as far as it still names them. */
  readonly mentions: readonly PickedMention[];
  /** What is entered for others says besides. */
  readonly entry: EntryFacts;
}

/** From whom something came that the office enters, how and when, and what it is about. Ids of the API. */
export interface EntryFacts {
  readonly way: ContributionWay;
  readonly sender: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly receivedOn: string;
  readonly organisationId: string | null;
  readonly aim: EntryAim | null;
}

/** Chosen in the form; null: what the address of the page says. */
export interface EntryAim {
  readonly sectionId: string | null;
  readonly goalId: string | null;
  readonly measureId: string | null;
}

/** Nothing said yet. */
export const emptyEntry: EntryFacts = { way: 'LETTER', sender: '', receivedOn: '', organisationId: null, aim: null };

/** A file that was brought to the server. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
}

/** Words somebody marked in a text. */
export interface Passage {
  readonly blockId: string | null;
  readonly quote: string;
  readonly before: string;
}

/** The draft that is kept; null when there is none, or none that can be read. */
export function keptDraft(key: string): Draft | null {
  try {
    const kept = localStorage.getItem(key);
    if (kept === null) return null;
    // Drafts that were kept by an earlier version know of no files, no mentions and no sender.
    const draft = JSON.parse(kept) as Omit<Draft, 'attachments' | 'mentions' | 'entry'> & Partial<Pick<Draft, 'attachments' | 'mentions' | 'entry'>>;
    return { ...draft, attachments: draft.attachments ?? [], mentions: draft.mentions ?? [], entry: draft.entry ?? emptyEntry };
  } catch {
    return null;
  }
}

/** Whether there is anything in it that somebody typed. */
export const hasWords = ({ text, title, replacement, attachments, entry }: Draft): boolean => text !== '' || title !== '' || replacement !== null || attachments.length > 0 || entry.sender !== '';

/** Keeps a draft on this device once something is typed. @returns whether it is kept: there may be no storage, or no room */
export function keepDraft(key: string, draft: Draft): boolean {
  try {
    if (hasWords(draft)) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Without storage nothing was kept.
  }
}
