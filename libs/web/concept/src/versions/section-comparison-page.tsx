import { useQuery } from '@apollo/client/react';
import type { SectionComparisonQuery } from '@konzeptwerkstatt/web-data';
import { SectionComparisonDocument } from '@konzeptwerkstatt/web-data';
import { usePageTitle } from '@konzeptwerkstatt/web-shell';
import { Checkbox, EmptyState, LinkButton, Loading, Original, PageHeader, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../catalogue.js';
import { QueryFailure } from '../data/query-failure.js';
import { useFurtherPages } from '../data/use-further-pages.js';
import { EditionTags, MissingPage } from '../edition/edition-frame.js';
import { comparisonPath, editionPath, sectionPath } from '../places.js';
import { Difference, shownLimit, useComparisonChoice } from './difference.js';
import { Added, Removed } from './marked-words.js';
import './versions.css';

type Section = NonNullable<SectionComparisonQuery['section']>;

function Head({ section }: { section: Section }) {
  const t = useText();
  const { edition, comparison } = section;
  const here = sectionPath(edition.uuid, section.uuid);
  const crumbs = [
    { label: t('shell.navigation.concepts'), href: '/konzepte' }, { label: edition.title, href: editionPath(edition.uuid) },
    { label: t('concept.comparison.title'), href: comparisonPath(edition.uuid) }, { label: section.title },
  ];
  const before = comparison?.before;
  return (
    <PageHeader breadcrumbs={crumbs} preline={t('concept.comparison.title')} title={section.title} status={<EditionTags edition={{ ...edition, isExample: section.isExample }} />} actions={<LinkButton href={here} icon="document">{t('concept.version.to-text')}</LinkButton>}>
      {before ? <>{t('concept.comparison.with')} <TextLink href={sectionPath(before.edition.uuid, before.uuid)}><Original>{before.edition.title}</Original> ({before.edition.year})</TextLink></> : null}
    </PageHeader>
  );
}

/** A section's text, held against that of the edition it began as a copy of. */
export default function SectionComparisonPage() {
  const t = useText();
  const { editionId = '', sectionId = '' } = useParams();
  const { changedOnly, setChangedOnly } = useComparisonChoice();
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(SectionComparisonDocument, { variables: { uuid: sectionId, changedOnly }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const answer = data ?? previousData;
  const section = answer?.section?.edition.uuid === editionId ? answer.section : answer && null;
  const blocks = data?.section?.comparison?.blocks;
  useFurtherPages({ pageInfo: blocks?.pageInfo, count: blocks?.edges.length ?? 0, limit: shownLimit, fetchMore });
  usePageTitle(section ? `${t('concept.comparison.title')} · ${section.title}` : '');
  if (!section && error) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  if (section === undefined) return <Loading lines={8} />;
  if (section === null) return <MissingPage />;
  const { comparison, edition } = section;
  const titleBefore = comparison?.before?.title ?? section.title;
  return (
    <div className="kw-version-page">
      <Head section={section} />
      {error ? <QueryFailure error={error} onRetry={() => void refetch()} /> : null}
      {comparison ? (
        <>
          <div className="kw-compared__choice"><Checkbox isSelected={changedOnly} onChange={setChangedOnly}>{t('concept.version.changed-only')}</Checkbox></div>
          {titleBefore === section.title ? null : <p>{t('concept.comparison.title-changed')} <Removed>{titleBefore}</Removed> <Added>{section.title}</Added></p>}
          <Difference comparison={comparison} language={edition.language} changedOnly={changedOnly} isFetching={loading} onMore={() => void fetchMore({ variables: { after: comparison.blocks.pageInfo.endCursor } })} />
        </>
      ) : <EmptyState title={t('concept.comparison.new-section')} />}
    </div>
  );
}
