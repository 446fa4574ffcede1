import { countWords, isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { participationProblem } from '../participation.errors.js';

/** More is no short version. */
export const MAX_SHORT_VERSION_WORDS = 120;
/** Characters; nobody needs as many for 120 words. */
export const MAX_SHORT_VERSION_LENGTH = 2_000;
const MAX_FINGERPRINT_LENGTH = 100;

/** A field of action in a few words. */
export interface ShortVersion {
  readonly sectionId: string;
  readonly text: string;
  /** Of the section's text as its writer saw it. */
  readonly textFingerprint: string;
  /** From 1 on. */
  readonly revision: number;
  readonly writtenAt: Date;
}

/** A short version as somebody wants to save it. */
export interface WantedShortVersion {
  /** Empty: there is to be none. */
  readonly text: string;
  readonly textFingerprint: string;
  /** Of the one that was seen; 0: none. */
  readonly expectedRevision: number;
}

/** What is wrong with the words of a short version. */
export function shortVersionProblems({ text, textFingerprint }: WantedShortVersion): UserErrorDetail[] {
  if (!isStorableText(text)) return [participationProblem('TEXT_NOT_STORABLE', ['text'])];
  if (countWords(text) > MAX_SHORT_VERSION_WORDS || text.length > MAX_SHORT_VERSION_LENGTH) return [participationProblem('SHORT_VERSION_TOO_LONG', ['text'])];
  return !isStorableText(textFingerprint) || textFingerprint.length > MAX_FINGERPRINT_LENGTH ? [participationProblem('TEXT_NOT_STORABLE', ['textFingerprint'])] : [];
}
