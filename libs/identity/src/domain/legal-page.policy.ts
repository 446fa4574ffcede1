import { isStorableText, type UserErrorDetail } from '@konzeptwerkstatt/kernel';

export const LEGAL_PAGE_KINDS = ['imprint', 'privacy', 'accessibility', 'house_rules'] as const;
export type LegalPageKind = (typeof LEGAL_PAGE_KINDS)[number];

const MAX_LENGTH = 60_000;
/** What the drafts leave to be filled in: `[Bitte ausfüllen: …]`. */
const PLACEHOLDER = /\[Bitte ausfüllen[^\]\n]*\]/g;

/** Only line ends of one kind, and no invisible characters that turn text around. */
export const tidyLegalText = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll(/[^\P{Cc}\n]|\p{Bidi_Control}/gu, '').trim();

/** What is wrong with a page; nothing is published that still has to be filled in, because it would claim what nobody checked. */
export function legalPageErrors(text: string, isPublished: boolean): UserErrorDetail[] {
  if (text.length > MAX_LENGTH) return [{ code: 'TEXT_TOO_LONG', message: `Die Seite darf höchstens ${MAX_LENGTH} Zeichen haben.`, path: ['text'] }];
  if (!isStorableText(text)) return [{ code: 'TEXT_NOT_STORABLE', message: 'Der Text enthält Zeichen, die nicht gespeichert werden können.', path: ['text'] }];
  if (!isPublished) return [];
  if (text === '') return [{ code: 'TEXT_REQUIRED', message: 'Eine leere Seite kann nicht veröffentlicht werden.', path: ['text'] }];
  const left = text.match(PLACEHOLDER)?.length ?? 0;
  return left === 0 ? [] : [{ code: 'PLACEHOLDERS_LEFT', message: `${left === 1 ? 'Eine Stelle ist' : `${left} Stellen sind`} noch auszufüllen: suchen Sie nach „[Bitte ausfüllen“.`, path: ['text'], params: { left } }];
}
