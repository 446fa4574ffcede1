import { useQuery } from '@apollo/client/react';
import type { ProcessPageQuery } from '@konzeptwerkstatt/web-data';
import { ProcessPageDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice, usePageTitle } from '@konzeptwerkstatt/web-shell';
import { Loading, Original, PageHeader, Section, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../catalogue.js';
import { Bodies } from '../process/bodies.js';
import { ProcessEditions } from '../process/process-editions.js';
import { Steps } from '../process/steps.js';
import { Roles } from '../roles/roles.js';

type Process = NonNullable<ProcessPageQuery['process']>;

function ProcessFacts({ process }: { process: Process }) {
  const t = useText();
  usePageTitle(process.title);
  return (
    <>
      <PageHeader
        title={process.title}
        preline={process.municipality.name}
        breadcrumbs={[{ label: t('planning.list.title'), href: '/prozesse' }, { label: process.title }]}
        status={process.isExample ? <StatusTag>{t('planning.process.example')}</StatusTag> : null}
      >
        <Original>{process.summary}</Original>
      </PageHeader>
      <Section title={t('planning.editions.title')}>
        <ProcessEditions editions={process.editions.edges.map(({ node }) => node)} />
      </Section>
      <Steps processId={process.id} mayManage={process.mayManage} steps={process.steps.edges.map(({ node }) => node)} />
      <Section title={t('planning.bodies.title')} description={t('planning.bodies.lead')}>
        <Bodies bodies={process.bodies.edges.map(({ node }) => node)} />
      </Section>
      <Roles process={process} />
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
