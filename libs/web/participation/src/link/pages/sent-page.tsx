import { useQuery } from '@apollo/client/react';
import { SentContributionsDocument } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice, takeToken } from '@konzeptwerkstatt/web-shell';
import { EmptyState, Loading, Notice, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../../catalogue.js';
import '../../participation.css';
import '../link.css';
import { SentList } from '../visitor/sent-list.js';

function SentByKey({ senderKey }: { senderKey: string }) {
  const t = useText();
  const { data, error, refetch } = useQuery(SentContributionsDocument, { variables: { senderKey }, fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={5} />;
  const { sentContributions } = data;
  return sentContributions.length > 0 ? <SentList sent={sentContributions} senderKey={senderKey} /> : <EmptyState icon="comment" title={t('participation.linked.nothing-sent')}>{t('participation.linked.nothing-sent-text')}</EmptyState>;
}

/** Where somebody's private link leads: what she has sent without an account, and what became of it. */
export default function SentPage() {
  const t = useText();
  const [senderKey] = useState(() => takeToken(globalThis.location, sessionStorage, (address) => history.replaceState(history.state, '', address)));
  return (
    <div className="kw-linked">
      <PageHeader title={t('participation.linked.own')}>{t('participation.linked.own-lead')}</PageHeader>
      {senderKey === null ? <Notice title={t('participation.inquiry.no-link')}>{t('participation.linked.no-key-text')}</Notice> : <SentByKey senderKey={senderKey} />}
    </div>
  );
}
