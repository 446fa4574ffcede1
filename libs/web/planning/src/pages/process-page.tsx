import { useQuery } from '@apollo/client/react';
import type { ProcessPageQuery } from '@konzeptwerkstatt/web-data';
import { ProcessPageDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice, usePageTitle, useShellSession } from '@konzeptwerkstatt/web-shell';
import { Loading, Original, PageHeader, Section, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../catalogue.js';
import { Documents } from '../plan/documents.js';
import { Examples } from '../plan/examples.js';
import { NextSteps } from '../plan/next-steps.js';
import { Phases } from '../plan/phases.js';
import { Gatherings } from '../process/gatherings.js';
import { AnswersFirst } from '../process/answers-first.js';
import { Bodies } from '../process/bodies.js';
import { ProcessEditions } from '../process/process-editions.js';
import { Calendar } from '../process/calendar.js';
import { TakeAlong } from '../process/take-along.js';
import { Steps } from '../process/steps.js';
import { Roles } from '../roles/roles.js';

type Process = NonNullable<ProcessPageQuery['process']>;

function ProcessFacts({ process }: { process: Process }) {
  const t = useText();
  const session = useShellSession();
  usePageTitle(process.title);
  return (
    <>
      <PageHeader
        title={process.title}
        preline={process.municipality.name}
        breadcrumbs={[{ label: t('planning.list.title'), href: '/prozesse' }, { label: process.title }]}
        status={
          <>
            {process.isExample ? <StatusTag>{t('planning.process.example')}</StatusTag> : null}
            {process.isStanding ? <StatusTag>{t('planning.template.standing')}</StatusTag> : null}
            {process.isYearly ? <StatusTag>{t('planning.template.yearly')}</StatusTag> : null}
          </>
        }
        actions={process.mayManage ? <TakeAlong process={process} mayKeep={session.status === 'signed-in' && session.mayAdminister} /> : undefined}
      >
        <Original>{process.summary}</Original>
      </PageHeader>
      <NextSteps process={process} />
      <Phases process={process} />
      <Gatherings process={process} />
      <Section title={t('planning.editions.title')}>
        <ProcessEditions editions={process.editions.edges.map(({ node }) => node)} />
      </Section>
      <Documents documents={process.documents} exampleName={process.exampleName} />
      <Steps processId={process.id} mayManage={process.mayManage} steps={process.steps.edges.map(({ node }) => node)} />
      <Bodies processId={process.id} mayManage={process.mayManage} bodies={process.bodies.edges.map(({ node }) => node)} exampleName={process.exampleName} />
      <Roles process={process} />
      {process.mayManage ? <AnswersFirst processId={process.id} days={process.consentDays} /> : null}
      <Calendar processId={process.id} hasFeed={process.hasCalendarFeed} />
      {process.history.length > 0 ? <Section title={t('planning.example.more', { name: process.exampleName ?? '' })}><Examples examples={process.history} exampleName={process.exampleName} /></Section> : null}
      {process.sourceNote ? <p className="kw-source-note kw-muted">{t('planning.process.source')} <Original>{process.sourceNote}</Original></p> : null}
    </>
  );
}

/** One process: what it is, when what happened, who takes part, which concepts come of it. */
export default function ProcessPage() {
  const { processId = '' } = useParams();
  const { data, error, refetch } = useQuery(ProcessPageDocument, { variables: { uuid: processId } });
  if (data?.process) return <ProcessFacts process={data.process} />;
  if (error) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  return data ? <NotFoundPage /> : <Loading lines={8} />;
}
