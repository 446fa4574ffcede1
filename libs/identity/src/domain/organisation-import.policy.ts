import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { contactLanguage } from './contact-language.policy.js';
import { organisationKind } from './organisation-kind.policy.js';
import { changedFields, detailProblems, nameKey, tidyDetails, type Contact, type OrganisationDetails, type OrganisationField } from './organisation.entity.js';

/** What one request carries and one page shows; said before a file is chosen. A longer list comes in parts: organisations are known by their names, so nothing comes twice. */
export const MAX_IMPORT_ROWS = 1000;

/** A row as it stands in somebody's list: texts, each null when the list has no such column or the cell is empty. */
export interface ImportRow {
  /** Line in the list, 1-based, by which people find it. */
  readonly line: number;
  readonly name: string | null;
  readonly shortName: string | null;
  readonly kind: string | null;
  readonly mailbox: string | null;
  readonly language: string | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly deputyName: string | null;
  readonly deputyEmail: string | null;
  readonly deputyPhone: string | null;
}

/** An organisation that is there already. */
export interface KnownOrganisation extends OrganisationDetails {
  readonly id: string;
  readonly isRemoved: boolean;
}

/** What a row would do. */
export interface RowOutcome {
  readonly line: number;
  readonly name: string;
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'refused';
  /** Of the organisation that is changed. */
  readonly organisationId: string | null;
  readonly changed: readonly OrganisationField[];
  readonly problems: readonly UserErrorDetail[];
  /** What is to be stored; null when refused. */
  readonly details: OrganisationDetails | null;
}

const problem = (code: string, message: string, path: string, params?: UserErrorDetail['params']): UserErrorDetail => ({ code, message, path: [path], ...(params ? { params } : {}) });

/** What the list says; where it says nothing, what is known stays. */
function mergedContact(known: Contact | null, name: string | null, email: string | null, phone: string | null): Contact | null {
  if (name === null && email === null && phone === null) return known;
  return { name: name ?? known?.name ?? '', email: email ?? known?.email ?? null, phone: phone ?? known?.phone ?? null };
}

function mergedDetails(row: ImportRow, known: KnownOrganisation | undefined): OrganisationDetails {
  return tidyDetails({
    name: known?.name ?? row.name ?? '',
    shortName: row.shortName ?? known?.shortName ?? null,
    kind: (row.kind === null ? null : organisationKind(row.kind)) ?? known?.kind ?? 'civil_society',
    mailbox: row.mailbox ?? known?.mailbox ?? null,
    language: (row.language === null ? null : contactLanguage(row.language)) ?? known?.language ?? 'de',
    contactPerson: mergedContact(known?.contactPerson ?? null, row.contactName, row.contactEmail, row.contactPhone),
    deputy: mergedContact(known?.deputy ?? null, row.deputyName, row.deputyEmail, row.deputyPhone),
  });
}

function wordProblems({ kind, language }: ImportRow, isNew: boolean): UserErrorDetail[] {
  return [
    ...(kind !== null && organisationKind(kind) === null ? [problem('KIND_UNKNOWN', 'Diese Art kennen wir nicht.', 'kind')] : []),
    ...(kind === null && isNew ? [problem('KIND_REQUIRED', 'Für eine neue Organisation braucht es die Art.', 'kind')] : []),
    ...(language !== null && contactLanguage(language) === null ? [problem('LANGUAGE_UNKNOWN', 'Diese Sprache kennen wir nicht.', 'language')] : []),
  ];
}

/**
 * What each row of a list would do to the organisations that are there. A name is what tells organisations apart: two rows of one
 * name are both refused, because nobody knows which one counts. A list that was imported already changes nothing.
 */
export function importOutcomes(rows: readonly ImportRow[], known: readonly KnownOrganisation[], isMailAddress: (text: string) => boolean): RowOutcome[] {
  const byName = new Map(known.map((organisation) => [nameKey(organisation.name), organisation]));
  const linesByName = Map.groupBy(rows.filter(({ name }) => name !== null), ({ name }) => nameKey(name ?? ''));
  return rows.map((row) => {
    const key = nameKey(row.name ?? '');
    const existing = byName.get(key);
    const others = (linesByName.get(key) ?? []).filter(({ line }) => line !== row.line);
    const details = mergedDetails(row, existing);
    const problems = [
      ...(others.length > 0 && key !== '' ? [problem('NAME_TWICE', 'Dieser Name steht mehrmals in der Liste.', 'name', { line: others[0]?.line ?? 0 })] : []),
      ...(existing?.isRemoved ? [problem('NAME_OF_REMOVED', 'Eine Organisation dieses Namens wurde entfernt.', 'name')] : []),
      ...wordProblems(row, existing === undefined),
      ...detailProblems(details, isMailAddress),
    ];
    const base = { line: row.line, name: details.name, organisationId: existing?.id ?? null };
    if (problems.length > 0) return { ...base, outcome: 'refused', changed: [], problems, details: null };
    const changed = existing ? changedFields(existing, details) : [];
    return { ...base, outcome: existing === undefined ? 'new' : changed.length > 0 ? 'changed' : 'unchanged', changed, problems, details };
  });
}
