import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';

export const MIN_PASSWORD_LENGTH = 12;
/** Longer ones would only make hashing slow. */
export const MAX_PASSWORD_LENGTH = 200;

/** What is wrong with a new password; length is all that is asked for (NIST SP 800-63B). */
export function newPasswordErrors(password: string, path: string): UserErrorDetail[] {
  if (password.length < MIN_PASSWORD_LENGTH) {
    return [{ code: 'PASSWORD_TOO_SHORT', message: `Das Passwort braucht mindestens ${MIN_PASSWORD_LENGTH} Zeichen.`, path: [path], params: { min: MIN_PASSWORD_LENGTH } }];
  }
  if (password.length <= MAX_PASSWORD_LENGTH) return [];
  return [{ code: 'PASSWORD_TOO_LONG', message: `Das Passwort darf höchstens ${MAX_PASSWORD_LENGTH} Zeichen haben.`, path: [path], params: { max: MAX_PASSWORD_LENGTH } }];
}
