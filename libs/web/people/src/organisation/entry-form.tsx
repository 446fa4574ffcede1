import type { OrganisationDetailsInput, OrganisationEntryFragment, OrganisationKind, UserProblem } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt, useIsInCounty } from '@konzeptwerkstatt/web-shell';
import { Select, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

const entryKinds: readonly OrganisationKind[] = ['ADMINISTRATION', 'MUNICIPALITY', 'MIGRANT_ORGANISATION', 'CIVIL_SOCIETY', 'WELFARE', 'ADVISORY_COUNCIL', 'POLITICS', 'ACADEMIA', 'BUSINESS'];
/** Languages in which the server writes down that an organisation is to be written to. */
export const entryLanguages = ['de', 'en', 'ar', 'uk', 'tr', 'ru', 'fa'] as const;
type EntryLanguage = (typeof entryLanguages)[number];

interface TypedContact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

const typed = (contact: { name: string; email: string | null; phone: string | null } | null | undefined): TypedContact => ({ name: contact?.name ?? '', email: contact?.email ?? '', phone: contact?.phone ?? '' });
const isEmpty = ({ name, email, phone }: TypedContact): boolean => [name, email, phone].every((text) => text.trim() === '');

function ContactFields({ legend, path, contact, problems, onChange }: { legend: string; path: 'contactPerson' | 'deputy'; contact: TypedContact; problems: readonly UserProblem[]; onChange: (contact: TypedContact) => void }) {
  const t = useText();
  const problem = (field: string) => problemAt(problems.filter((entry) => entry.path[1] === path && entry.path[2] === field).map((entry) => ({ ...entry, path: [field] })), field, 'people', t);
  return (
    <fieldset className="kw-contact-fields kw-stack kw-stack--tight">
      <legend className="kern-title kern-title--small">{legend}</legend>
      <TextField label={t('people.entry.contact-name')} value={contact.name} onChange={(name) => onChange({ ...contact, name })} error={problem('name')} optional />
      <TextField type="email" label={t('people.entry.contact-email')} value={contact.email} onChange={(email) => onChange({ ...contact, email })} error={problem('email')} optional />
      <TextField type="tel" label={t('people.entry.contact-phone')} value={contact.phone} onChange={(phone) => onChange({ ...contact, phone })} error={problem('phone')} optional />
    </fieldset>
  );
}

export interface EntryFormProps {
  id: string;
  /** The entry as it stands; none for a new one. */
  entry?: OrganisationEntryFragment;
  /** Whether name and kind may be changed. */
  mayRename: boolean;
  action: { readonly problems: readonly UserProblem[]; readonly failure: unknown };
  onSubmit: (details: OrganisationDetailsInput) => void;
}

/** Name, kind and how to reach an organisation. */
export function EntryForm({ id, entry, mayRename, action, onSubmit }: EntryFormProps) {
  const t = useText();
  const isInCounty = useIsInCounty();
  const kinds = entryKinds.filter((option) => option !== 'MUNICIPALITY' || isInCounty || entry?.kind === option);
  const [name, setName] = useState(entry?.name ?? '');
  const [shortName, setShortName] = useState(entry?.shortName ?? '');
  const [kind, setKind] = useState<OrganisationKind>(entry?.kind ?? 'MIGRANT_ORGANISATION');
  const [mailbox, setMailbox] = useState(entry?.reach?.mailbox ?? '');
  const [language, setLanguage] = useState<EntryLanguage>((entry?.reach?.language ?? 'de') as EntryLanguage);
  const [contactPerson, setContactPerson] = useState(typed(entry?.reach?.contactPerson));
  const [deputy, setDeputy] = useState(typed(entry?.reach?.deputy));
  // Paths of the server begin with the field of the input that holds the entry, or with the field itself.
  const problems = action.problems.map((problem) => (problem.path[0] === 'details' ? problem : { ...problem, path: ['details', ...problem.path] }));
  const problem = (field: string) => problemAt(problems.filter(({ path }) => path.length === 2).map((entryProblem) => ({ ...entryProblem, path: entryProblem.path.slice(1) })), field, 'people', t);

  const submit = () => onSubmit({
    name, shortName, kind, mailbox, language, contactPerson: isEmpty(contactPerson) ? null : contactPerson, deputy: isEmpty(deputy) ? null : deputy,
  });
  return (
    <ActionForm id={id} action={action} context="people" fields={['name', 'shortName', 'kind', 'mailbox', 'language', 'contactPerson', 'deputy']} onSubmit={submit}>
      <TextField label={t('people.entry.name')} value={name} onChange={setName} isRequired isReadOnly={!mayRename} hint={mayRename ? undefined : t('people.entry.name-fixed')} error={problem('name')} />
      <TextField label={t('people.entry.short-name')} value={shortName} onChange={setShortName} error={problem('shortName')} optional />
      {mayRename ? <Select<OrganisationKind> label={t('people.entry.kind')} value={kind} onChange={(next) => next && setKind(next)} options={kinds.map((option) => ({ id: option, label: t(`people.kind.${option}`) }))} /> : null}
      <TextField type="email" label={t('people.entry.mailbox')} hint={t('people.entry.mailbox-hint')} value={mailbox} onChange={setMailbox} error={problem('mailbox')} optional />
      <Select<EntryLanguage> label={t('people.entry.language')} hint={t('people.entry.language-hint')} value={language} onChange={(next) => next && setLanguage(next)} error={problem('language')}
        options={entryLanguages.map((option) => ({ id: option, label: t(`people.language.${option}`) }))} />
      <ContactFields legend={t('people.entry.contact-person')} path="contactPerson" contact={contactPerson} problems={problems} onChange={setContactPerson} />
      <ContactFields legend={t('people.entry.deputy')} path="deputy" contact={deputy} problems={problems} onChange={setDeputy} />
    </ActionForm>
  );
}
