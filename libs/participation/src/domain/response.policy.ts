import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { MAX_TEXT_LENGTH } from './contribution-text.policy.js';
import { participationProblem } from './participation.errors.js';

export const RESPONSE_VERDICTS = ['considered', 'partly', 'not', 'noted', 'forwarded'] as const;
export type ResponseVerdict = (typeof RESPONSE_VERDICTS)[number];

/** What the municipality answers to a contribution or a bundle. */
export interface ContributionResponse {
  readonly subjectId: string;
  readonly municipalityId: string;
  readonly verdict: ResponseVerdict;
  readonly reasons: string;
  readonly contactOrganisationId: string | null;
  /** From 1 on. */
  readonly revision: number;
  readonly changedByOrganisationId: string | null;
  readonly updatedAt: Date;
  /** Null: a draft. */
  readonly publishedAt: Date | null;
  /** Until when those it is for may object to it as it stands; null: it is not proposed to them. */
  readonly proposedUntil: Date | null;
  /** Why it was published although somebody objected. */
  readonly despiteObjection: string | null;
}

/** What a contribution has led to. */
export interface Outcome {
  readonly id: string;
  readonly municipalityId: string;
  readonly subjectId: string;
  readonly kind: 'passage' | 'goal' | 'measure';
  readonly sectionId: string;
  readonly blockId: string;
  readonly objectId: string | null;
}

/** A text block for reasons. */
export interface ReasonText {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Who is told no, or only partly yes, is told why; every verdict may have reasons. */
export function responseProblems({ verdict, reasons }: Pick<ContributionResponse, 'verdict' | 'reasons'>): UserErrorDetail[] {
  if (['partly', 'not'].includes(verdict) && reasons.trim() === '') return [participationProblem('REASONS_REQUIRED', ['reasons'])];
  if (reasons.length > MAX_TEXT_LENGTH) return [participationProblem('TEXT_TOO_LONG', ['reasons'])];
  return isStorableText(reasons) ? [] : [participationProblem('TEXT_NOT_STORABLE', ['reasons'])];
}
