import { keepOnDevice, readKept } from '@konzeptwerkstatt/web-data';
import type { ContributionKind } from '@konzeptwerkstatt/web-data';

/** What is answered to: a field of action, or words, a goal or a measure in it. */
export interface AnsweredPlace {
  readonly sectionUuid: string;
  readonly goalUuid: string | null;
  readonly measureUuid: string | null;
  readonly passage: { readonly blockId: string; readonly quote: string; readonly before: string } | null;
  /** What it says, for whoever answers. */
  readonly words: string;
}

/** An answer that is being written. */
export interface AnswerDraft {
  readonly kind: ContributionKind;
  readonly text: string;
  readonly language: string;
  readonly sender: string;
}

/** An answer that is sent off. */
export type Answer = AnswerDraft & { readonly place: AnsweredPlace };

const prefix = 'konzeptwerkstatt/mitreden/';

/** Where answers that wait are kept. */
export const unsentKey = (linkUuid: string): string => `${prefix}${linkUuid}/ungesendet`;
/** Names a place among those of its link. */
export const placeKey = ({ sectionUuid, goalUuid, measureUuid, passage }: AnsweredPlace): string => [sectionUuid, goalUuid ?? measureUuid ?? passage?.blockId ?? ''].join('/');
const draftKey = (linkUuid: string, place: AnsweredPlace): string => `${prefix}${linkUuid}/entwurf/${placeKey(place)}`;

export const keptAnswer = (linkUuid: string, place: AnsweredPlace): AnswerDraft | null => readKept<AnswerDraft>(draftKey(linkUuid, place));
/** Keeps what is typed with every change. @returns whether this device keeps it */
export const keepAnswer = (linkUuid: string, place: AnsweredPlace, draft: AnswerDraft | null): boolean => keepOnDevice(draftKey(linkUuid, place), draft === null || draft.text === '' ? null : draft);

/** 256 random bits in the alphabet of addresses. */
function newSenderKey(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The key with which this device comes back to what it has sent by a link; drawn the first time. */
export function senderKeyOf(linkUuid: string): { readonly key: string; readonly isKept: boolean } {
  const name = `${prefix}${linkUuid}/schluessel`;
  const kept = readKept<string>(name);
  if (kept !== null) return { key: kept, isKept: true };
  const key = newSenderKey();
  return { key, isKept: keepOnDevice(name, key) };
}
