import { useQuery } from '@apollo/client/react';
import type { SectionChangesFragment } from '@konzeptwerkstatt/web-data';
import { SectionsComparisonDocument } from '@konzeptwerkstatt/web-data';
import { Loading, Section, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { QueryFailure } from '../data/query-failure.js';
import { useFurtherPages } from '../data/use-further-pages.js';
import { sectionComparisonPath, sectionPath } from '../places.js';
import { ComparisonTable } from './comparison-table.js';

const shownLimit = 500;

/** How much of a text that was taken over is different, and the way to it. */
function Changes({ editionUuid, section, changes: { fate, addedCount, removedCount, changedCount } }: { editionUuid: string; section: { readonly uuid: string }; changes: SectionChangesFragment }) {
  const t = useText();
  if (fate === 'NEW') return <TextLink href={sectionPath(editionUuid, section.uuid)}>{t('concept.version.to-text')}</TextLink>;
  const isOnlyTitle = addedCount + removedCount + changedCount === 0;
  return (
    <>
      {isOnlyTitle ? t('concept.cell.title') : t('concept.version.difference', { added: addedCount, removed: removedCount, changed: changedCount })}{' '}
      <TextLink href={sectionComparisonPath(editionUuid, section.uuid)}>{t('concept.comparison.text')}</TextLink>
    </>
  );
}

/** What became of the sections of the edition before. */
export function SectionsComparison({ editionUuid }: { editionUuid: string }) {
  const t = useText();
  const { data, error, refetch, fetchMore } = useQuery(SectionsComparisonDocument, { variables: { uuid: editionUuid }, fetchPolicy: 'cache-and-network' });
  const found = data?.edition?.sectionComparison;
  useFurtherPages({ pageInfo: found?.pageInfo, count: found?.edges.length ?? 0, limit: shownLimit, fetchMore });
  if (!found && error) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  if (!found) return <Loading lines={5} />;
  const rows = found.edges.map(({ node }) => ({ id: node.id, fate: node.fate, before: node.before, now: node.section, changes: node.section && (node.fate === 'CHANGED' || node.fate === 'NEW') ? <Changes editionUuid={editionUuid} section={node.section} changes={node} /> : null }));
  return <Section title={t('concept.comparison.sections')}><ComparisonTable caption={t('concept.comparison.sections')} rows={rows} /></Section>;
}
