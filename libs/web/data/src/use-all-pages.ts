import { useEffect, useRef } from 'react';

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

/**
 * Loads the pages that follow, one after the other, until a list is complete: for lists that are searched and grouped in the
 * browser. A page that fails is not asked for again by itself.
 *
 * @param page info of the last page loaded
 * @param load loads the page after a cursor and merges it (`fetchMore`)
 */
export function useAllPages(page: PageInfo | undefined, load: (after: string) => Promise<unknown>): void {
  const asked = useRef<string | null>(null);
  const next = page?.hasNextPage ? page.endCursor : null;
  const latestLoad = useRef(load);
  useEffect(() => { latestLoad.current = load; });
  useEffect(() => {
    if (next === null || asked.current === next) return;
    asked.current = next;
    latestLoad.current(next).catch(() => undefined);
  }, [next]);
}
