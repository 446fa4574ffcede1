import { useQuery } from '@apollo/client/react';
import { OrganisationPageDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { LinkButton, Loading, Notice, PageHeader, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../catalogue.js';
import { MembersOf } from '../members/members.js';
import { ReachSection } from '../organisation/reach.js';

/** One organisation: what it is, how it is reached, who belongs to it. */
export default function OrganisationPage() {
  const t = useText();
  const { uuid = '' } = useParams();
  const { data, error, refetch } = useQuery(OrganisationPageDocument, { variables: { uuid } });
  const organisation = data?.organisation;
  if (error && !data) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading lines={6} />;
  if (!organisation) return <NotFoundPage />;
  const { reach } = organisation;
  const crumbs = [{ label: t('people.organisation.all'), href: '/organisationen' }, { label: organisation.name }];
  return (
    <>
      <PageHeader title={organisation.name} preline={t(`people.kind.${organisation.kind}`)} breadcrumbs={crumbs} status={organisation.isExample ? <StatusTag>{t('people.organisation.example')}</StatusTag> : null}>
        {organisation.parent ? t('people.organisation.part-of', { name: organisation.parent.name }) : organisation.shortName}
      </PageHeader>
      {organisation.represents ? <p>{t('people.organisation.represents', { name: organisation.represents.name })}</p> : null}
      {reach ? (
        <>
          {data.viewer?.mayAdminister ? <Notice title={t('people.organisation.needs-role')} actions={<LinkButton size="small" href="/prozesse">{t('people.organisation.to-processes')}</LinkButton>}>{t('people.organisation.needs-role-text')}</Notice> : null}
          <ReachSection organisation={organisation} reach={reach} mayRename={data.viewer?.mayAdminister ?? false} />
          <MembersOf uuid={uuid} organisationId={organisation.id} name={organisation.name} municipality={data.viewer?.municipality.name ?? ''} language={reach.language} />
        </>
      ) : <p className="kw-muted">{t('people.organisation.no-more')}</p>}
    </>
  );
}
