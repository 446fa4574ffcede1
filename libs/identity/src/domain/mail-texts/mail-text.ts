import { isolatedIn, municipalClock, MUNICIPAL_TIME_ZONE } from '@konzeptwerkstatt/kernel';

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

/** Names in a mail are data of others: one line each, no address in them that a mail program would make a link of, and in a direction of their own between words of the other one. */
export function inMail(name: string, language: MailLanguage): string {
  const line = name.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replaceAll(/[\u202a-\u202e\u2066-\u2069]/gu, '').replaceAll(/https?:\/\//gi, '').replaceAll(/(\w)\.(?=\w{2,})/g, '$1. ').slice(0, 200);
  return isolatedIn(language === 'ar' ? 'rtl' : 'ltr', line);
}

/** Tags of the languages whose dates are written, always by the Gregorian calendar and with digits everybody reads. */
const dateTags: Readonly<Record<MailLanguage, string>> = { de: 'de-DE', en: 'en-GB', ar: 'ar-u-ca-gregory-nu-latn' };

/** A moment as a mail names it, by the clock in Germany: the day alone, or with the time. */
export function momentInMail(language: MailLanguage, moment: Date, shown: 'day' | 'minute'): string {
  return new Intl.DateTimeFormat(dateTags[language], { dateStyle: 'long', timeZone: MUNICIPAL_TIME_ZONE, ...(shown === 'day' ? {} : { timeStyle: 'short' }) }).format(moment);
}

/** Whether a moment is the last minute of its day by the clock in Germany: what is due then is due on that day. */
export function isEndOfDay(moment: Date): boolean {
  return municipalClock(moment).time === '23:59';
}

/** A text of paragraphs. */
export const paragraphs = (...lines: readonly string[]): string => `${lines.join('\n\n')}\n`;
