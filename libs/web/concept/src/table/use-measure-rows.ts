import { useQuery } from '@apollo/client/react';
import type { MeasureRowFragment } from '@konzeptwerkstatt/web-data';
import { MeasureTableDocument } from '@konzeptwerkstatt/web-data';
import { useMemo, useRef } from 'react';
import { useFurtherPages } from '../data/use-further-pages.js';
import type { TableState } from './table-state.js';
import { tableVariables } from './table-state.js';

/** Up to so many measures are fetched without asking. */
const shownLimit = 500;
const noRows: readonly MeasureRowFragment[] = [];

/** The measures that the filters leave, in the chosen order, page after page. */
export function useMeasureRows(editionUuid: string, state: TableState) {
  const { filter, orderBy } = useMemo(() => tableVariables(state), [state]);
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(MeasureTableDocument, { variables: { uuid: editionUuid, filter, orderBy }, notifyOnNetworkStatusChange: true });
  const pages = (data ?? previousData)?.edition?.measures;
  const edges = pages?.edges;
  useFurtherPages({ pageInfo: data?.edition?.measures.pageInfo, count: edges?.length ?? 0, limit: shownLimit, fetchMore });

  // Loading a long table again begins with its first page; until the rest is there the rows of before stay.
  const key = JSON.stringify([filter, orderBy]);
  const whole = useRef<{ key: string; edges: NonNullable<typeof edges> } | null>(null);
  const isPartial = pages?.pageInfo.hasNextPage === true && (edges?.length ?? 0) < shownLimit;
  if (data && edges && !isPartial) whole.current = { key, edges };
  const shown = isPartial && whole.current?.key === key && whole.current.edges.length > (edges?.length ?? 0) ? whole.current.edges : edges;
  const rows = useMemo(() => shown?.map(({ node }) => node) ?? noRows, [shown]);

  const endCursor = pages?.pageInfo.hasNextPage ? pages.pageInfo.endCursor : null;
  return {
    rows,
    totalCount: pages?.totalCount ?? null,
    isLoaded: pages !== undefined,
    isBusy: loading || isPartial,
    error,
    reload: refetch,
    /** Fetches the next page of a very long table; null when there is none or it comes by itself. */
    fetchNext: endCursor !== null && !isPartial ? () => fetchMore({ variables: { after: endCursor } }) : null,
  };
}
