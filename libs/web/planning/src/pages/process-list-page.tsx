import { useQuery } from '@apollo/client/react';
import { ProcessListDocument, useAllPages } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice, useShellSession } from '@konzeptwerkstatt/web-shell';
import { Card, CardGrid, EmptyState, LinkButton, Loading, Original, PageHeader, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import '../catalogue.js';

/** Processes one may see. */
export default function ProcessListPage() {
  const t = useText();
  const session = useShellSession();
  const mayStart = session.status === 'signed-in' && session.mayAdminister;
  const { data, error, refetch, fetchMore } = useQuery(ProcessListDocument);
  useAllPages(data?.processes.pageInfo, (after) => fetchMore({ variables: { after } }));
  const processes = data?.processes.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <PageHeader title={t('planning.list.title')} actions={mayStart ? <LinkButton variant="primary" icon="add" href="/prozesse/vorlagen">{t('planning.templates.begin')}</LinkButton> : undefined}>{t('planning.list.lead')}</PageHeader>
      {error && !data ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={5} /> : null}
      {data && processes.length === 0 ? <EmptyState icon="process" title={t('planning.list.empty')}>{t('planning.list.empty-text')}</EmptyState> : null}
      {processes.length > 0 ? (
        <CardGrid>
          {processes.map((process) => (
            <Card key={process.id} level={2} preline={process.municipality.name} title={<Original>{process.title}</Original>} href={`/prozesse/${process.uuid}`} footer={process.isExample ? <StatusTag>{t('planning.process.example')}</StatusTag> : null}>
              <p className="kw-clamp"><Original>{process.summary}</Original></p>
            </Card>
          ))}
        </CardGrid>
      ) : null}
    </>
  );
}
