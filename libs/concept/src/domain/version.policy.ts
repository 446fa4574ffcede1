import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { conceptProblem } from './concept.errors.js';

/** Longest name and reason of a version, in characters. */
export const MAX_VERSION_NAME_LENGTH = 120;
export const MAX_VERSION_REASON_LENGTH = 1000;

/** What somebody entered to name a version, as it is stored: the name in one line, no reason rather than an empty one. */
export function tidyVersion({ name, reason }: { readonly name: string; readonly reason: string | null }): { name: string; reason: string | null } {
  return { name: name.replace(/\s+/g, ' ').trim(), reason: reason?.trim() || null };
}

/** Something to be seen: a name of joiners and marks of direction alone would be a link without words. */
const hasLetters = /[^\p{C}\p{Z}]/u;

function nameProblems(name: string): UserErrorDetail[] {
  if (!isStorableText(name)) return [conceptProblem('TEXT_NOT_STORABLE', ['name'])];
  if (!hasLetters.test(name)) return [conceptProblem('NAME_REQUIRED', ['name'])];
  return name.length > MAX_VERSION_NAME_LENGTH ? [conceptProblem('NAME_TOO_LONG', ['name'], { maxLength: MAX_VERSION_NAME_LENGTH })] : [];
}

function reasonProblems(reason: string | null): UserErrorDetail[] {
  if (reason === null) return [];
  if (!isStorableText(reason)) return [conceptProblem('TEXT_NOT_STORABLE', ['reason'])];
  return reason.length > MAX_VERSION_REASON_LENGTH ? [conceptProblem('TEXT_TOO_LONG', ['reason'], { maxLength: MAX_VERSION_REASON_LENGTH })] : [];
}

/** Why a version may not be kept under that name, all at once; empty when it may. Expects tidy values. */
export function versionProblems({ name, reason }: { readonly name: string; readonly reason: string | null }): UserErrorDetail[] {
  return [...nameProblems(name), ...reasonProblems(reason)];
}
