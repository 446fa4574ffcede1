import { useQuery } from '@apollo/client/react';
import { EditionEmptyHeadingsDocument, EditionGapsDocument } from '@konzeptwerkstatt/web-data';
import { Button, EmptyState, Loading, useText } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../catalogue.js';
import { QueryFailure } from '../data/query-failure.js';
import { useFurtherPages } from '../data/use-further-pages.js';
import { EditionFrame } from '../edition/edition-frame.js';
import { GapGroups } from './gap-groups.js';
import { HeadingGaps } from './heading-gaps.js';

/** How many gaps are shown without asking for more. */
const shownLimit = 500;

/** What is still missing in an edition. */
export default function GapsPage() {
  const t = useText();
  const { editionId = '' } = useParams();
  const { data, error, refetch, fetchMore } = useQuery(EditionGapsDocument, { variables: { uuid: editionId } });
  const texts = useQuery(EditionEmptyHeadingsDocument, { variables: { uuid: editionId }, fetchPolicy: 'cache-and-network' });
  const headings = texts.data?.edition?.emptyHeadings;
  const pages = data?.edition?.gaps;
  useFurtherPages({ pageInfo: pages?.pageInfo, count: pages?.edges.length ?? 0, limit: shownLimit, fetchMore });
  return (
    <EditionFrame edition={data?.edition} error={error} onRetry={() => void refetch()} view={t('concept.view.gaps')}>
      {({ gaps, gapCounts }) => (gaps.edges.length === 0 && headings?.length === 0 ? (
        <EmptyState title={t('concept.gap.empty')} icon="success">{t('concept.gap.empty-text')}</EmptyState>
      ) : (
        <div className="kw-stack">
          <GapGroups gaps={gaps.edges.map(({ node }) => node)} countOf={(kind) => gapCounts.find((entry) => entry.kind === kind)?.count ?? 0} />
          {gaps.pageInfo.hasNextPage && gaps.edges.length >= shownLimit ? (
            <div><Button onPress={() => void fetchMore({ variables: { after: gaps.pageInfo.endCursor } })}>{t('concept.gap.more')}</Button></div>
          ) : null}
          {headings?.length ? <HeadingGaps editionUuid={editionId} headings={headings} /> : null}
          {texts.loading && !headings ? <Loading lines={2} /> : null}
          {texts.error && !headings ? <QueryFailure error={texts.error} onRetry={() => void texts.refetch()} /> : null}
        </div>
      ))}
    </EditionFrame>
  );
}
