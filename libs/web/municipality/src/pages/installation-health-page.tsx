import { useQuery } from '@apollo/client/react';
import { InstallationHealthDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, Checkbox, Loading, Notice, PageHeader, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../catalogue.js';
import '../municipality.css';
import { EventFacts, MailFacts, QueueFacts } from '../health/health-facts.js';
import { ParkedJobs } from '../health/parked-jobs.js';
import { troublesOf, type Health } from '../health/troubles.js';

const refreshMs = 15_000;

/** No live region: figures that change by themselves are read when somebody goes to them, and never interrupt. */
function Verdict({ health }: { health: Health }) {
  const t = useText();
  const troubles = troublesOf(health);
  if (troubles.length === 0) return <Notice tone="success" title={t('municipality.health.all-well')}><p>{t('municipality.health.all-well-text')}</p></Notice>;
  return (
    <Notice tone="warning" title={t('municipality.health.trouble')}>
      <ul>{troubles.map(({ kind, count }) => <li key={kind}>{t(`municipality.health.trouble.${kind}`, { count })}</li>)}</ul>
    </Notice>
  );
}

/** How jobs, events and mails of the installation are, for whoever runs it. */
export default function InstallationHealthPage() {
  const t = useText();
  const { instant } = useLanguage();
  const [isAutomatic, setIsAutomatic] = useState(true);
  const { data, error, refetch } = useQuery(InstallationHealthDocument, {
    fetchPolicy: 'cache-and-network', pollInterval: isAutomatic ? refreshMs : 0, skipPollAttempt: () => document.hidden,
  });
  const failure = error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null;
  const viewer = data?.viewer;
  if (!viewer) return failure ?? <Loading lines={6} />;
  if (!viewer.installation) return <NotFoundPage />;
  const { health } = viewer.installation;
  const breadcrumbs = [{ label: t('municipality.health.back'), href: '/installation' }, { label: t('shell.title.installation-health') }];
  return (
    <>
      <PageHeader title={t('shell.title.installation-health')} breadcrumbs={breadcrumbs}>{t('municipality.health.lead')}</PageHeader>
      <div className="kw-stack">
        {failure}
        <div className="kw-cluster">
          <span className="kw-muted">{t('municipality.health.read-at', { time: instant(health.readAt) })}</span>
          <Checkbox isSelected={isAutomatic} onChange={setIsAutomatic}>{t('municipality.health.auto')}</Checkbox>
          <Button size="small" icon="retry" onPress={() => void refetch()}>{t('municipality.health.load')}</Button>
        </div>
        <Verdict health={health} />
        <ParkedJobs parkedCount={health.parkedCount} parkedJobs={health.parkedJobs} />
        <QueueFacts queues={health.queues} />
        <EventFacts events={health.events} />
        <MailFacts mails={health.mails} databaseBytes={health.databaseBytes} />
      </div>
    </>
  );
}
