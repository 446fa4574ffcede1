import { useApolloClient, useSubscription } from '@apollo/client/react';
import { MeasureTableChangedDocument } from '@konzeptwerkstatt/web-data';
import { announce, useText } from '@konzeptwerkstatt/web-ui';
import { useCallback, useEffect, useRef, useState } from 'react';

/** How long a changed row stays marked, how seldom changes are told to screen readers, when a list is loaded again, when a change counts as one's own. */
const [markMilliseconds, tellMilliseconds, reloadMilliseconds, ownMilliseconds] = [3_000, 5_000, 600, 5_000];

interface LiveTable {
  /** Edition's id; undefined while it is not known or nobody may listen. */
  editionId: string | undefined;
  /** Position to listen from: what the page was loaded with, so that nothing falls between, and a broken connection repeats rather than loses. */
  after: string | null;
  /** Ids in the table as it is loaded. */
  loadedIds: ReadonlySet<string>;
  reload: () => Promise<unknown>;
}

/** Rows that somebody else has just changed, and a polite word about it every few seconds. */
function useChangedRows() {
  const t = useText();
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const untold = useRef(new Set<string>());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  const isTelling = useRef(false);
  const later = useCallback((run: () => void, milliseconds: number) => {
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      run();
    }, milliseconds);
    timers.current.add(timer);
  }, []);
  useEffect(() => {
    const pending = timers.current;
    return () => pending.forEach((timer) => clearTimeout(timer));
  }, []);
  const mark = useCallback((id: string) => {
    setChanged((known) => new Set(known).add(id));
    later(() => setChanged((known) => new Set([...known].filter((other) => other !== id))), markMilliseconds);
    untold.current.add(id);
    if (isTelling.current) return;
    isTelling.current = true;
    later(() => {
      isTelling.current = false;
      announce(t('concept.table.changed', { count: untold.current.size }));
      untold.current.clear();
    }, tellMilliseconds);
  }, [later, t]);
  return { changed, mark };
}

/** Keeps the table in step with everybody's changes: rows through the cache, new and removed ones by loading again. */
export function useLiveTable({ editionId, after, loadedIds, reload }: LiveTable) {
  const { cache } = useApolloClient();
  const { changed, mark } = useChangedRows();
  const seen = useRef(new Set<string>());
  const own = useRef(new Map<string, number>());
  const reloading = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(reloading.current), []);
  const reloadSoon = () => {
    clearTimeout(reloading.current);
    reloading.current = setTimeout(() => void reload().catch(() => undefined), reloadMilliseconds);
  };
  useSubscription(MeasureTableChangedDocument, {
    variables: { editionId: editionId ?? '', after },
    skip: editionId === undefined,
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const change = data?.measureTableChanged;
      if (!change || seen.current.has(change.position)) return;
      seen.current.add(change.position);
      if (change.removedMeasureId) {
        cache.evict({ id: cache.identify({ __typename: 'Measure', id: change.removedMeasureId }) });
        reloadSoon();
        return;
      }
      if (!change.measure) return;
      const { id } = change.measure;
      if (!loadedIds.has(id)) reloadSoon();
      if (Date.now() - (own.current.get(id) ?? 0) > ownMilliseconds) mark(id);
    },
  });
  const onOwnChange = useCallback((measureId: string) => { own.current.set(measureId, Date.now()); }, []);
  return { changed, onOwnChange };
}
