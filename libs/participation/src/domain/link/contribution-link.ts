import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import type { ContributionKind } from '../contribution.js';
import { participationProblem } from '../participation.errors.js';

/** A link with which people without an account answer. */
export interface ContributionLink {
  readonly id: string;
  readonly municipalityId: string;
  readonly editionId: string;
  readonly sectionIds: readonly string[];
  /** For whom it was made, in the office's words. */
  readonly title: string;
  readonly needsRelease: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** A link as the office wants it. */
export interface WantedLink {
  readonly editionId: string;
  readonly sectionIds: readonly string[];
  readonly title: string;
  /** The last day by the clock in Germany, `YYYY-MM-DD`. */
  readonly endsOn: string;
  readonly needsRelease: boolean;
}

/** What somebody without an account sends. */
export interface WantedAnswer {
  readonly sectionId: string;
  readonly goalId: string | null;
  readonly measureId: string | null;
  readonly passage: { readonly blockId: string | null; readonly quote: string; readonly before: string } | null;
  readonly kind: ContributionKind;
  readonly text: string;
  readonly language: string;
  /** What she says of herself; counts for nothing. */
  readonly sender: string | null;
}

/** How many days a link lives at most. */
export const MAX_LINK_DAYS = 366;
const MAX_TITLE_LENGTH = 120;
const MAX_SECTIONS = 50;
const MAX_SENDER_LENGTH = 120;
const DAY_MS = 86_400_000;

/** 256 random bits as a browser draws them: 43 characters of base64url. */
export const isSenderKey = (key: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(key);

/** What is wrong with a link; all of it at once. @param expiresAt null: its last day is none */
export function linkProblems({ sectionIds, title }: Pick<WantedLink, 'sectionIds' | 'title'>, expiresAt: Date | null, now: Date): UserErrorDetail[] {
  const name = title.trim();
  const isEndRight = expiresAt !== null && expiresAt > now && expiresAt.getTime() - now.getTime() <= MAX_LINK_DAYS * DAY_MS;
  return [
    ...(name === '' ? [participationProblem('LINK_TITLE_REQUIRED', ['title'])] : []),
    ...(name.length > MAX_TITLE_LENGTH ? [participationProblem('LINK_TITLE_TOO_LONG', ['title'])] : []),
    ...(isStorableText(name) ? [] : [participationProblem('TEXT_NOT_STORABLE', ['title'])]),
    ...(sectionIds.length === 0 || sectionIds.length > MAX_SECTIONS ? [participationProblem('SECTIONS_REQUIRED', ['sectionIds'])] : []),
    ...(isEndRight ? [] : [participationProblem('LINK_END_INVALID', ['endsOn'])]),
  ];
}

/** What is wrong with what somebody says of herself. */
export function senderProblems(sender: string | null): UserErrorDetail[] {
  if (sender === null) return [];
  if (sender.length > MAX_SENDER_LENGTH) return [participationProblem('SENDER_TOO_LONG', ['sender'])];
  return isStorableText(sender) ? [] : [participationProblem('TEXT_NOT_STORABLE', ['sender'])];
}
