/** The longest mail address there is (RFC 5321). */
export const MAX_MAIL_ADDRESS_LENGTH = 254;

/** One local part, one domain with a dot; no blanks, commas, brackets or control characters, which would make it several addresses or a header. */
const form = /^[^\s@<>(),;:"\\[\]\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.)+[\p{L}\p{N}-]{1,62}[\p{L}\p{N}]$/u;

/** How addresses are stored and compared: without blanks around them, in lower case. */
export function normalisedMailAddress(typed: string): string {
  return typed.trim().toLowerCase();
}

/** Whether a text is one mail address that can be written to. Whether somebody reads there, only a mail can tell. */
export function isMailAddress(text: string): boolean {
  return text.length <= MAX_MAIL_ADDRESS_LENGTH && form.test(text);
}
