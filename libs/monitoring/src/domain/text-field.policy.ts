import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { monitoringProblem } from './monitoring.errors.js';

/** Longest note, reason, source or definition, in characters. */
export const MAX_TEXT_LENGTH = 2000;

/** What a form sends, as it is stored: without blanks around it; nothing typed means null. */
export function tidyText(text: string | null | undefined): string | null {
  const tidy = text?.trim() ?? '';
  return tidy === '' ? null : tidy;
}

/** Why a longer text may not be stored; empty when it may. */
export function textProblems(text: string | null, field: string): UserErrorDetail[] {
  if (text === null) return [];
  if (!isStorableText(text)) return [monitoringProblem('TEXT_NOT_STORABLE', [field])];
  return text.length > MAX_TEXT_LENGTH ? [monitoringProblem('TEXT_TOO_LONG', [field], { maxLength: MAX_TEXT_LENGTH })] : [];
}
