import type { ContributionKind, Unsent } from '@konzeptwerkstatt/web-data';
import { keepOnDevice, readKept } from '@konzeptwerkstatt/web-data';

/** A card that is being written. */
export interface CardDraft {
  readonly kind: ContributionKind;
  readonly title: string;
  readonly text: string;
  readonly language: string;
}

/** A card that was sent off here and has not arrived yet. */
export type UnsentCard = Unsent<CardDraft & { readonly tableUuid: string }>;

const prefix = 'konzeptwerkstatt/karten/';
/** Where cards that wait are kept. */
export const unsentKey = (guestUuid: string): string => `${prefix}${guestUuid}/ungesendet`;
const tableKey = (guestUuid: string): string => `${prefix}${guestUuid}/tisch`;
const draftKey = (guestUuid: string, tableUuid: string): string => `${prefix}${guestUuid}/entwurf/${tableUuid}`;

/** The table somebody sat down at on this device, where what she was writing is found again. */
export const keptTable = (guestUuid: string): string | null => readKept<string>(tableKey(guestUuid));
export const keepTable = (guestUuid: string, tableUuid: string): boolean => keepOnDevice(tableKey(guestUuid), tableUuid);

export const keptDraft = (guestUuid: string, tableUuid: string): CardDraft | null => readKept<CardDraft>(draftKey(guestUuid, tableUuid));
/** Keeps what is typed with every change. @returns whether this device keeps it: there may be no storage, or no room */
export const keepDraft = (guestUuid: string, tableUuid: string, draft: CardDraft): boolean => keepOnDevice(draftKey(guestUuid, tableUuid), draft.text === '' && draft.title === '' ? null : draft);
