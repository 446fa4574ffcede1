import { describe, expect, it } from '@jest/globals';
import { importOutcomes, type ImportRow, type KnownOrganisation } from './organisation-import.policy.js';
import { organisationKind } from './organisation-kind.policy.js';

const empty: ImportRow = {
  line: 2, name: null, shortName: null, kind: null, mailbox: null, language: null,
  contactName: null, contactEmail: null, contactPhone: null, deputyName: null, deputyEmail: null, deputyPhone: null,
};
const row = (more: Partial<ImportRow>): ImportRow => ({ ...empty, kind: 'Verein', ...more });
const known: KnownOrganisation = {
  id: 'a', isRemoved: false, name: 'Brücke e. V.', shortName: null, kind: 'civil_society', mailbox: 'post@bruecke.example', language: 'de',
  contactPerson: { name: 'Erika Beispiel', email: 'erika@bruecke.example', phone: null }, deputy: null,
};
const outcomes = (rows: readonly ImportRow[], there: readonly KnownOrganisation[] = [known]) => importOutcomes(rows, there, (text) => /^\S+@\S+\.\S+$/.test(text));
const codes = (rows: readonly ImportRow[], there?: readonly KnownOrganisation[]) => outcomes(rows, there).map(({ outcome, problems }) => [outcome, ...problems.map(({ code }) => code)].join(' '));

describe('a row of a list', () => {
  it('is new when nobody has its name, and finds words for kind and language', () => {
    const [outcome] = outcomes([row({ name: '  Neuer   Verein ', kind: 'Migrantenorganisationen', language: 'Arabisch', contactName: 'Ali', contactEmail: 'ALI@example.org' })]);
    expect(outcome).toMatchObject({ outcome: 'new', details: { name: 'Neuer Verein', kind: 'migrant_organisation', language: 'ar', contactPerson: { name: 'Ali', email: 'ali@example.org' } } });
  });

  it('changes only what it says, and an empty cell takes nothing away', () => {
    const [outcome] = outcomes([{ ...empty, name: 'brücke e. v.', contactPhone: '0341 123' }]);
    expect(outcome).toMatchObject({ outcome: 'changed', organisationId: 'a', changed: ['contactPerson'] });
    expect(outcome?.details).toMatchObject({ name: 'Brücke e. V.', mailbox: 'post@bruecke.example', contactPerson: { name: 'Erika Beispiel', phone: '0341 123' } });
  });

  it('that says what is known changes nothing', () => {
    expect(codes([row({ name: 'Brücke e. V.', contactEmail: 'Erika@bruecke.example', language: 'Deutsch' })])).toEqual(['unchanged']);
  });
});

describe('a row is refused', () => {
  it('with its twin when two have one name, whatever case and blanks', () => {
    expect(codes([row({ line: 2, name: 'Verein A' }), row({ line: 5, name: 'verein  a' })])).toEqual(['refused NAME_TWICE', 'refused NAME_TWICE']);
  });

  it.each([
    [{ name: null }, 'ORGANISATION_NAME_REQUIRED'],
    [{ name: 'A', kind: 'Kegelclubs' }, 'KIND_UNKNOWN'],
    [{ name: 'A', kind: null }, 'KIND_REQUIRED'],
    [{ name: 'A', language: 'Klingonisch' }, 'LANGUAGE_UNKNOWN'],
    [{ name: 'A', mailbox: 'kein-postfach' }, 'EMAIL_INVALID'],
    [{ name: 'A', contactEmail: 'a@example.org' }, 'CONTACT_NAME_REQUIRED'],
    [{ name: '=HYPERLINK("http://x")' }, 'TEXT_IS_FORMULA'],
    [{ name: 'A'.repeat(201) }, 'TEXT_TOO_LONG'],
  ])('for %j: %s', (more, code) => expect(codes([row(more)])).toEqual([`refused ${code}`]));

  it('when its name belongs to an organisation that was removed', () => {
    expect(codes([row({ name: 'Brücke e. V.' })], [{ ...known, isRemoved: true }])).toEqual(['refused NAME_OF_REMOVED']);
  });
});

it.each([['Verein', 'civil_society'], ['Vereine und Initiativen', 'civil_society'], ['MO', 'migrant_organisation'], ['Wohlfahrtsverbände', 'welfare'], ['advisory_council', 'advisory_council'], ['', null], ['x', null]])(
  'the kind %j is %s', (text, kind) => expect(organisationKind(text)).toBe(kind));
