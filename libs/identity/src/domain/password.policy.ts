import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';

export const MIN_PASSWORD_LENGTH = 12;
/** Longer ones would only make hashing slow. */
export const MAX_PASSWORD_LENGTH = 200;

/** One of few characters over and over, a row of the keyboard or alphabet, or the own mail address, is tried first by whoever guesses. */
function isGuessable(password: string, email: string): boolean {
  const [plain, address] = [password, email].map((text) => text.trim().toLowerCase()) as [string, string];
  const mailbox = address.slice(0, Math.max(address.lastIndexOf('@'), 0));
  return new Set(plain).size < 4 || [address, mailbox].includes(plain) || '01234567890123456789abcdefghijklmnopqrstuvwxyz'.includes(plain);
}

/**
 * What is wrong with a new password: its length (NIST SP 800-63B), or that it can be guessed.
 * @param email of the account; empty as long as it is not known
 */
export function newPasswordErrors(password: string, path: string, email: string): UserErrorDetail[] {
  if (password.length < MIN_PASSWORD_LENGTH) {
    return [{ code: 'PASSWORD_TOO_SHORT', message: `Das Passwort braucht mindestens ${MIN_PASSWORD_LENGTH} Zeichen.`, path: [path], params: { min: MIN_PASSWORD_LENGTH } }];
  }
  if (password.length > MAX_PASSWORD_LENGTH) {
    return [{ code: 'PASSWORD_TOO_LONG', message: `Das Passwort darf höchstens ${MAX_PASSWORD_LENGTH} Zeichen haben.`, path: [path], params: { max: MAX_PASSWORD_LENGTH } }];
  }
  if (!isGuessable(password, email)) return [];
  return [{ code: 'PASSWORD_GUESSABLE', message: 'Dieses Passwort ist leicht zu erraten. Nehmen Sie zum Beispiel vier Wörter, die nicht zusammengehören.', path: [path] }];
}
