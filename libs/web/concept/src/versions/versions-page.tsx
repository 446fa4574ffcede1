import { useQuery } from '@apollo/client/react';
import type { VersionedSectionFragment, VersionEntryFragment } from '@konzeptwerkstatt/web-data';
import { SectionVersionsDocument } from '@konzeptwerkstatt/web-data';
import { usePageTitle } from '@konzeptwerkstatt/web-shell';
import { Button, EmptyState, LinkButton, Loading, PageHeader, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import '../catalogue.js';
import { QueryFailure } from '../data/query-failure.js';
import { EditionTags, MissingPage } from '../edition/edition-frame.js';
import { editionPath, sectionPath, versionPath } from '../places.js';
import { KeepVersionDialog } from './keep-version-dialog.js';
import { VersionFacts } from './version-facts.js';
import { versionName } from './version-name.js';
import './versions.css';

function VersionList({ section, versions }: { section: VersionedSectionFragment; versions: readonly VersionEntryFragment[] }) {
  const t = useText();
  return (
    <ol className="kw-versions" aria-label={t('concept.version.title')}>
      {versions.map((version) => (
        <li key={version.id} className="kw-version">
          <div className="kw-cluster">
            <h2 className="kern-title kern-title--small"><bdi><Link className="kern-link" to={versionPath(section.edition.uuid, section.uuid, version.uuid)}>{versionName(t, version)}</Link></bdi></h2>
            {version.kind === 'BEFORE_RESTORE' ? <StatusTag>{t('concept.version.automatic')}</StatusTag> : null}
          </div>
          <VersionFacts version={version} />
        </li>
      ))}
    </ol>
  );
}

/** The versions of a section's text: what was kept, by whom, when and what for. */
export default function VersionsPage() {
  const t = useText();
  const { sectionId = '', editionId = '' } = useParams();
  const [isKeeping, setIsKeeping] = useState(false);
  const { data, error, loading, refetch, fetchMore } = useQuery(SectionVersionsDocument, { variables: { uuid: sectionId }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const section = data?.section?.edition.uuid === editionId ? data.section : data && null;
  usePageTitle(section ? `${t('concept.version.title')} · ${section.title}` : '');
  if (!section && error) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  if (section === undefined) return <Loading lines={6} />;
  if (section === null || section.versions === null) return <MissingPage />;
  const { edition, versions } = section;
  const here = sectionPath(edition.uuid, section.uuid);
  const keep = section.mayWrite ? <Button variant="primary" icon="add" onPress={() => setIsKeeping(true)}>{t('concept.version.keep')}</Button> : null;
  const crumbs = [{ label: t('shell.navigation.concepts'), href: '/konzepte' }, { label: edition.title, href: editionPath(edition.uuid) }, { label: section.title, href: here }, { label: t('concept.version.list') }];
  return (
    <>
      <PageHeader breadcrumbs={crumbs} preline={section.title} title={t('concept.version.title')} status={<EditionTags edition={{ ...edition, isExample: section.isExample }} />}
        actions={<><LinkButton href={here} icon="document">{t('concept.version.to-text')}</LinkButton>{versions.edges.length > 0 ? keep : null}</>}>
        {t('concept.version.lead')}
      </PageHeader>
      {error ? <QueryFailure error={error} onRetry={() => void refetch()} /> : null}
      {versions.edges.length === 0
        ? <EmptyState title={t('concept.version.empty')} icon="history" action={keep}>{t(section.mayWrite ? 'concept.version.empty-text' : 'concept.version.empty-reading')}</EmptyState>
        : <VersionList section={section} versions={versions.edges.map(({ node }) => node)} />}
      {versions.pageInfo.hasNextPage ? <div><Button isPending={loading} onPress={() => void fetchMore({ variables: { after: versions.pageInfo.endCursor } })}>{t('concept.version.more')}</Button></div> : null}
      {isKeeping ? <KeepVersionDialog sectionId={section.id} onClose={() => setIsKeeping(false)} /> : null}
    </>
  );
}
