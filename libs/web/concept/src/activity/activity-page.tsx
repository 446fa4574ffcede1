import { useQuery, useSubscription } from '@apollo/client/react';
import type { EditionActivityQuery } from '@konzeptwerkstatt/web-data';
import { EditionActivityAddedDocument, EditionActivityDocument } from '@konzeptwerkstatt/web-data';
import { Button, EmptyState, useText } from '@konzeptwerkstatt/web-ui';
import { useRef } from 'react';
import { useParams } from 'react-router';
import '../catalogue.js';
import { EditionFrame } from '../edition/edition-frame.js';
import { ActivityList } from './activity-list.js';

type Edition = NonNullable<EditionActivityQuery['edition']>;

function withEntry(data: EditionActivityQuery, node: Edition['activity']['edges'][number]['node']): EditionActivityQuery {
  const { edition } = data;
  if (!edition || edition.activity.edges.some((edge) => edge.node.id === node.id)) return data;
  const activity = { ...edition.activity, edges: [{ cursor: node.position, node }, ...edition.activity.edges] };
  return { ...data, edition: { ...edition, activity } };
}

/** Listens from the newest entry that was loaded, so that nothing falls between loading and listening. */
function useLiveActivity(edition: Edition | null | undefined, onEntry: (node: Edition['activity']['edges'][number]['node']) => void): void {
  const start = useRef<string | null | undefined>(undefined);
  if (edition && start.current === undefined) start.current = edition.activity.edges[0]?.node.position ?? null;
  useSubscription(EditionActivityAddedDocument, {
    variables: { editionId: edition?.id ?? '', after: start.current ?? null },
    skip: !edition,
    ignoreResults: true,
    onData: ({ data }) => {
      if (data.data) onEntry(data.data.activityAdded);
    },
  });
}

/** What happened in an edition, in words. */
export default function ActivityPage() {
  const t = useText();
  const { editionId = '' } = useParams();
  const { data, error, refetch, fetchMore, loading, updateQuery } = useQuery(EditionActivityDocument, { variables: { uuid: editionId }, notifyOnNetworkStatusChange: true });
  const edition = data?.edition;
  useLiveActivity(edition, (node) => updateQuery((previous, { complete, previousData }) => (complete ? withEntry(previousData, node) : previous as EditionActivityQuery)));
  return (
    <EditionFrame edition={edition} error={error} onRetry={() => void refetch()} view={t('concept.view.activity')}>
      {({ activity }) => (activity.edges.length === 0 ? (
        <EmptyState title={t('concept.activity.empty')} icon="history" />
      ) : (
        <div className="kw-stack">
          <ActivityList entries={activity.edges.map(({ node }) => node)} label={t('concept.view.activity')} />
          {activity.pageInfo.hasNextPage ? (
            <div><Button isPending={loading} onPress={() => void fetchMore({ variables: { after: activity.pageInfo.endCursor } })}>{t('concept.activity.more')}</Button></div>
          ) : null}
        </div>
      ))}
    </EditionFrame>
  );
}
