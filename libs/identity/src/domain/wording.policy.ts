import { isStorableText, ownWordsOf, TERM_KEYS, type OwnWord, type TermKey, type UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { z } from 'zod';

export const INSTRUMENT_KINDS = ['guidelines', 'concept', 'implementation_report', 'indicator_report', 'action_concept'] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

/** A word in singular and plural. */
export interface Term {
  readonly key: TermKey;
  readonly one: string;
  readonly many: string;
}

/** The municipality's own name of a kind of concept. */
export interface InstrumentLabel {
  readonly kind: InstrumentKind;
  readonly label: string;
}

const MAX_WORD_LENGTH = 60;
const word = (text: string): boolean => text.trim().length <= MAX_WORD_LENGTH && isStorableText(text);

/** What is wrong with terms and labels; both forms of a term are needed, or none. */
export function wordingErrors(terms: readonly Term[], labels: readonly InstrumentLabel[]): UserErrorDetail[] {
  const errors: UserErrorDetail[] = [];
  for (const { key, one, many } of terms) {
    if (!word(one) || !word(many)) errors.push({ code: 'WORD_TOO_LONG', message: `Ein Begriff darf höchstens ${MAX_WORD_LENGTH} Zeichen haben.`, path: ['terms', key] });
    else if ((one.trim() === '') !== (many.trim() === '')) errors.push({ code: 'TERM_INCOMPLETE', message: 'Bitte geben Sie Einzahl und Mehrzahl an, oder lassen Sie beide leer.', path: ['terms', key] });
  }
  for (const { kind, label } of labels) {
    if (!word(label)) errors.push({ code: 'WORD_TOO_LONG', message: `Ein Begriff darf höchstens ${MAX_WORD_LENGTH} Zeichen haben.`, path: ['instrumentLabels', kind] });
  }
  return errors;
}

const storedTerms = z.record(z.string(), z.tuple([z.string(), z.string()]));
const storedLabels = z.record(z.string(), z.string());

/** As they are stored; what is left empty is the usual word and stands nowhere. */
export const termsToStore = (terms: readonly Term[]): Record<string, [string, string]> =>
  Object.fromEntries(terms.filter(({ one }) => one.trim() !== '').map(({ key, one, many }) => [key, [one.trim(), many.trim()]]));
export const labelsToStore = (labels: readonly InstrumentLabel[]): Record<string, string> =>
  Object.fromEntries(labels.filter(({ label }) => label.trim() !== '').map(({ kind, label }) => [kind, label.trim()]));

export function storedTermList(stored: unknown): Term[] {
  const terms = storedTerms.parse(stored);
  return TERM_KEYS.flatMap((key) => (terms[key] ? [{ key, one: terms[key][0], many: terms[key][1] }] : []));
}

/** Stored terms beside the usual words. */
export const storedOwnWords = (stored: unknown): OwnWord[] => ownWordsOf(storedTermList(stored));

export function storedLabelList(stored: unknown): InstrumentLabel[] {
  const labels = storedLabels.parse(stored);
  return INSTRUMENT_KINDS.flatMap((kind) => (labels[kind] ? [{ kind, label: labels[kind] }] : []));
}
