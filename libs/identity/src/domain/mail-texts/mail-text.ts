/** A mail in one language. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** Languages in which mails are written; everybody else gets German, which the application and the office speak. */
export const MAIL_LANGUAGES = ['de', 'en', 'ar'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** The language a recipient is written to in. @param wanted BCP 47 */
export function mailLanguage(wanted: string): MailLanguage {
  return MAIL_LANGUAGES.find((language) => wanted === language || wanted.startsWith(`${language}-`)) ?? 'de';
}

/** Names in a mail are data of others: one line each, and no address in them that a mail program would make a link of. */
export function inMail(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll(/https?:\/\//gi, '').replaceAll(/(\w)\.(?=\w{2,})/g, '$1. ').slice(0, 200);
}

/** A text of paragraphs. */
export const paragraphs = (...lines: readonly string[]): string => `${lines.join('\n\n')}\n`;
