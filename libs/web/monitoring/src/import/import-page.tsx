import { useApolloClient, useQuery } from '@apollo/client/react';
import type { UserProblem } from '@konzeptwerkstatt/web-data';
import { ObservationImportProgressDocument, StartObservationImportDocument, UndoObservationImportDocument, uploadFile, useAction, usePollingWhile } from '@konzeptwerkstatt/web-data';
import { ActionNotice, problemText, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, FileButton, LinkButton, Loading, Notice, PageHeader, Progress, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import '../catalogue.js';
import { ImportDecision } from './import-decision.js';
import { RecentImports } from './recent-imports.js';
import './import.css';

const purpose = 'monitoring.statistics-file';
/** As the purpose has it on the server. */
const maxBytes = 20 * 1024 * 1024;

function ChooseFile({ isAgain, onStarted }: { readonly isAgain: boolean; readonly onStarted: (uuid: string) => void }) {
  const t = useText();
  const action = useAction(StartObservationImportDocument, 'startObservationImport');
  const [isBringing, setIsBringing] = useState(false);
  const [problems, setProblems] = useState<readonly UserProblem[] | 'unreachable'>([]);
  const bring = async (file: File): Promise<void> => {
    setIsBringing(true);
    setProblems([]);
    const uploaded = await uploadFile(file, purpose, { maxBytes });
    if (uploaded === null || 'problems' in uploaded) setProblems(uploaded === null ? 'unreachable' : uploaded.problems);
    else {
      const payload = await action.run({ fileId: uploaded.fileId });
      if (payload?.observationImport) onStarted(payload.observationImport.uuid);
    }
    setIsBringing(false);
  };
  const failure = problems === 'unreachable' ? t('monitoring.import.unreachable') : problems.map((problem) => problemText(problem, 'monitoring', t)).join(' ');
  return (
    <div className="kw-stack">
      {failure ? <Notice tone="danger" live title={failure} /> : null}
      <ActionNotice action={action} context="monitoring" />
      <div><FileButton accept={['.xlsx', '.csv', '.txt']} variant={isAgain ? 'secondary' : 'primary'} isPending={isBringing} pendingText={t('monitoring.import.bringing')} onChoose={(file) => void bring(file)}>{t(isAgain ? 'monitoring.import.choose-other' : 'monitoring.import.choose')}</FileButton></div>
    </div>
  );
}

function Done({ id, count, changed, onUndone }: { readonly id: string; readonly count: number; readonly changed: number; readonly onUndone: () => void }) {
  const t = useText();
  const action = useAction(UndoObservationImportDocument, 'undoObservationImport');
  const undo = async (): Promise<void> => {
    if (await action.run({ importId: id })) onUndone();
  };
  return (
    <div className="kw-stack">
      <Notice tone="success" live title={t('monitoring.import.done', { count, changed })} actions={
        <>
          <LinkButton size="small" variant="primary" href="/indikatoren">{t('monitoring.import.to-indicators')}</LinkButton>
          <Button size="small" icon="undo" isPending={action.isPending} onPress={() => void undo()}>{t('monitoring.import.undo')}</Button>
        </>
      }><p>{t('monitoring.import.undo-hint')}</p></Notice>
      <ActionNotice action={action} context="monitoring" />
    </div>
  );
}

/** A file that was brought, as far as it is. */
function BroughtFile({ uuid }: { readonly uuid: string }) {
  const t = useText();
  const client = useApolloClient();
  const query = useQuery(ObservationImportProgressDocument, { variables: { uuid }, fetchPolicy: 'network-only' });
  const { data, error, refetch } = query;
  const file = data?.observationImport;
  const isWorking = file === undefined || file?.state === 'WAITING' || file?.state === 'APPLYING';
  usePollingWhile(query, isWorking);
  // No page may show the values that stood before.
  useEffect(() => {
    if (file?.state !== 'DONE' && file?.state !== 'UNDONE') return;
    for (const fieldName of ['indicators', 'indicator']) client.cache.evict({ id: 'ROOT_QUERY', fieldName });
  }, [client, file?.state]);
  if (error && !file) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  if (file === undefined) return <Loading lines={3} />;
  if (file === null) return <Notice tone="warning" title={t('monitoring.import.gone')} />;
  if (file.state === 'FAILED') return <Notice tone="danger" live title={t(`monitoring.import.failed.${file.problem ?? 'BROKE_OFF'}`)} />;
  if (file.state === 'WAITING') return <Progress label={t('monitoring.import.reading')} />;
  if (file.state === 'APPLYING') return <Progress label={t('monitoring.import.applying')} value={file.progress} max={Math.max(1, file.plannedCount)} text={t('monitoring.import.applied', { done: file.progress, count: file.plannedCount })} />;
  if (file.state === 'UNDONE') return <Notice tone="info" live title={t('monitoring.import.undone')} />;
  if (file.state === 'DONE') return <Done id={file.id} count={file.plannedCount} changed={file.changedCount} onUndone={() => void refetch()} />;
  return <ImportDecision uuid={uuid} onDecided={() => void refetch()} />;
}

/** Makes values of a statistics file: choose, say what its columns are, look, take over, and perhaps take back. */
export default function ImportPage() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  const uuid = search.get('datei');
  return (
    <>
      <PageHeader title={t('monitoring.import.title')} breadcrumbs={[{ label: t('monitoring.list.title'), href: '/indikatoren' }, { label: t('monitoring.import.title') }]}>{uuid === null ? t('monitoring.import.intro') : null}</PageHeader>
      <div className="kw-stack">
        {uuid === null ? null : <BroughtFile key={uuid} uuid={uuid} />}
        <ChooseFile isAgain={uuid !== null} onStarted={(started) => setSearch({ datei: started })} />
        {uuid === null ? <RecentImports /> : null}
      </div>
    </>
  );
}
