import type { ApolloClient } from '@apollo/client';
import { useApolloClient, useQuery } from '@apollo/client/react';
import type { PlainBlockFragment } from '@konzeptwerkstatt/web-data';
import { SectionBlocksDocument, SectionTextVersionDocument } from '@konzeptwerkstatt/web-data';
import { useCallback, useEffect, useRef, useState } from 'react';

/** How often it is asked whether somebody has changed the text, in milliseconds; the question is cheap. */
const askEvery = 15_000;
/** A text that changes while its pages are read is read anew so many times. */
const attempts = 3;

async function readPage(client: ApolloClient, uuid: string, after: string | null) {
  const { data } = await client.query({ query: SectionBlocksDocument, variables: { uuid, after }, fetchPolicy: 'no-cache' });
  return data?.section ?? null;
}

async function readOnce(client: ApolloClient, uuid: string): Promise<readonly PlainBlockFragment[] | null | 'changed'> {
  const first = await readPage(client, uuid, null);
  if (first === null) return null;
  const blocks = first.blocks.edges.map(({ node }) => node);
  for (let { pageInfo } = first.blocks; pageInfo.hasNextPage && pageInfo.endCursor;) {
    const next = await readPage(client, uuid, pageInfo.endCursor);
    if (next?.textVersion !== first.textVersion) return 'changed';
    blocks.push(...next.blocks.edges.map(({ node }) => node));
    pageInfo = next.blocks.pageInfo;
  }
  return blocks;
}

/** All blocks of a section, page by page. @returns null when the section is not there for the reader (any more) */
async function readBlocks(client: ApolloClient, uuid: string): Promise<readonly PlainBlockFragment[] | null> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const blocks = await readOnce(client, uuid);
    if (blocks !== 'changed') return blocks;
  }
  throw new Error('the text changes faster than it can be read');
}

interface SectionBlocks {
  /** Undefined until they are there. */
  readonly blocks: readonly PlainBlockFragment[] | undefined;
  readonly error: unknown;
  /** Whether the server answered the last question. */
  readonly isReachable: boolean;
  readonly mayWrite: boolean;
  /** Asks at once, and waits until the blocks are those of now. */
  readonly reload: () => Promise<void>;
}

/** Reads the blocks of one version after the other; a version that is being read, or was, is not read again. */
function useBlockReader(uuid: string) {
  const client = useApolloClient();
  const [blocks, setBlocks] = useState<readonly PlainBlockFragment[]>();
  const [problem, setProblem] = useState<unknown>(null);
  const reading = useRef<{ readonly version: string; readonly done: Promise<void> } | null>(null);
  const read = useCallback((wanted: string): Promise<void> => {
    if (reading.current?.version === wanted) return reading.current.done;
    const isNewest = () => reading.current?.version === wanted;
    const done = readBlocks(client, uuid).then((found) => {
      if (!isNewest()) return;
      if (found) setBlocks(found);
      setProblem(null);
    }, (failure: unknown) => {
      if (!isNewest()) return;
      reading.current = null;
      setProblem(failure);
    });
    reading.current = { version: wanted, done };
    return done;
  }, [client, uuid]);
  return { blocks, problem, read };
}

/**
 * A section's text as blocks, kept current without any live connection: asks for the mark of the text every few seconds and when the
 * window is looked at again, and reads the text only when the mark is another one. The mark is always read before the text.
 */
export function useSectionBlocks(uuid: string): SectionBlocks {
  const { blocks, problem, read } = useBlockReader(uuid);
  const { data, error, refetch } = useQuery(SectionTextVersionDocument, { variables: { uuid }, pollInterval: askEvery, skipPollAttempt: () => document.hidden, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  const version = data?.section?.textVersion;
  useEffect(() => { if (version !== undefined) void read(version); }, [version, read]);
  const reload = useCallback(async () => {
    const answer = await refetch().catch(() => undefined);
    const now = answer?.data?.section?.textVersion;
    if (now !== undefined) await read(now);
  }, [refetch, read]);
  useEffect(() => {
    const ask = () => void reload();
    globalThis.addEventListener('focus', ask);
    globalThis.addEventListener('online', ask);
    return () => {
      globalThis.removeEventListener('focus', ask);
      globalThis.removeEventListener('online', ask);
    };
  }, [reload]);
  const failure = error ?? problem;
  return { blocks, error: failure, isReachable: !failure, mayWrite: Boolean(data?.section?.mayWrite) && !data?.section?.edition.frozenAt, reload };
}
