import { useApolloClient, useQuery } from '@apollo/client/react';
import {
  ApplyMeasureListImportDocument, MeasureListNowDocument, MeasureListProgressDocument, MeasureTableHeadDocument, SetMeasureListReadingDocument, StartMeasureListImportDocument, UndoMeasureListImportDocument, uploadFile, useSaying, usePollingWhile } from '@konzeptwerkstatt/web-data';
import type { MeasureTableHeadQuery } from '@konzeptwerkstatt/web-data';
import { Button, ButtonGroup, Checkbox, FileButton, LinkButton, Loading, Notice, Original, Progress, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import '../catalogue.js';
import { failureText, problemText, sheetProblemText } from '../data/problem.js';
import { QueryFailure } from '../data/query-failure.js';
import { useOrganisations } from '../data/use-options.js';
import type { Outcome } from '../data/use-send.js';
import { useSend } from '../data/use-send.js';
import { EditionFrame } from '../edition/edition-frame.js';
import { RecentImports } from '../import/recent-imports.js';
import { tablePath } from '../places.js';
import { ListPreview } from './list-preview.js';
import { saidOf } from './list-reading.js';
import type { PlannedRow, SaidReading } from './list-reading.js';
import { ColumnsStep, HeadsStep, NamesStep, SectionsStep } from './list-steps.js';
import './list-import.css';

const purpose = 'concept.measure-list';

/** So many titles are named one by one. */
const namedTitles = 10;

type Edition = NonNullable<MeasureTableHeadQuery['edition']>;

/** Runs a mutation and gives the sentence for what went wrong; null when nothing did. */
function useFailure() {
  const t = useText();
  const [failure, setFailure] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const run = async (attempt: () => Promise<Outcome<unknown>>): Promise<boolean> => {
    setFailure(null);
    setIsPending(true);
    const outcome = await attempt();
    setIsPending(false);
    if (outcome.status === 'done') return true;
    setFailure(outcome.status === 'failed' ? failureText(t, outcome.failure) : [...new Set(outcome.problems.map((problem) => problemText(t, problem)))].join(' '));
    return false;
  };
  return { failure, setFailure, isPending, run };
}

function ChooseList({ editionId, isAgain, onStarted }: { editionId: string; isAgain: boolean; onStarted: (uuid: string) => void }) {
  const t = useText();
  const send = useSend();
  const { failure, setFailure, isPending, run } = useFailure();
  const bring = async (file: File): Promise<void> => {
    const uploaded = await uploadFile(file, purpose);
    if (uploaded === null || 'problems' in uploaded) return setFailure(uploaded === null ? t('concept.failure.UNREACHABLE') : uploaded.problems.map((problem) => sheetProblemText(t, problem)).join(' '));
    await run(async () => {
      const outcome = await send(StartMeasureListImportDocument, { editionId, fileId: uploaded.fileId });
      if (outcome.status === 'done') onStarted(outcome.payload.measureListImport?.uuid ?? '');
      return outcome;
    });
  };
  return (
    <div className="kw-stack">
      {failure ? <Notice tone="danger" live title={failure} /> : null}
      <div><FileButton accept={['.xlsx', '.csv', '.txt']} variant={isAgain ? 'secondary' : 'primary'} isPending={isPending} pendingText={t('concept.import.bringing')} onChoose={(file) => void bring(file)}>{t(isAgain ? 'concept.import.choose-other' : 'concept.list.choose')}</FileButton></div>
    </div>
  );
}

/** All rows of the plan, page by page. */
function useList(uuid: string) {
  const client = useApolloClient();
  const { data, error, refetch } = useQuery(MeasureListNowDocument, { variables: { uuid, after: null }, fetchPolicy: 'no-cache' });
  const list = data?.measureListImport;
  const [further, setFurther] = useState<{ readonly of: unknown; readonly rows: readonly PlannedRow[] }>({ of: null, rows: [] });
  const [failure, setFailure] = useState<{ readonly of: unknown; readonly error: unknown } | null>(null);
  useEffect(() => {
    if (!list?.plan.rows.pageInfo.hasNextPage) return undefined;
    let isWanted = true;
    const load = async () => {
      const rows: PlannedRow[] = [];
      for (let { endCursor: after, hasNextPage } = list.plan.rows.pageInfo; hasNextPage && after && isWanted;) {
        const next = (await client.query({ query: MeasureListNowDocument, variables: { uuid, after }, fetchPolicy: 'no-cache' })).data?.measureListImport?.plan.rows;
        if (!next) break;
        rows.push(...next.edges.map(({ node }) => node));
        ({ endCursor: after, hasNextPage } = next.pageInfo);
      }
      if (isWanted) setFurther({ of: list, rows });
    };
    load().catch((reason: unknown) => { if (isWanted) setFailure({ of: list, error: reason }); });
    return () => { isWanted = false; };
  }, [client, list, uuid]);
  const rows = [...(list?.plan.rows.edges.map(({ node }) => node) ?? []), ...(further.of === list ? further.rows : [])];
  // Half of the rows would look like all of them.
  const missing = failure?.of === list ? failure?.error : undefined;
  return { list, rows, error, missing, refetch };
}

function Decision({ uuid, edition, onDecided }: { uuid: string; edition: Edition; onDecided: () => void }) {
  const t = useText();
  const send = useSend();
  const organisations = useOrganisations();
  const { failure, isPending, run } = useFailure();
  const { list, rows, error, missing, refetch } = useList(uuid);
  const { said, say } = useSaying<SaidReading>(async (next) => {
    if (await run(() => send(SetMeasureListReadingDocument, { importId: list?.id ?? '', ...next }))) await refetch();
  });
  const unloaded = missing ?? (list ? undefined : error);
  if (unloaded) return <QueryFailure error={unloaded} onRetry={() => void refetch()} />;
  if (!list?.reading) return <Loading lines={6} />;
  const reading = said === null ? list.reading : { ...list.reading, ...said, columns: said.columns ?? list.reading.columns };
  const apply = async (): Promise<void> => {
    if (await run(() => send(ApplyMeasureListImportDocument, { importId: list.id }))) onDecided();
  };
  const sections = edition.sections.edges.filter(({ node }) => node.mayWrite).map(({ node: { id, title } }) => ({ id, label: title }));
  const step = { list, reading, onSay: say };
  const hasTitle = reading.columns.some(({ field }) => field === 'TITLE');
  return (
    <div className="kw-stack">
      {list.problem ? <Notice tone="warning" live title={t(`concept.list.problem.${list.problem}`)} /> : null}
      <p role="status">{t('concept.list.read', { name: list.fileName, count: rows.length })}</p>
      <HeadsStep {...step} />
      <ColumnsStep {...step} />
      {hasTitle ? (
        <>
          <SectionsStep {...step} sections={sections} mayAdd={edition.mayEdit} />
          <NamesStep {...step} organisations={organisations.map(({ id, name }) => ({ id, label: name }))} />
          <ListPreview rows={rows} sectionTitle={(id) => sections.find((section) => section.id === id)?.label ?? ''} />
          <Checkbox isSelected={reading.withDuplicates} onChange={(withDuplicates) => say({ ...saidOf(reading), withDuplicates })}>{t('concept.list.with-duplicates')}</Checkbox>
        </>
      ) : <Notice tone="info" title={t('concept.list.title-needed')} />}
      {failure ? <Notice tone="danger" live title={failure} /> : null}
      <ButtonGroup>
        {list.plan.readyCount > 0 ? <Button variant="primary" isPending={isPending} pendingText={t('concept.save.saving')} onPress={() => void apply()}>{t('concept.list.apply', { count: list.plan.readyCount })}</Button> : null}
        <LinkButton href={tablePath(edition.uuid)}>{t('concept.import.leave')}</LinkButton>
      </ButtonGroup>
    </div>
  );
}

/** What somebody has changed of a list since it was taken over. */
function Changed({ titles }: { titles: readonly string[] }) {
  const t = useText();
  const further = titles.length - namedTitles;
  if (titles.length === 0) return null;
  return (
    <>
      <p>{t('concept.list.changed')}</p>
      <ul>
        {titles.slice(0, namedTitles).map((title, index) => <li key={index}><Original>{title}</Original></li>)}
        {further > 0 ? <li>{t('concept.list.changed-more', { count: further })}</li> : null}
      </ul>
    </>
  );
}

function Done({ id, count, editionUuid, onUndone }: { id: string; count: number; editionUuid: string; onUndone: () => void }) {
  const t = useText();
  const send = useSend();
  const { failure, isPending, run } = useFailure();
  const [changed, setChanged] = useState<readonly string[]>([]);
  const undo = async (): Promise<void> => {
    const isUndone = await run(async () => {
      const outcome = await send(UndoMeasureListImportDocument, { importId: id });
      setChanged(outcome.status === 'refused' ? outcome.problems.flatMap(({ code, path: [, title] }) => (code === 'LIST_CHANGED_SINCE' && title !== undefined ? [title] : [])) : []);
      return outcome;
    });
    if (isUndone) onUndone();
  };
  return (
    <div className="kw-stack">
      <Notice tone="success" live title={t('concept.list.done', { count })} actions={
        <>
          <LinkButton size="small" variant="primary" href={tablePath(editionUuid)}>{t('concept.import.to-table')}</LinkButton>
          <Button size="small" icon="undo" isPending={isPending} onPress={() => void undo()}>{t('concept.list.undo')}</Button>
        </>
      }><p>{t('concept.list.undo-hint')}</p></Notice>
      {failure ? <Notice tone="danger" live title={failure}><Changed titles={changed} /></Notice> : null}
    </div>
  );
}

function List({ uuid, edition }: { uuid: string; edition: Edition }) {
  const t = useText();
  const client = useApolloClient();
  const query = useQuery(MeasureListProgressDocument, { variables: { uuid }, fetchPolicy: 'network-only' });
  const { data, error, refetch } = query;
  const list = data?.measureListImport;
  const isWorking = list === undefined || list?.state === 'WAITING' || list?.state === 'APPLYING';
  usePollingWhile(query, isWorking);
  // The table must not show what it showed before.
  useEffect(() => {
    if (list?.state !== 'DONE' && list?.state !== 'UNDONE') return;
    for (const fieldName of ['measures', 'sections']) client.cache.evict({ id: client.cache.identify({ __typename: 'Edition', id: edition.id }), fieldName });
  }, [client, edition.id, list?.state]);
  if (error && !list) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  if (list === undefined) return <Loading lines={3} />;
  if (list === null) return <Notice tone="warning" title={t('concept.import.gone')} />;
  if (list.state === 'FAILED') return <Notice tone="danger" live title={t(`concept.list.problem.${list.problem ?? 'BROKE_OFF'}`)} />;
  if (list.state === 'WAITING') return <Progress label={t('concept.import.reading')} />;
  if (list.state === 'APPLYING') return <Progress label={t('concept.import.applying')} />;
  if (list.state === 'UNDONE') return <Notice tone="info" live title={t('concept.list.undone')} />;
  if (list.state === 'DONE') return <Done id={list.id} count={list.writtenCount} editionUuid={edition.uuid} onUndone={() => void refetch()} />;
  return <Decision uuid={uuid} edition={edition} onDecided={() => void refetch()} />;
}

/** Makes measures of somebody's own list: choose, say what its columns are and where its rows go, look, take over, and perhaps take back. */
export default function ListImportPage() {
  const t = useText();
  const { editionId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const uuid = search.get('liste');
  // The edition stays as it was when the page was opened; what is written shows in the table.
  const { data, error, refetch } = useQuery(MeasureTableHeadDocument, { variables: { uuid: editionId, signedIn: true } });
  return (
    <EditionFrame edition={data?.edition} error={error} onRetry={() => void refetch()} view={t('concept.list.title')}>
      {() => (data?.edition ? (
        <div className="kw-stack kw-import">
          {uuid === null ? <p>{t('concept.list.intro')}</p> : <List key={uuid} uuid={uuid} edition={data.edition} />}
          {data.edition.frozenAt
            ? <Notice tone="info" title={t('concept.word.frozen')} />
            : <ChooseList editionId={data.edition.id} isAgain={uuid !== null} onStarted={(started) => setSearch({ liste: started })} />}
          {uuid === null ? <RecentImports editionUuid={data.edition.uuid} /> : null}
        </div>
      ) : null)}
    </EditionFrame>
  );
}
