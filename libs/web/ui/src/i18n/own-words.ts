import { messagesInOwnWords, quotedInMessage, type OwnWord } from '@konzeptwerkstatt/kernel';
import type { Catalogue } from './i18n.js';

/** What a municipality says otherwise. */
export interface OwnWords {
  readonly words: readonly OwnWord[];
  /** What stands for whole messages, by key. */
  readonly messages: Readonly<Record<string, string>>;
}

export const NO_OWN_WORDS: OwnWords = { words: [], messages: {} };

/** The messages as the municipality says them; files and public pages do it in the same way. */
export function withOwnWords(catalogue: Catalogue, { words, messages }: OwnWords): Catalogue {
  if (words.length === 0 && Object.keys(messages).length === 0) return catalogue;
  const said = messagesInOwnWords(words);
  const whole = (key: string): string | null => (messages[key] === undefined ? null : quotedInMessage(messages[key]));
  return Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, whole(key) ?? said(message)]));
}
