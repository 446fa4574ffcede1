import { useQuery } from '@apollo/client/react';
import type { WordCorrectionsProgressQuery } from '@konzeptwerkstatt/web-data';
import { ApplyWordCorrectionsDocument, WordDifferencesDocument } from '@konzeptwerkstatt/web-data';
import { Button, LinkButton, Loading, Notice, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { failureText, problemText } from '../data/problem.js';
import { QueryFailure } from '../data/query-failure.js';
import { useFurtherPages } from '../data/use-further-pages.js';
import { useSend } from '../data/use-send.js';
import { editionPath } from '../places.js';
import { CorrectionSection } from './correction-section.js';
import { inSections, nameOf } from './difference-groups.js';
import type { Difference, DifferenceSection } from './difference-groups.js';

/** So many differences stand there at once; the next ones come when these are decided. The whole edition is compared for each page. */
const shownLimit = 100;

interface CorrectionListProps {
  found: NonNullable<WordCorrectionsProgressQuery['wordCorrections']>;
  editionUuid: string;
  language: string;
}

/** Takes differences over, and says what came of it. */
function useTaking(uuid: string, refetch: () => Promise<unknown>) {
  const t = useText();
  const send = useSend();
  const [isPending, setIsPending] = useState(false);
  const [outcome, setOutcome] = useState<{ readonly tone: 'success' | 'danger' | 'warning'; readonly text: string } | null>(null);
  const take = async ({ sectionId, title }: DifferenceSection, differences: readonly Difference[]): Promise<void> => {
    if (isPending) return;
    setIsPending(true);
    setOutcome(null);
    const answer = await send(ApplyWordCorrectionsDocument, { correctionsUuid: uuid, sectionId, accepted: differences.map(({ key, liveText }) => ({ key, expected: liveText })) });
    if (answer.status === 'done') setOutcome({ tone: 'success', text: t('concept.corrections.taken', { count: answer.payload.takenCount, title }) });
    else if (answer.status === 'failed') setOutcome({ tone: 'danger', text: failureText(t, answer.failure) });
    else if (answer.problems.some(({ code }) => code === 'STALE_VALUE')) setOutcome({ tone: 'warning', text: t('concept.corrections.stale') });
    else setOutcome({ tone: 'danger', text: [...new Set(answer.problems.map((problem) => problemText(t, problem)))].join(' ') });
    if (answer.status !== 'failed') await refetch().catch(() => undefined);
    setIsPending(false);
  };
  return { isPending, outcome, take };
}

/** What a document brings, section by section, each difference to be taken over or left. */
export function CorrectionList({ found, editionUuid, language }: CorrectionListProps) {
  const t = useText();
  const { uuid, fileName: name, trackedChanges, comments, knowsRemoved } = found;
  const { data, error, refetch, fetchMore } = useQuery(WordDifferencesDocument, { variables: { uuid }, fetchPolicy: 'network-only' });
  const connection = data?.wordCorrections?.differences;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const taking = useTaking(uuid, refetch);
  const all = connection?.edges.map(({ node }) => node) ?? [];
  const shown = all.filter((difference) => !left.has(nameOf(difference)));
  useFurtherPages({ pageInfo: connection?.pageInfo, count: shown.length, limit: shownLimit, fetchMore });
  if (error && !connection) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  if (!connection) return <Loading lines={6} />;
  return (
    <div className="kw-stack">
      {taking.outcome ? <Notice tone={taking.outcome.tone} live title={taking.outcome.text} /> : null}
      {connection.totalCount === 0
        ? <Notice tone="info" title={t('concept.corrections.none')}><p>{t('concept.corrections.none-text', { name })}</p></Notice>
        : <Notice tone="info" title={t('concept.corrections.found', { count: connection.totalCount, name })}><p>{t('concept.corrections.found-text')}</p></Notice>}
      {trackedChanges + comments > 0 || !knowsRemoved ? (
        <ul className="kw-corrections__notes">
          {trackedChanges > 0 ? <li>{t('concept.corrections.tracked', { count: trackedChanges })}</li> : null}
          {comments > 0 ? <li>{t('concept.corrections.comments', { count: comments })}</li> : null}
          {knowsRemoved ? null : <li>{t('concept.corrections.removed-unknown')}</li>}
        </ul>
      ) : null}
      {inSections(shown).map((section) => (
        <CorrectionSection key={section.sectionId} section={section} language={language} isPending={taking.isPending} onTake={(differences) => void taking.take(section, differences)} onLeave={(difference) => setLeft((before) => new Set([...before, nameOf(difference)]))} />
      ))}
      {all.length > shown.length ? (
        <div className="kw-cluster">
          <span>{t('concept.corrections.left', { count: all.length - shown.length })}</span>
          <Button onPress={() => setLeft(new Set())}>{t('concept.corrections.show-left')}</Button>
        </div>
      ) : null}
      <div><LinkButton href={editionPath(editionUuid)}>{t('concept.corrections.to-edition')}</LinkButton></div>
    </div>
  );
}
