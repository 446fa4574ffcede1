import { useApolloClient, useQuery } from '@apollo/client/react';
import { UndoWordImportDocument, WordImportResultDocument } from '@konzeptwerkstatt/web-data';
import { Button, ButtonGroup, ConfirmDialog, LinkButton, Loading, Notice, StatusTag, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useState } from 'react';
import { failureText, problemText } from '../data/problem.js';
import { QueryFailure } from '../data/query-failure.js';
import { useFurtherPages } from '../data/use-further-pages.js';
import { useSend } from '../data/use-send.js';
import { editionPath, sectionPath } from '../places.js';
import type { WordImport } from './word-preview.js';

interface WordResultProps {
  found: WordImport;
  editionUuid: string;
  onUndone: () => void;
}

/** The edition must not show what it showed before. */
function useFreshEdition(state: string): void {
  const client = useApolloClient();
  useEffect(() => {
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'edition' });
  }, [client, state]);
}

/** What came of a Word document, with the way back as long as nobody has worked on it. */
export function WordResult({ found, editionUuid, onUndone }: WordResultProps) {
  const t = useText();
  const send = useSend();
  const [isAsking, setIsAsking] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { data, error, refetch, fetchMore } = useQuery(WordImportResultDocument, { variables: { uuid: found.uuid }, fetchPolicy: 'network-only' });
  const connection = data?.wordImport?.imported;
  useFurtherPages({ pageInfo: connection?.pageInfo, count: connection?.edges.length ?? 0, limit: 200, fetchMore });
  useFreshEdition(found.state);
  if (error && !connection) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  if (!connection) return <Loading lines={4} />;
  const sections = connection.edges.map(({ node }) => node);
  const changed = sections.filter(({ state }) => state === 'CHANGED');
  const undo = async (): Promise<void> => {
    if (isPending) return;
    setFailure(null);
    setIsPending(true);
    const outcome = await send(UndoWordImportDocument, { importId: found.id });
    setIsPending(false);
    setIsAsking(false);
    if (outcome.status === 'done') return onUndone();
    await refetch();
    setFailure(outcome.status === 'failed' ? failureText(t, outcome.failure) : outcome.problems.some(({ code }) => code === 'CHANGED_SINCE_IMPORT') ? t('concept.word.undo-refused') : outcome.problems.map((problem) => problemText(t, problem)).join(' '));
  };
  return (
    <div className="kw-stack">
      <Notice tone="success" live title={t('concept.word.done', { count: connection.totalCount ?? sections.length })}>{t('concept.word.done-text')}</Notice>
      <ul className="kw-lines">
        {sections.map(({ uuid, title, state }) => (
          <li key={uuid}>
            {state === 'REMOVED' ? <bdi>{title}</bdi> : <TextLink href={sectionPath(editionUuid, uuid)}>{title}</TextLink>}{' '}
            {state === 'AS_IMPORTED' ? null : <StatusTag tone="neutral">{t(`concept.word.state.${state}`)}</StatusTag>}
          </li>
        ))}
      </ul>
      {failure ? <Notice tone="danger" live title={failure} /> : null}
      {changed.length > 0 && !failure ? <p>{t('concept.word.no-undo')}</p> : null}
      <ButtonGroup>
        <LinkButton variant="primary" href={editionPath(editionUuid)}>{t('concept.word.to-edition')}</LinkButton>
        {changed.length === 0 ? <Button onPress={() => setIsAsking(true)}>{t('concept.word.undo')}</Button> : null}
      </ButtonGroup>
      <ConfirmDialog isOpen={isAsking} isDangerous isPending={isPending} title={t('concept.word.undo-title')} confirmLabel={t('concept.word.undo')} onCancel={() => setIsAsking(false)} onConfirm={() => void undo()}>
        <p>{t('concept.word.undo-text', { count: sections.filter(({ state }) => state !== 'REMOVED').length })}</p>
      </ConfirmDialog>
    </div>
  );
}
