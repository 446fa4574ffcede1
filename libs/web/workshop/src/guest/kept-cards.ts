import type { ContributionKind } from '@konzeptwerkstatt/web-data';

/** A card that is being written. */
export interface CardDraft {
  readonly kind: ContributionKind;
  readonly title: string;
  readonly text: string;
  readonly language: string;
}

/** A card that was sent off here and has not arrived yet. */
export interface UnsentCard extends CardDraft {
  /** The same key is the same card, however often it is sent. */
  readonly key: string;
  readonly tableUuid: string;
  /** Why the server does not take it, as a code; null while it only waits for a connection. */
  readonly problem: string | null;
}

const prefix = 'konzeptwerkstatt/karten/';
const unsentKey = (guestUuid: string): string => `${prefix}${guestUuid}/ungesendet`;
const draftKey = (guestUuid: string, tableUuid: string): string => `${prefix}${guestUuid}/entwurf/${tableUuid}`;

function read<Value>(key: string): Value | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as Value);
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export const unsentCards = (guestUuid: string): readonly UnsentCard[] => read<UnsentCard[]>(unsentKey(guestUuid)) ?? [];
/** @returns whether this device keeps them: there may be no storage, or no room */
export const keepUnsent = (guestUuid: string, cards: readonly UnsentCard[]): boolean => write(unsentKey(guestUuid), cards.length === 0 ? null : cards);
export const keptDraft = (guestUuid: string, tableUuid: string): CardDraft | null => read<CardDraft>(draftKey(guestUuid, tableUuid));
/** Keeps what is typed with every change. @returns as `keepUnsent` */
export const keepDraft = (guestUuid: string, tableUuid: string, draft: CardDraft): boolean => write(draftKey(guestUuid, tableUuid), draft.text === '' && draft.title === '' ? null : draft);
