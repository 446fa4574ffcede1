import { isLanguageTag, isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { participationProblem } from './participation.errors.js';

/** Characters of what somebody writes; more is an attachment and no contribution. */
export const MAX_TEXT_LENGTH = 20_000;
export const MAX_TITLE_LENGTH = 300;
/** Of quoted words; a longer passage is a section. */
export const MAX_QUOTE_LENGTH = 2_000;
/** Characters kept of what stands before quoted words. */
export const CONTEXT_LENGTH = 60;

function textProblems(text: string, field: string, isRequired: boolean): UserErrorDetail[] {
  if (isRequired && text.trim() === '') return [participationProblem('TEXT_REQUIRED', [field])];
  if (text.length > MAX_TEXT_LENGTH) return [participationProblem('TEXT_TOO_LONG', [field])];
  return isStorableText(text) ? [] : [participationProblem('TEXT_NOT_STORABLE', [field])];
}

function languageProblems(language: string): UserErrorDetail[] {
  return isLanguageTag(language) ? [] : [participationProblem('LANGUAGE_INVALID', ['language'])];
}

/** What is wrong with a reply. */
export function replyProblems({ text, language }: { readonly text: string; readonly language: string }): UserErrorDetail[] {
  return [...textProblems(text, 'text', true), ...languageProblems(language)];
}

/** The words of a contribution, as somebody typed them. */
export interface ContributionWords {
  readonly kind: string;
  readonly title: string | null;
  readonly text: string;
  readonly quote: string | null;
  readonly replacement: string | null;
  readonly language: string;
}

/** What is wrong with the words of a contribution; all of it at once. */
export function wordProblems({ kind, title, text, quote, replacement, language }: ContributionWords): UserErrorDetail[] {
  const name = title?.trim() ?? '';
  return [
    ...(kind === 'new_measure' && name === '' ? [participationProblem('TITLE_REQUIRED', ['title'])] : []),
    ...(name.length > MAX_TITLE_LENGTH ? [participationProblem('TITLE_TOO_LONG', ['title'])] : []),
    ...(isStorableText(name) ? [] : [participationProblem('TEXT_NOT_STORABLE', ['title'])]),
    // A proposal says it with its words, support with its kind.
    ...textProblems(text, 'text', kind !== 'support' && replacement === null),
    ...(quote === null ? [] : quote.length > MAX_QUOTE_LENGTH ? [participationProblem('TEXT_TOO_LONG', ['quote'])] : []),
    ...(replacement === null ? [] : textProblems(replacement, 'replacement', false)),
    ...languageProblems(language),
  ];
}
