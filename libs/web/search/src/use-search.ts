import { useQuery } from '@apollo/client/react';
import type { SearchKind } from '@konzeptwerkstatt/web-data';
import { SearchDocument } from '@konzeptwerkstatt/web-data';
import { useEffect, useState } from 'react';
import type { SearchResult } from './result-place.js';

/** How long typing must rest before the server is asked, in milliseconds. */
const restMilliseconds = 200;
/** One letter finds everything. */
const shortest = 2;

/** The text as it was when typing last rested. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

export interface SearchState {
  /** `idle`: nothing to search for yet. While the next answer is on its way the last one stays. */
  status: 'idle' | 'loading' | 'failed' | 'done';
  results: readonly SearchResult[];
  total: number;
  error?: unknown;
  retry: () => void;
}

/** Asks the server for what is typed, once typing rests. */
export function useSearch(typed: string, kind: SearchKind | null): SearchState {
  const text = useRested(typed).trim();
  const isIdle = typed.trim().length < shortest || text.length < shortest;
  const { data, previousData, error, refetch } = useQuery(SearchDocument, { variables: { text, kinds: kind ? [kind] : null }, skip: isIdle, fetchPolicy: 'cache-and-network' });
  const shown = isIdle ? undefined : (data ?? (error ? undefined : previousData));
  const status = isIdle ? 'idle' : error && !data ? 'failed' : data && typed.trim() === text ? 'done' : 'loading';
  return { status, results: shown?.search.edges.map(({ node }) => node) ?? [], total: shown?.search.totalCount ?? 0, error, retry: () => void refetch().catch(() => undefined) };
}
