import { useQuery } from '@apollo/client/react';
import { EditionOverviewDocument, StartWordCorrectionsDocument, WordCorrectionsProgressDocument, usePollingWhile } from '@konzeptwerkstatt/web-data';
import { LinkButton, Loading, Notice, Progress, useText } from '@konzeptwerkstatt/web-ui';
import { useParams, useSearchParams } from 'react-router';
import '../catalogue.js';
import { QueryFailure } from '../data/query-failure.js';
import type { Outcome } from '../data/use-send.js';
import { useSend } from '../data/use-send.js';
import { EditionFrame } from '../edition/edition-frame.js';
import { editionPath, wordImportPath } from '../places.js';
import { RecentImports } from '../import/recent-imports.js';
import { ChooseWordFile } from '../word-import/choose-word-file.js';
import { CorrectionList } from './correction-list.js';
import '../versions/versions.css';
import './word-corrections.css';

function CorrectionSteps({ uuid, editionUuid, language }: { uuid: string; editionUuid: string; language: string }) {
  const t = useText();
  const query = useQuery(WordCorrectionsProgressDocument, { variables: { uuid }, fetchPolicy: 'network-only' });
  const { data, error, refetch } = query;
  const found = data?.wordCorrections;
  const isWorking = found === undefined || found?.state === 'WAITING';
  usePollingWhile(query, isWorking);
  if (error && !found) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  if (found === undefined) return <Loading lines={3} />;
  if (found === null) return <Notice tone="warning" title={t('concept.import.gone')} />;
  if (found.state === 'WAITING') return <Progress label={t('concept.corrections.reading')} />;
  if (found.state === 'READY') return <CorrectionList found={found} editionUuid={editionUuid} language={language} />;
  const actions = found.problem === 'NO_MARKS' ? <LinkButton href={wordImportPath(editionUuid)}>{t('concept.corrections.to-word-import')}</LinkButton> : null;
  return <Notice tone="danger" live title={t(`concept.word.problem.${found.problem ?? 'BROKE_OFF'}`)} actions={actions} />;
}

/** Takes a colleague's corrections of a Word file over into the text: bring the file, look at each difference, accept or leave it. */
export default function WordCorrectionsPage() {
  const t = useText();
  const send = useSend();
  const { editionId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const uuid = search.get('datei');
  const { data, error, refetch } = useQuery(EditionOverviewDocument, { variables: { uuid: editionId, signedIn: true } });
  const start = async (id: string, fileId: string): Promise<Outcome<string>> => {
    const outcome = await send(StartWordCorrectionsDocument, { editionId: id, fileId });
    return outcome.status === 'done' ? { status: 'done', payload: outcome.payload.wordCorrections?.uuid ?? '' } : outcome;
  };
  return (
    <EditionFrame edition={data?.edition} error={error} onRetry={() => void refetch()} view={t('concept.corrections.title')}>
      {(edition) => (edition.mayEdit && !edition.frozenAt ? (
        <div className="kw-stack kw-corrections">
          {uuid === null ? <p>{t('concept.corrections.intro')}</p> : <CorrectionSteps key={uuid} uuid={uuid} editionUuid={edition.uuid} language={edition.language} />}
          <ChooseWordFile start={(fileId) => start(edition.id, fileId)} isAgain={uuid !== null} onStarted={(started) => setSearch({ datei: started })} />
          {uuid === null ? <RecentImports editionUuid={edition.uuid} /> : null}
        </div>
      ) : (
        <div className="kw-stack">
          <Notice tone="info" title={t(edition.frozenAt ? 'concept.corrections.frozen' : 'concept.corrections.not-allowed')} />
          <div><LinkButton href={editionPath(edition.uuid)}>{t('concept.corrections.to-edition')}</LinkButton></div>
        </div>
      ))}
    </EditionFrame>
  );
}
