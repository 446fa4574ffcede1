import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { newPasswordErrors } from './password.policy.js';

export const MAX_PERSON_NAME_LENGTH = 100;

/** What is wrong with the name and password of a new account. @param email of the account; null as long as it is not known */
export function newAccountErrors({ name, email, password }: { readonly name: string; readonly email: string | null; readonly password: string }): UserErrorDetail[] {
  const plain = name.trim();
  return [
    ...(plain === '' ? [{ code: 'NAME_REQUIRED', message: 'Bitte geben Sie einen Namen ein.', path: ['name'] }] : []),
    ...(plain.length > MAX_PERSON_NAME_LENGTH ? [{ code: 'NAME_TOO_LONG', message: `Der Name darf höchstens ${MAX_PERSON_NAME_LENGTH} Zeichen haben.`, path: ['name'], params: { max: MAX_PERSON_NAME_LENGTH } }] : []),
    ...newPasswordErrors(password, 'password', email ?? ''),
  ];
}
