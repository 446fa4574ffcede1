import { keepOnDevice, readKept } from '@konzeptwerkstatt/web-data';
import type { ContributionKind, Unsent } from '@konzeptwerkstatt/web-data';

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

/** Tells links apart without the device keeping what opens them. */
const linkName = (token: string): string => `${prefix}link/${token.slice(0, 8)}`;

/** Keeps which link a token opens, so that what is written there is found when the link is over. */
export const rememberLink = (token: string, linkUuid: string): boolean => keepOnDevice(linkName(token), linkUuid);

/** What this device has of a link and has not sent, begun or refused; each with how it is thrown away. */
export interface LeftAnswer {
  readonly text: string;
  readonly language: string;
  readonly discard: () => void;
}

/** What is left of a link that is over, by its token; nothing where this device has never seen it open. */
export function leftAnswers(token: string): LeftAnswer[] {
  const linkUuid = readKept<string>(linkName(token));
  if (linkUuid === null) return [];
  const waiting = readKept<Unsent<Answer>[]>(unsentKey(linkUuid)) ?? [];
  const begun = Object.keys(localStorage).filter((name) => name.startsWith(`${prefix}${linkUuid}/entwurf/`));
  const dropWaiting = (key: string) => {
    const rest = (readKept<Unsent<Answer>[]>(unsentKey(linkUuid)) ?? []).filter((other) => other.key !== key);
    keepOnDevice(unsentKey(linkUuid), rest.length === 0 ? null : rest);
  };
  return [
    ...waiting.map(({ key, text, language, place }) => ({ text: text || place.words, language, discard: () => dropWaiting(key) })),
    ...begun.flatMap((name) => {
      const draft = readKept<AnswerDraft>(name);
      return draft === null ? [] : [{ text: draft.text, language: draft.language, discard: () => void keepOnDevice(name, null) }];
    }),
  ];
}
