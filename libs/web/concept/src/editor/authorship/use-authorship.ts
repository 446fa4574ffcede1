import { useApolloClient } from '@apollo/client/react';
import { SectionAuthorshipDocument } from '@konzeptwerkstatt/web-data';
import { useText } from '@konzeptwerkstatt/web-ui';
import type { Editor } from '@tiptap/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentSession } from '../connection/document-session.js';
import { AuthorIndex } from './author-index.js';
import type { Authorship, ShownPassage } from './author-index.js';
import { showAuthorship } from './authorship.extension.js';
import { onRecordedCopy } from './recorded-copy-news.js';
import type { ShownAuthor } from './shown-author.js';
import { AuthorLooks, shownAuthors } from './shown-author.js';

/** While people write, the server is asked again at most this often; painted anew after this pause. In milliseconds. */
const askAgainAfter = 3_000;
const paintAfter = 150;
/** How long after a failure it is asked again, whether or not anybody writes. */
const tryAgainAfter = 10_000;

/** Runs something soon, and once for all who asked meanwhile. */
function useSoon(run: () => void, ms: number, isOn: boolean): () => void {
  const latest = useRef(run);
  latest.current = run;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  }, [isOn]);
  return useCallback(() => {
    if (!isOn) return;
    timer.current ??= setTimeout(() => {
      timer.current = null;
      latest.current();
    }, ms);
  }, [isOn, ms]);
}

/** Asks the server who wrote the text: at once when it is switched on, again when asked to, and after a failure until there is an answer. */
function useAnswer(sectionUuid: string, isOn: boolean) {
  const client = useApolloClient();
  const [answer, setAnswer] = useState<Authorship | null>(null);
  const [hasFailed, setFailed] = useState(false);
  /** Numbers of the newest question, and of the newest that is settled: what an older one brings after it is no longer true. */
  const asked = useRef(0);
  const settled = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = useCallback(async () => {
    asked.current += 1;
    const number = asked.current;
    const query = client.query({ query: SectionAuthorshipDocument, variables: { uuid: sectionUuid }, fetchPolicy: 'no-cache' });
    const found = await query.then(({ data }) => data?.section?.authorship ?? null, () => null);
    if (number <= settled.current) return;
    settled.current = number;
    clearTimeout(timer.current);
    setFailed(found === null);
    // What is shown stays until there is an answer.
    if (found === null) timer.current = setTimeout(() => void ask(), tryAgainAfter);
    else setAnswer(found);
  }, [client, sectionUuid]);
  useEffect(() => {
    if (isOn) void ask();
    return () => {
      clearTimeout(timer.current);
      settled.current = asked.current;
      setAnswer(null);
      setFailed(false);
    };
  }, [isOn, ask]);
  return { answer, hasFailed, ask };
}

/** Calls back when the last that was written here is committed: the server may have been asked before. @returns the function that ends it */
function onCommitted(session: DocumentSession, callback: () => void): () => void {
  let { hasUnsentWork } = session.getFacts();
  return session.subscribe(() => {
    const hadUnsentWork = hasUnsentWork;
    ({ hasUnsentWork } = session.getFacts());
    if (hadUnsentWork && !hasUnsentWork) callback();
  });
}

/** What the switch shows: the organisations that wrote the text, painted in the editor while it is on. */
export interface AuthorshipView {
  readonly authors: readonly ShownAuthor[] | null;
  readonly passages: readonly ShownPassage[];
  readonly showsDetail: boolean;
  readonly hasFailed: boolean;
}

/** Follows the text while `isOn` and paints who wrote what; `marked` is put forward. */
export function useAuthorship({ editor, session, sectionUuid, isOn, marked }: { editor: Editor; session: DocumentSession; sectionUuid: string; isOn: boolean; marked: string | null }): AuthorshipView {
  const t = useText();
  const looks = useRef(new AuthorLooks()).current;
  const { answer, hasFailed, ask } = useAnswer(sectionUuid, isOn);
  const index = useMemo(() => (answer ? new AuthorIndex(answer.sources) : null), [answer]);
  const authors = useMemo(() => (answer ? shownAuthors(answer, looks, t) : null), [answer, looks, t]);
  const [passages, setPassages] = useState<readonly ShownPassage[]>([]);
  const painted = useRef('');
  const askSoon = useSoon(() => void ask(), askAgainAfter, isOn);

  const paint = () => {
    if (!index || !authors) return;
    const shown = index.passagesOf(session.body);
    // The editor is a moment behind or ahead of the document; it will be painted when both say the same.
    if (shown.size !== editor.state.doc.content.size) return paintSoon();
    if (shown.hasUnknown) askSoon();
    // Painting the same again would take the cursor back from somebody who is on her way through the text.
    const signature = JSON.stringify([shown.passages, authors, marked]);
    if (signature === painted.current) return;
    painted.current = signature;
    setPassages(shown.passages);
    showAuthorship(editor.view, { passages: shown.passages, authors, marked });
  };
  const paintSoon = useSoon(paint, paintAfter, isOn);

  useEffect(() => {
    painted.current = '';
    if (isOn) paintSoon();
    else showAuthorship(editor.view, null);
  }, [editor, isOn, paintSoon]);
  useEffect(() => { if (isOn) paintSoon(); }, [isOn, index, authors, marked, paintSoon]);
  useEffect(() => {
    if (!isOn) return undefined;
    const onChange = () => { paintSoon(); askSoon(); };
    session.doc.on('update', onChange);
    return () => session.doc.off('update', onChange);
  }, [isOn, session, paintSoon, askSoon]);
  useEffect(() => {
    if (!isOn) return undefined;
    const stops = [onCommitted(session, askSoon), onRecordedCopy(session.provider.awareness, askSoon)];
    return () => stops.forEach((stop) => stop());
  }, [isOn, session, askSoon]);
  return { authors: isOn ? authors : null, passages, showsDetail: answer?.showsDetail ?? false, hasFailed };
}
