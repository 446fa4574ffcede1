import { isLanguageTag, isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { MAX_TEXT_LENGTH } from '../contribution-text.policy.js';
import { participationProblem } from '../participation.errors.js';

/** What an organisation is asked about a contribution by those who answer it, and its advice. Instants are the database's. */
export interface ContributionAdvice {
  readonly id: string;
  readonly municipalityId: string;
  readonly contributionId: string;
  /** Who is asked. */
  readonly organisationId: string;
  /** Who asked. */
  readonly askedByOrganisationId: string | null;
  readonly question: string;
  /** BCP 47. */
  readonly questionLanguage: string;
  /** Until when the advice is wanted, `YYYY-MM-DD`. */
  readonly dueOn: string | null;
  readonly askedAt: Date;
  /** Null until it is given. */
  readonly advice: string | null;
  readonly adviceLanguage: string | null;
  /** Null until it is given, and after erasure. */
  readonly givenById: string | null;
  readonly givenAt: Date | null;
  /** Grows by one each time it is given or changed; 0: not given. */
  readonly revision: number;
}

/** What is asked. */
export type WantedAdvice = Pick<ContributionAdvice, 'organisationId' | 'question' | 'questionLanguage' | 'dueOn'>;

/** Words of one side, with their language. */
export interface AdviceWords {
  readonly text: string;
  readonly language: string;
}

/** What is wrong with a question or an advice; all of it at once. @param field in which the words are sent */
export function adviceProblems({ text, language }: AdviceWords, field: 'question' | 'advice'): UserErrorDetail[] {
  const words = text.trim() === '' ? 'TEXT_REQUIRED' : text.length > MAX_TEXT_LENGTH ? 'TEXT_TOO_LONG' : isStorableText(text) ? null : 'TEXT_NOT_STORABLE';
  return [...(words === null ? [] : [participationProblem(words, [field])]), ...(isLanguageTag(language) ? [] : [participationProblem('LANGUAGE_INVALID', ['language'])])];
}
