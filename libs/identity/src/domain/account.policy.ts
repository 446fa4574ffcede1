import { isStorableText, type UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { newPasswordErrors } from './password.policy.js';

/** A new account as somebody typed it. */
export interface NewAccount {
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
  readonly passwordConfirmation: string;
}

/** RFC 5321. */
const MAX_EMAIL_LENGTH = 254;
const MAX_NAME_LENGTH = 100;

const problem = (code: string, message: string, path: string, params?: UserErrorDetail['params']): UserErrorDetail => ({ code, message, path: [path], ...(params ? { params } : {}) });

/** A name of people or things: there, storable, at most so long. */
export function nameErrors(name: string, path: string, max = MAX_NAME_LENGTH): UserErrorDetail[] {
  if (name.trim() === '') return [problem('NAME_REQUIRED', 'Bitte geben Sie einen Namen ein.', path)];
  if (name.trim().length > max) return [problem('NAME_TOO_LONG', `Der Name darf höchstens ${max} Zeichen haben.`, path, { max })];
  return isStorableText(name) ? [] : [problem('TEXT_NOT_STORABLE', 'Der Text enthält Zeichen, die nicht gespeichert werden können.', path)];
}

/** As it is stored and compared. */
export const tidyEmail = (email: string): string => email.trim().toLowerCase();

function emailErrors(email: string): UserErrorDetail[] {
  if (tidyEmail(email) === '') return [problem('EMAIL_REQUIRED', 'Bitte geben Sie Ihre E-Mail-Adresse ein.', 'email')];
  const isAddress = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\.]{2,}$/.test(tidyEmail(email)) && tidyEmail(email).length <= MAX_EMAIL_LENGTH;
  return isAddress && isStorableText(email) ? [] : [problem('EMAIL_INVALID', 'Das ist keine E-Mail-Adresse. Sie sieht zum Beispiel so aus: name@stadt.de', 'email')];
}

/** Everything that is wrong with a new account, for the form to show at once. */
export function accountErrors({ displayName, email, password, passwordConfirmation }: NewAccount): UserErrorDetail[] {
  const repeated = password === passwordConfirmation ? [] : [problem('PASSWORD_NOT_REPEATED', 'Die beiden Passwörter sind nicht gleich.', 'passwordConfirmation')];
  return [...nameErrors(displayName, 'displayName'), ...emailErrors(email), ...newPasswordErrors(password, 'password', email), ...repeated];
}
