import { useQuery } from '@apollo/client/react';
import type { SectionChangesFragment, SectionFate } from '@konzeptwerkstatt/web-data';
import { SectionsComparisonDocument } from '@konzeptwerkstatt/web-data';
import { Loading, Original, Section, StatusTag, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { QueryFailure } from '../data/query-failure.js';
import { useFurtherPages } from '../data/use-further-pages.js';
import { sectionComparisonPath, sectionPath } from '../places.js';
import { fateTones } from './fate-tones.js';
import { ComparisonTable } from './comparison-table.js';

const shownLimit = 500;

function Name({ section }: { section: SectionChangesFragment['before'] }) {
  return section ? <>{section.number} <Original>{section.title}</Original></> : <>–</>;
}

/** How much of a text that was taken over is different, and the way to it. */
function Changes({ editionUuid, changes: { fate, section, addedCount, removedCount, changedCount } }: { editionUuid: string; changes: SectionChangesFragment }) {
  const t = useText();
  if (fate !== 'CHANGED' || !section) return fate === 'NEW' && section ? <TextLink href={sectionPath(editionUuid, section.uuid)}>{t('concept.version.to-text')}</TextLink> : null;
  const isOnlyTitle = addedCount + removedCount + changedCount === 0;
  return (
    <>
      {isOnlyTitle ? t('concept.measure.title') : t('concept.version.difference', { added: addedCount, removed: removedCount, changed: changedCount })}{' '}
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
  const toneOf = (fate: SectionFate) => fateTones[fate];
  return (
    <Section title={t('concept.comparison.sections')}>
      <ComparisonTable caption={t('concept.comparison.sections')}>
        {found.edges.map(({ node }) => (
          <tr key={node.id}>
            <td><Name section={node.before} /></td>
            <td><Name section={node.section} /></td>
            <td><StatusTag tone={toneOf(node.fate)}>{t(`concept.measureFate.${node.fate}`)}</StatusTag></td>
            <td><Changes editionUuid={editionUuid} changes={node} /></td>
          </tr>
        ))}
      </ComparisonTable>
    </Section>
  );
}
