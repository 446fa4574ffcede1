import { useEffect, useRef } from 'react';

interface Pages {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } | undefined;
  /** How many entries there are already, and from how many on nothing more is fetched by itself. */
  readonly count: number;
  readonly limit: number;
  readonly fetchMore: (options: { variables: { after: string } }) => Promise<unknown>;
}

/** Fetches page after page by itself, up to a limit. A page that fails is asked for again with the next change of the list. */
export function useFurtherPages({ pageInfo, count, limit, fetchMore }: Pages): void {
  const asked = useRef<string | null>(null);
  const after = pageInfo?.hasNextPage && count < limit ? pageInfo.endCursor : null;
  useEffect(() => {
    if (after === null || asked.current === after) return;
    asked.current = after;
    fetchMore({ variables: { after } }).catch(() => undefined).finally(() => {
      asked.current = null;
    });
  }, [after, fetchMore]);
}
