import type { OrganisationEntryFragment } from '@konzeptwerkstatt/web-data';
import { Button, DescriptionList, PhoneLink, Section, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { EditEntry } from './edit-entry.js';

type Reach = NonNullable<OrganisationEntryFragment['reach']>;

function ContactText({ contact }: { contact: Reach['deputy'] }) {
  const t = useText();
  if (!contact) return <span className="kw-muted">{t('people.reach.missing')}</span>;
  return (
    <>
      <bdi>{contact.name}</bdi>
      {contact.email ? <><br /><a className="kern-link" href={`mailto:${contact.email}`} dir="ltr">{contact.email}</a></> : null}
      {contact.phone ? <><br /><PhoneLink number={contact.phone} /></> : null}
    </>
  );
}

/** How the organisation is reached, for those who administer it. */
export function ReachSection({ organisation, reach, mayRename }: { organisation: OrganisationEntryFragment; reach: Reach; mayRename: boolean }) {
  const t = useText();
  const [isEditing, setIsEditing] = useState(false);
  const missing = <span className="kw-muted">{t('people.reach.missing')}</span>;
  const items = [
    { term: t('people.entry.contact-person'), value: <ContactText contact={reach.contactPerson} /> },
    { term: t('people.entry.deputy'), value: <ContactText contact={reach.deputy} /> },
    { term: t('people.entry.mailbox'), value: reach.mailbox ? <a className="kern-link" href={`mailto:${reach.mailbox}`} dir="ltr">{reach.mailbox}</a> : missing },
    { term: t('people.entry.language'), value: t(`people.language.${reach.language}`) },
  ];
  return (
    <Section title={t('people.reach.title')} description={t('people.reach.who-sees')} actions={<Button size="small" icon="edit" onPress={() => setIsEditing(true)}>{t('people.reach.edit')}</Button>}>
      <DescriptionList items={items} />
      {isEditing ? <EditEntry entry={organisation} mayRename={mayRename} onClose={() => setIsEditing(false)} /> : null}
    </Section>
  );
}
