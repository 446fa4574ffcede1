import { useQuery } from '@apollo/client/react';
import type { ConceptListQuery } from '@konzeptwerkstatt/web-data';
import { ConceptListDocument } from '@konzeptwerkstatt/web-data';
import { Button, Card, CardGrid, EmptyState, Loading, Original, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import '../catalogue.js';
import '../concept.css';
import { QueryFailure } from '../data/query-failure.js';
import { editionPath } from '../places.js';
import { BeginConcept } from './begin-concept.js';
import { EditionTags } from './edition-frame.js';

type Edition = ConceptListQuery['editions']['edges'][number]['node'];

function EditionCard({ edition }: { edition: Edition }) {
  const t = useText();
  const gaps = edition.gapCounts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Card level={2} href={editionPath(edition.uuid)} preline={t('concept.edition.preline', { municipality: edition.municipality.name, year: String(edition.year) })} title={edition.title} footer={<EditionTags edition={edition} />}>
      <p>{t('concept.edition.standing', { measures: edition.measures.totalCount ?? 0, gaps })}</p>
      {edition.basedOn ? <p className="kw-muted">{t(edition.correctionReason ? 'concept.comparison.corrects' : 'concept.comparison.predecessor')} <Original>{edition.basedOn.title}</Original> ({edition.basedOn.year})</p> : null}
    </Card>
  );
}

/** The editions one may see. */
export default function ConceptListPage() {
  const t = useText();
  const { data, error, refetch, fetchMore } = useQuery(ConceptListDocument);
  const editions = data?.editions;
  return (
    <>
      <PageHeader title={t('shell.title.concepts')} actions={<BeginConcept />}>{t('concept.list.lead')}</PageHeader>
      {error ? <QueryFailure error={error} onRetry={() => void refetch()} /> : null}
      {!editions && !error ? <Loading lines={5} /> : null}
      {editions?.edges.length === 0 ? <EmptyState title={t('concept.list.empty')}>{t('concept.list.empty-text')}</EmptyState> : null}
      {editions && editions.edges.length > 0 ? (
        <div className="kw-stack">
          <CardGrid>{editions.edges.map(({ node }) => <EditionCard key={node.id} edition={node} />)}</CardGrid>
          {editions.pageInfo.hasNextPage ? <div><Button onPress={() => void fetchMore({ variables: { after: editions.pageInfo.endCursor } })}>{t('concept.list.more')}</Button></div> : null}
        </div>
      ) : null}
    </>
  );
}
