import { useApolloClient, useQuery } from '@apollo/client/react';
import {
  ApplyMeasureTableImportDocument, MeasureTableHeadDocument, MeasureTableImportNowDocument, MeasureTableImportProgressDocument, StartMeasureTableImportDocument, uploadFile, usePollingWhile } from '@konzeptwerkstatt/web-data';
import { Button, ButtonGroup, FileButton, LinkButton, Loading, Notice, Progress, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import '../catalogue.js';
import { failureText, problemText, sheetProblemText } from '../data/problem.js';
import { QueryFailure } from '../data/query-failure.js';
import { useFurtherPages } from '../data/use-further-pages.js';
import { useSend } from '../data/use-send.js';
import { EditionFrame } from '../edition/edition-frame.js';
import { tablePath } from '../places.js';
import { countChanges, ImportOutcome, ImportPreview } from './import-preview.js';
import { RecentImports } from './recent-imports.js';
import './import.css';

const purpose = 'concept.measure-table';
const shownLimit = 2000;

/** Chooses a spreadsheet and brings it to the server; `onStarted` gets the import's raw id. */
function ChooseFile({ editionId, onStarted, isAgain }: { editionId: string; onStarted: (uuid: string) => void; isAgain: boolean }) {
  const t = useText();
  const send = useSend();
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const bring = async (file: File): Promise<void> => {
    if (isPending) return;
    setFailure(null);
    setIsPending(true);
    const uploaded = await uploadFile(file, purpose);
    if (uploaded === null || 'problems' in uploaded) {
      setIsPending(false);
      return setFailure(uploaded === null ? t('concept.failure.UNREACHABLE') : uploaded.problems.map((problem) => sheetProblemText(t, problem)).join(' '));
    }
    const outcome = await send(StartMeasureTableImportDocument, { editionId, fileId: uploaded.fileId });
    setIsPending(false);
    if (outcome.status === 'done') return onStarted(outcome.payload.measureTableImport?.uuid ?? '');
    setFailure(outcome.status === 'failed' ? failureText(t, outcome.failure) : outcome.problems.map((problem) => problemText(t, problem)).join(' '));
  };
  return (
    <div className="kw-stack">
      {failure ? <Notice tone="danger" live title={failure} /> : null}
      <div><FileButton accept={['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']} variant={isAgain ? 'secondary' : 'primary'} isPending={isPending} pendingText={t('concept.import.bringing')} onChoose={(file) => void bring(file)}>{t(isAgain ? 'concept.import.choose-other' : 'concept.import.choose')}</FileButton></div>
    </div>
  );
}

/** How far an import is, asked while the server works on it. */
function useProgress(uuid: string) {
  const query = useQuery(MeasureTableImportProgressDocument, { variables: { uuid }, fetchPolicy: 'network-only' });
  const { data, error, refetch } = query;
  const progress = data?.measureTableImport;
  const isWorking = progress === undefined || progress?.state === 'WAITING' || progress?.state === 'APPLYING';
  usePollingWhile(query, isWorking);
  return { progress, error, refetch };
}

function Decision({ uuid, editionUuid, onDecided }: { uuid: string; editionUuid: string; onDecided: () => void }) {
  const t = useText();
  const send = useSend();
  const client = useApolloClient();
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { data, error, refetch, fetchMore } = useQuery(MeasureTableImportNowDocument, { variables: { uuid }, fetchPolicy: 'network-only' });
  const found = data?.measureTableImport;
  useFurtherPages({ pageInfo: found?.rows.pageInfo, count: found?.rows.edges.length ?? 0, limit: shownLimit, fetchMore });
  if (error && !found) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  if (!found) return <Loading lines={6} />;
  if (found.state === 'DONE') {
    return (
      <div className="kw-stack">
        <ImportOutcome outcomes={found.outcomes} />
        <div><LinkButton variant="primary" href={tablePath(editionUuid)}>{t('concept.import.to-table')}</LinkButton></div>
      </div>
    );
  }
  const rows = found.rows.edges.map(({ node }) => node);
  const count = countChanges(rows, 'READY');
  const apply = async (): Promise<void> => {
    if (isPending) return;
    setFailure(null);
    setIsPending(true);
    const outcome = await send(ApplyMeasureTableImportDocument, { importId: found.id });
    setIsPending(false);
    if (outcome.status === 'done') {
      // The table must not show what it showed before.
      client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'edition' });
      return onDecided();
    }
    if (outcome.status === 'failed') return setFailure(failureText(t, outcome.failure));
    setFailure(outcome.problems.map((problem) => problemText(t, problem)).join(' '));
    // What was refused has changed meanwhile: the rows say how. Where they cannot be read again, the sentence still stands.
    await refetch().catch(() => undefined);
  };
  return (
    <div className="kw-stack">
      <ImportPreview rows={rows} unchangedCount={found.unchangedCount} />
      {failure ? <Notice tone="danger" live title={failure} /> : null}
      <ButtonGroup>
        {count > 0 ? <Button variant="primary" isPending={isPending} pendingText={t('concept.save.saving')} onPress={() => void apply()}>{t('concept.import.apply', { count })}</Button> : null}
        <LinkButton href={tablePath(editionUuid)}>{t('concept.import.leave')}</LinkButton>
      </ButtonGroup>
    </div>
  );
}

function Import({ uuid, editionUuid }: { uuid: string; editionUuid: string }) {
  const t = useText();
  const { progress, error, refetch } = useProgress(uuid);
  if (error && !progress) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  if (progress === undefined) return <Loading lines={3} />;
  if (progress === null) return <Notice tone="warning" title={t('concept.import.gone')} />;
  if (progress.state === 'FAILED') return <Notice tone="danger" live title={t(`concept.import.problem.${progress.problem ?? 'BROKE_OFF'}`)} />;
  if (progress.state === 'WAITING') return <Progress label={t('concept.import.reading')} />;
  if (progress.state === 'APPLYING') return <Progress label={t('concept.import.applying')} value={progress.progress} />;
  return <Decision key={progress.state} uuid={uuid} editionUuid={editionUuid} onDecided={() => void refetch()} />;
}

/** Reads a measure table in again that went out as a spreadsheet: choose, look at the difference, take over. */
export default function MeasureTableImportPage() {
  const t = useText();
  const { editionId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const uuid = search.get('datei');
  const { data, error, refetch } = useQuery(MeasureTableHeadDocument, { variables: { uuid: editionId, signedIn: true } });
  return (
    <EditionFrame edition={data?.edition} error={error} onRetry={() => void refetch()} view={t('concept.import.title')}>
      {(edition) => (
        <div className="kw-stack kw-import">
          {uuid === null ? <p>{t('concept.import.intro')}</p> : <Import key={uuid} uuid={uuid} editionUuid={edition.uuid} />}
          {edition.frozenAt
            ? <Notice tone="info" title={t('concept.word.frozen')} />
            : <ChooseFile editionId={edition.id} isAgain={uuid !== null} onStarted={(started) => setSearch({ datei: started })} />}
          {uuid === null ? <RecentImports editionUuid={edition.uuid} /> : null}
        </div>
      )}
    </EditionFrame>
  );
}
