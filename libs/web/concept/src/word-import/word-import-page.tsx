import { useQuery } from '@apollo/client/react';
import { EditionOverviewDocument, StartWordImportDocument, WordImportProgressDocument, usePollingWhile } from '@konzeptwerkstatt/web-data';
import { LinkButton, Loading, Notice, Progress, useText } from '@konzeptwerkstatt/web-ui';
import { useParams, useSearchParams } from 'react-router';
import '../catalogue.js';
import { QueryFailure } from '../data/query-failure.js';
import type { Outcome } from '../data/use-send.js';
import { useSend } from '../data/use-send.js';
import { EditionFrame } from '../edition/edition-frame.js';
import { editionPath } from '../places.js';
import { RecentImports } from '../import/recent-imports.js';
import { ChooseWordFile } from './choose-word-file.js';
import './word-import.css';
import { WordPreview } from './word-preview.js';
import { WordResult } from './word-result.js';

/** How far an import is, asked while the server works on it. */
function useProgress(uuid: string) {
  const query = useQuery(WordImportProgressDocument, { variables: { uuid }, fetchPolicy: 'network-only' });
  const { data, error, refetch } = query;
  const found = data?.wordImport;
  const isWorking = found === undefined || found?.state === 'WAITING' || found?.state === 'APPLYING';
  usePollingWhile(query, isWorking);
  return { found, error, refetch };
}

function WordImportSteps({ uuid, editionUuid }: { uuid: string; editionUuid: string }) {
  const t = useText();
  const { found, error, refetch } = useProgress(uuid);
  if (error && !found) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  if (found === undefined) return <Loading lines={3} />;
  if (found === null) return <Notice tone="warning" title={t('concept.import.gone')} />;
  switch (found.state) {
    case 'WAITING':
      return <Progress label={t('concept.word.step', { step: 1, what: t('concept.word.reading') })} />;
    case 'APPLYING':
      return <Progress label={t('concept.word.step', { step: 3, what: t('concept.word.applying') })} value={found.progress} text={t('concept.word.percent', { percent: found.progress })} />;
    case 'FAILED':
      return <Notice tone="danger" live title={t(`concept.word.problem.${found.problem ?? 'BROKE_OFF'}`)} />;
    case 'READY':
      return (
        <>
          <p className="kw-muted">{t('concept.word.step', { step: 2, what: t('concept.word.choosing') })}</p>
          <WordPreview key={found.uuid} found={found} editionUuid={editionUuid} onDecided={() => void refetch()} />
        </>
      );
    case 'UNDONE':
      return <Notice tone="success" live title={t('concept.word.undone')} />;
    case 'DONE':
      return <WordResult found={found} editionUuid={editionUuid} onUndone={() => void refetch()} />;
  }
}

/** Turns a concept that exists as a Word document into sections: choose, look at what it would become, take over, take back. */
export default function WordImportPage() {
  const t = useText();
  const send = useSend();
  const { editionId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const uuid = search.get('datei');
  const { data, error, refetch } = useQuery(EditionOverviewDocument, { variables: { uuid: editionId, signedIn: true } });
  const start = async (id: string, fileId: string): Promise<Outcome<string>> => {
    const outcome = await send(StartWordImportDocument, { editionId: id, fileId });
    return outcome.status === 'done' ? { status: 'done', payload: outcome.payload.wordImport?.uuid ?? '' } : outcome;
  };
  return (
    <EditionFrame edition={data?.edition} error={error} onRetry={() => void refetch()} view={t('concept.word.title')}>
      {(edition) => (edition.mayEdit && !edition.frozenAt ? (
        <div className="kw-stack kw-word-import">
          {uuid === null ? <p>{t('concept.word.intro')}</p> : <WordImportSteps key={uuid} uuid={uuid} editionUuid={edition.uuid} />}
          <ChooseWordFile start={(fileId) => start(edition.id, fileId)} isAgain={uuid !== null} onStarted={(started) => setSearch({ datei: started })} />
          {uuid === null ? <RecentImports editionUuid={edition.uuid} /> : null}
        </div>
      ) : (
        <div className="kw-stack">
          <Notice tone="info" title={t(edition.frozenAt ? 'concept.word.frozen' : 'concept.word.not-allowed')} />
          <div><LinkButton href={editionPath(edition.uuid)}>{t('concept.word.to-edition')}</LinkButton></div>
        </div>
      ))}
    </EditionFrame>
  );
}
