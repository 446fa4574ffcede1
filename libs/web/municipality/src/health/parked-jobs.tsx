import { RetryParkedJobDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, Section, showToast, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useRef, useState } from 'react';
import type { Health } from './troubles.js';

type ParkedJob = Health['parkedJobs']['edges'][number]['node'];

function ParkedJobRow({ job, isPending, onRetry }: { job: ParkedJob; isPending: boolean; onRetry: () => void }) {
  const t = useText();
  const { instant } = useLanguage();
  const event = job.eventName === null ? null : t('municipality.health.event', { name: job.eventName });
  return (
    <li className="kw-installed">
      <div>
        <strong>{t(`municipality.health.code.${job.code}`)}</strong>
        <p className="kw-muted">{[instant(job.parkedAt), job.municipality?.name, t('municipality.health.attempts', { count: job.attempts })].filter(Boolean).join(' · ')}</p>
        <p className="kw-muted kw-technical"><bdi>{[job.jobName, event].filter(Boolean).join(' · ')}</bdi></p>
        <p className="kw-muted kw-technical"><bdi lang="en">{job.code}: {job.reason}</bdi></p>
      </div>
      <Button size="small" icon="retry" aria-label={t('municipality.health.retry-label', { job: job.jobName })} onPress={onRetry} isPending={isPending} pendingText={t('municipality.form.saving')}>{t('municipality.health.retry')}</Button>
    </li>
  );
}

/** The jobs that were given up, each with a button that tries it again. */
export function ParkedJobs({ parkedCount, parkedJobs: { edges } }: Pick<Health, 'parkedCount' | 'parkedJobs'>) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  // One for all rows: what it has to say stays when the row is gone.
  const action = useAction(RetryParkedJobDocument, 'retryParkedJob', ['InstallationHealth']);
  const [pressed, setPressed] = useState<string | null>(null);
  const retry = async (id: string) => {
    setPressed(id);
    const payload = await action.run({ parkedJobId: id });
    // Its row goes with the button that was pressed: the focus stays here instead of falling to the top of the page.
    list.current?.focus();
    if (payload) showToast(t('municipality.health.retried'));
  };
  return (
    <Section title={t('municipality.health.parked')} description={edges.length > 0 ? t('municipality.health.parked-text') : undefined}>
      <ActionNotice action={action} context="municipality" />
      <div ref={list} tabIndex={-1} role="group" aria-label={t('municipality.health.parked')}>
        {edges.length === 0 ? <p>{t('municipality.health.parked-empty')}</p> : <ul className="kw-plain-list">{edges.map(({ node }) => <ParkedJobRow key={node.id} job={node} isPending={action.isPending && pressed === node.id} onRetry={() => void retry(node.id)} />)}</ul>}
      </div>
      {parkedCount > edges.length ? <p className="kw-muted">{t('municipality.health.parked-more', { shown: edges.length, count: parkedCount })}</p> : null}
    </Section>
  );
}
