import { useQuery } from '@apollo/client/react';
import { SharingPageDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { EmptyState, Loading, PageHeader, Section, useText } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../../catalogue.js';
import '../../participation.css';
import { editionContributionsPath } from '../../places.js';
import '../link.css';
import { LinkList, NewLinkForm } from '../office/links.js';
import { ShortVersionEditor } from '../office/short-version-editor.js';

/** For the office: short versions of fields of action, and links with which people without an account read and answer them. */
export default function SharingPage() {
  const t = useText();
  const { editionId = '' } = useParams();
  const { data, error, refetch } = useQuery(SharingPageDocument, { variables: { edition: editionId }, fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />;
  const { edition } = data;
  if (!edition?.contributionLinks) return <NotFoundPage />;
  const fields = edition.sections.edges.map(({ node }) => node).filter(({ kind }) => kind === 'FIELD_OF_ACTION');
  return (
    <>
      <PageHeader title={t('participation.sharing.title')} breadcrumbs={[{ label: edition.title, href: `/konzepte/${edition.uuid}` }, { label: t('participation.register.title'), href: editionContributionsPath(edition.uuid) }, { label: t('participation.sharing.title') }]}>
        {t('participation.sharing.lead')}
      </PageHeader>
      {fields.length === 0 ? <EmptyState icon="document" title={t('participation.sharing.no-fields')}>{t('participation.sharing.no-fields-text')}</EmptyState> : (
        <>
          <Section title={t('participation.sharing.links')}><LinkList links={edition.contributionLinks} fieldCount={fields.length} /></Section>
          <Section title={t('participation.sharing.new')}><div className="kw-narrow"><NewLinkForm editionId={edition.id} fields={fields} /></div></Section>
          <Section title={t('participation.sharing.shorts')} description={t('participation.sharing.shorts-text')}>
            <div className="kw-linked">{fields.map((field) => <ShortVersionEditor key={field.uuid} field={field} editionUuid={edition.uuid} />)}</div>
          </Section>
        </>
      )}
    </>
  );
}
