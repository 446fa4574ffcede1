import { useQuery } from '@apollo/client/react';
import { ContributionPageDocument, usePollingWhile } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Loading, Notice, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import '../catalogue.js';
import { AnswerPanel } from '../answer/answer-panel.js';
import { WantedAdvice } from '../answer/wanted-advice.js';
import { ResponseView } from '../answer/response-view.js';
import { ContributionActions } from '../contribution/contribution-actions.js';
import { ContributionWords } from '../contribution/contribution-words.js';
import { Replies } from '../contribution/replies.js';
import { StateTag } from '../list/contribution-list.js';
import '../participation.css';
import { editionContributionsPath } from '../places.js';

/** One contribution: what was said, what others say to it, and what became of it. */
export default function ContributionPage() {
  const t = useText();
  const { contributionId = '' } = useParams();
  const { data, error, refetch, startPolling, stopPolling } = useQuery(ContributionPageDocument, { variables: { uuid: contributionId }, fetchPolicy: 'cache-and-network' });
  // What was taken over is tied to the contribution a moment later.
  const [takenUuid, setTakenUuid] = useState<string | null>(null);
  const isTaken = takenUuid === contributionId && data?.contribution?.outcomes.length === 0;
  usePollingWhile({ startPolling, stopPolling }, isTaken);
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />;
  const { contribution } = data;
  if (!contribution) return <NotFoundPage />;
  const { edition } = contribution;
  return (
    <>
      <PageHeader
        title={t(`participation.kind.${contribution.kind}`)}
        preline={edition?.title}
        breadcrumbs={edition ? [{ label: edition.title, href: `/konzepte/${edition.uuid}` }, { label: t('participation.register.title'), href: editionContributionsPath(edition.uuid) }, { label: t(`participation.kind.${contribution.kind}`) }] : undefined}
        status={<StateTag state={contribution.state} />}
      />
      <div className="kw-stack">
        <ContributionWords contribution={contribution} />
        <ContributionActions contribution={contribution} />
        {contribution.refusalReason ? <Notice tone="warning" title={t('participation.state.REFUSED')}><p>{t('participation.refuse.why')}</p><p className="kw-words" dir="auto">{contribution.refusalReason}</p></Notice> : null}
        {contribution.state === 'HELD' || contribution.state === 'WITHDRAWN' || contribution.state === 'REFUSED' ? null : <ResponseView contribution={contribution} />}
        <WantedAdvice contribution={contribution} />
        <AnswerPanel contribution={contribution} isTaken={isTaken} onTaken={() => setTakenUuid(contributionId)} onReload={() => void refetch()} />
        <Replies contribution={contribution} />
      </div>
    </>
  );
}
