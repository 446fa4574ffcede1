import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { contactLanguage } from './contact-language.policy.js';
import type { OrganisationKindName } from './organisation-kind.policy.js';

/** Somebody to reach; without an address or a number still a name to ask for. */
export interface Contact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** The entry of an organisation as it is typed and stored. */
export interface OrganisationDetails {
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: OrganisationKindName;
  readonly mailbox: string | null;
  readonly language: string;
  readonly contactPerson: Contact | null;
  readonly deputy: Contact | null;
}

export const MAX_NAME_LENGTH = 200;
export const MAX_SHORT_NAME_LENGTH = 60;
const MAX_PHONE_LENGTH = 60;

const blankIsNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());
/** One blank between words, none around: names that look the same are the same. */
export const tidyName = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').normalize('NFC');
/** What two names are compared by. */
export const nameKey = (name: string): string => tidyName(name).toLowerCase();

function tidyContact(contact: Contact | null): Contact | null {
  if (contact === null) return null;
  const tidy = { name: tidyName(contact.name), email: blankIsNull(contact.email)?.toLowerCase() ?? null, phone: blankIsNull(contact.phone) };
  return tidy.name === '' && tidy.email === null && tidy.phone === null ? null : tidy;
}

/** An entry without superfluous blanks; what is empty is null. */
export function tidyDetails(details: OrganisationDetails): OrganisationDetails {
  return {
    ...details,
    name: tidyName(details.name), shortName: blankIsNull(details.shortName), mailbox: blankIsNull(details.mailbox)?.toLowerCase() ?? null,
    contactPerson: tidyContact(details.contactPerson), deputy: tidyContact(details.deputy),
  };
}

const problem = (code: string, message: string, path: readonly string[], params?: Record<string, number>): UserErrorDetail => ({ code, message, path, ...(params ? { params } : {}) });
/** Spreadsheets run what begins like this; as a name it is a mistake or an attack. */
const isFormula = (text: string): boolean => /^[=@]|^[+-](?=[^\d\s])/.test(text);

function textProblems(text: string | null, path: readonly string[], max: number): UserErrorDetail[] {
  if (text === null) return [];
  if (text.length > max) return [problem('TEXT_TOO_LONG', `Hier passen höchstens ${max} Zeichen hin.`, path, { max })];
  return isFormula(text) ? [problem('TEXT_IS_FORMULA', 'Das sieht aus wie eine Formel und wird nicht übernommen.', path)] : [];
}

function contactProblems(contact: Contact | null, path: string, isMailAddress: (text: string) => boolean): UserErrorDetail[] {
  if (contact === null) return [];
  return [
    ...(contact.name === '' ? [problem('CONTACT_NAME_REQUIRED', 'Bitte geben Sie auch den Namen an.', [path, 'name'])] : textProblems(contact.name, [path, 'name'], MAX_NAME_LENGTH)),
    ...(contact.email !== null && !isMailAddress(contact.email) ? [problem('EMAIL_INVALID', 'Das ist keine E-Mail-Adresse.', [path, 'email'])] : []),
    ...(contact.phone === null || /^[\d\s+()/.-]{3,}$/.test(contact.phone) ? [] : textProblems(contact.phone, [path, 'phone'], MAX_PHONE_LENGTH)),
  ];
}

/** What is wrong with a tidy entry, with the place of each. @param isMailAddress rule of the mail platform */
export function detailProblems(details: OrganisationDetails, isMailAddress: (text: string) => boolean): UserErrorDetail[] {
  const { name, shortName, mailbox, language, contactPerson, deputy } = details;
  return [
    ...(name === '' ? [problem('ORGANISATION_NAME_REQUIRED', 'Bitte geben Sie den Namen der Organisation ein.', ['name'])] : textProblems(name, ['name'], MAX_NAME_LENGTH)),
    ...textProblems(shortName, ['shortName'], MAX_SHORT_NAME_LENGTH),
    ...(mailbox !== null && !isMailAddress(mailbox) ? [problem('EMAIL_INVALID', 'Das ist keine E-Mail-Adresse.', ['mailbox'])] : []),
    ...(contactLanguage(language) === language ? [] : [problem('LANGUAGE_UNKNOWN', 'Diese Sprache kennen wir nicht.', ['language'])]),
    ...contactProblems(contactPerson, 'contactPerson', isMailAddress),
    ...contactProblems(deputy, 'deputy', isMailAddress),
  ];
}

const fieldNames = ['name', 'shortName', 'kind', 'mailbox', 'language', 'contactPerson', 'deputy'] as const;
export type OrganisationField = (typeof fieldNames)[number];

/** The fields in which two entries differ. */
export function changedFields(before: OrganisationDetails, after: OrganisationDetails): OrganisationField[] {
  return fieldNames.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
