import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { wordProblems } from './contribution-text.policy.js';
import type { Contribution, ContributionKind } from './contribution.js';
import { participationProblem } from './participation.errors.js';

/** Where a card is: waiting for release, on the wall, hidden with a reason, or cleared with the whole wall. */
export const CARD_PLACES = ['waiting', 'wall', 'hidden', 'cleared'] as const;
export type CardPlaceName = (typeof CARD_PLACES)[number];

/** A card with the contribution it is. */
export interface Card extends Pick<Contribution, 'id' | 'municipalityId' | 'editionId' | 'sectionId' | 'kind' | 'title' | 'text' | 'language' | 'way' | 'sender' | 'organisationId' | 'contributorId' | 'state' | 'bundleId'> {
  readonly gatheringId: string;
  readonly tableId: string;
  readonly guestId: string | null;
  readonly place: CardPlaceName;
  readonly position: number;
  readonly reason: string | null;
  readonly report: string | null;
  readonly bundleTitle: string | null;
  /** Whether something in the text goes back to it. */
  readonly isTakenOver: boolean;
}

/** A card as somebody wrote it. */
export interface WantedCard {
  readonly tableId: string;
  readonly kind: ContributionKind;
  readonly title: string | null;
  readonly text: string;
  readonly language: string;
}

/** More is not read on a wall. */
export const MAX_CARD_LENGTH = 2_000;
const MAX_REASON_LENGTH = 500;

/** What is wrong with the words of a card; all of it at once. */
export function cardProblems({ kind, title, text, language }: WantedCard): UserErrorDetail[] {
  if (text.length > MAX_CARD_LENGTH) return [participationProblem('CARD_TOO_LONG', ['text'])];
  return wordProblems({ kind, title, text, language, quote: null, replacement: null });
}

/** What is wrong with a reason that somebody reads. */
export function reasonProblems(reason: string): UserErrorDetail[] {
  if (reason.trim() === '') return [participationProblem('REASON_REQUIRED', ['reason'])];
  if (!isStorableText(reason)) return [participationProblem('TEXT_NOT_STORABLE', ['reason'])];
  return reason.length > MAX_REASON_LENGTH ? [participationProblem('REASON_TOO_LONG', ['reason'])] : [];
}

/** The ids in the order they have once one of them stands before another one, or at the end. */
export function reordered(ids: readonly string[], id: string, beforeId: string | null): string[] {
  const others = ids.filter((other) => other !== id);
  const index = beforeId === null ? -1 : others.indexOf(beforeId);
  return index < 0 ? [...others, id] : [...others.slice(0, index), id, ...others.slice(index)];
}
