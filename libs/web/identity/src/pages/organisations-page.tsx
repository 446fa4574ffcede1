import { useQuery } from '@apollo/client/react';
import type { OrganisationDirectoryQuery, OrganisationKind } from '@konzeptwerkstatt/web-data';
import { MayAdministerDocument, OrganisationDirectoryDocument, useAllPages } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { EmptyState, LinkButton, Loading, Original, PageHeader, Section, StatusTag, TextField, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useDeferredValue, useState } from 'react';
import '../catalogue.js';
import { matchesSearch } from './organisation-search.js';

type Organisation = OrganisationDirectoryQuery['organisations']['edges'][number]['node'];

/** The order in which kinds are read: those who steer, those it is for, those who help. */
const kindOrder: readonly OrganisationKind[] = ['ADMINISTRATION', 'MUNICIPALITY', 'MIGRANT_ORGANISATION', 'CIVIL_SOCIETY', 'WELFARE', 'ADVISORY_COUNCIL', 'POLITICS', 'ACADEMIA', 'BUSINESS'];

function OrganisationRow({ organisation }: { organisation: Organisation }) {
  const t = useText();
  return (
    <li>
      <span>
        <TextLink href={`/organisationen/${organisation.uuid}`}><Original>{organisation.name}</Original></TextLink>
        {organisation.shortName && organisation.shortName !== organisation.name ? <span className="kw-muted"> (<Original>{organisation.shortName}</Original>)</span> : null}
        {organisation.parent ? <span className="kw-muted"> · {t('identity.organisations.part-of', { name: organisation.parent.name })}</span> : null}
      </span>
      {organisation.isExample ? <StatusTag>{t('identity.organisations.example')}</StatusTag> : null}
    </li>
  );
}

function Directory({ organisations }: { organisations: readonly Organisation[] }) {
  const t = useText();
  const { compare } = useLanguage();
  const groups = kindOrder
    .map((kind) => ({ kind, members: organisations.filter((organisation) => organisation.kind === kind).sort((a, b) => compare(a.name, b.name)) }))
    .filter(({ members }) => members.length > 0);
  return groups.map(({ kind, members }) => (
    <Section key={kind} title={t(`identity.kind.${kind}`)}>
      <ul className="kw-rows">{members.map((organisation) => <OrganisationRow key={organisation.id} organisation={organisation} />)}</ul>
    </Section>
  ));
}

/** What administrators of the municipality do from here. */
function OfficeLinks() {
  const t = useText();
  const { data } = useQuery(MayAdministerDocument);
  if (!data?.viewer?.mayAdminister) return null;
  return (
    <>
      <LinkButton size="small" href="/ausgang">{t('identity.organisations.mails')}</LinkButton>
      <LinkButton size="small" icon="document" href="/organisationen/einlesen">{t('identity.organisations.import')}</LinkButton>
      <LinkButton size="small" icon="add" href="/organisationen/neu">{t('identity.organisations.add')}</LinkButton>
    </>
  );
}

/** Who takes part, by kind. The search runs over what is loaded, so that every key stroke answers at once. */
export default function OrganisationsPage() {
  const t = useText();
  const { data, error, refetch, fetchMore } = useQuery(OrganisationDirectoryDocument);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const all = data?.organisations.edges.map(({ node }) => node) ?? [];
  const found = all.filter((organisation) => matchesSearch(organisation, search));
  useAllPages(data?.organisations.pageInfo, (after) => fetchMore({ variables: { after } }));
  return (
    <>
      <PageHeader title={t('identity.organisations.title')} actions={<OfficeLinks />}>{t('identity.organisations.lead')}</PageHeader>
      {error && !data ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={8} /> : null}
      {data && all.length === 0 ? <EmptyState icon="people" title={t('identity.organisations.empty')}>{t('identity.organisations.empty-text')}</EmptyState> : null}
      {all.length > 0 ? (
        <div className="kw-stack">
          <div className="kw-narrow">
            <TextField type="search" label={t('identity.organisations.search')} hint={t('identity.organisations.search-hint')} value={typed} onChange={setTyped} />
          </div>
          <p role="status" className="kw-muted">{t('identity.organisations.count', { count: found.length })}</p>
          {found.length === 0 ? <EmptyState icon="search" title={t('identity.organisations.none')}>{t('identity.organisations.none-text')}</EmptyState> : <div><Directory organisations={found} /></div>}
        </div>
      ) : null}
    </>
  );
}
