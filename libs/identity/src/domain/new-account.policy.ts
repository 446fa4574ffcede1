import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { newPasswordErrors } from './password.policy.js';

export const MAX_PERSON_NAME_LENGTH = 100;

/** What is wrong with the name and password of a new account. */
export function newAccountErrors({ name, password }: { readonly name: string; readonly password: string }): UserErrorDetail[] {
  const plain = name.trim();
  return [
    ...(plain === '' ? [{ code: 'NAME_REQUIRED', message: 'Bitte geben Sie einen Namen ein.', path: ['name'] }] : []),
    ...(plain.length > MAX_PERSON_NAME_LENGTH ? [{ code: 'NAME_TOO_LONG', message: `Der Name darf höchstens ${MAX_PERSON_NAME_LENGTH} Zeichen haben.`, path: ['name'], params: { max: MAX_PERSON_NAME_LENGTH } }] : []),
    ...newPasswordErrors(password, 'password'),
  ];
}
