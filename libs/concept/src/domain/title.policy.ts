import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { MAX_TITLE_LENGTH } from '@konzeptwerkstatt/document-model';
import { conceptProblem } from './concept.errors.js';

/** Longest description that a form may send, in characters; in the text itself there is no such limit. */
export const MAX_DESCRIPTION_LENGTH = 20_000;

/** A title as it is stored: one line without blanks around it. */
export function tidyTitle(title: string): string {
  return title.replace(/\s+/g, ' ').trim();
}

/** Why a title may not be stored; empty when it may. */
export function titleProblems(title: string, path: readonly string[] = ['title']): UserErrorDetail[] {
  if (!isStorableText(title)) return [conceptProblem('TEXT_NOT_STORABLE', path)];
  const tidy = tidyTitle(title);
  if (tidy === '') return [conceptProblem('TITLE_REQUIRED', path)];
  return tidy.length > MAX_TITLE_LENGTH ? [conceptProblem('TITLE_TOO_LONG', path, { maxLength: MAX_TITLE_LENGTH })] : [];
}

/** What two titles have in common that people would read as one. */
export function titleKey(title: string): string {
  return tidyTitle(title).normalize('NFC').toLocaleLowerCase('de');
}

/** Why a section may not be called so beside the others of its edition; empty when it may. */
export function takenTitleProblems(title: string, others: readonly string[]): UserErrorDetail[] {
  return others.some((other) => titleKey(other) === titleKey(title)) ? [conceptProblem('SECTION_TITLE_TAKEN', ['title'])] : [];
}

/** Why a description may not be stored; empty when it may. */
export function descriptionProblems(description: string, path: readonly string[] = ['description']): UserErrorDetail[] {
  if (!isStorableText(description)) return [conceptProblem('TEXT_NOT_STORABLE', path)];
  return description.length > MAX_DESCRIPTION_LENGTH ? [conceptProblem('TEXT_TOO_LONG', path, { maxLength: MAX_DESCRIPTION_LENGTH })] : [];
}
