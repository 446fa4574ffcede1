import { useQuery } from '@apollo/client/react';
import { ConceptCheckDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { LinkButton, Loading, Original, PageHeader, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../catalogue.js';
import { CheckList } from '../check/check-list.js';
import '../check/check.css';
import { editionContributionsPath, figuresPath } from '../places.js';

/** A concept beside the success factors and attributes of the source: what can be seen by counting, and how those who take part see it. */
export default function CheckPage() {
  const t = useText();
  const { editionId = '' } = useParams();
  const { data, error, refetch } = useQuery(ConceptCheckDocument, { variables: { edition: editionId } });
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={10} />;
  const { edition } = data;
  if (!edition?.check || !edition.assessments) return <NotFoundPage />;
  return (
    <>
      <PageHeader title={t('participation.check.title')} breadcrumbs={[{ label: edition.title, href: `/konzepte/${edition.uuid}` }, { label: t('participation.register.title'), href: editionContributionsPath(edition.uuid) }, { label: t('participation.check.title') }]}
        actions={<LinkButton href={figuresPath(edition.uuid)}>{t('participation.figures.title')}</LinkButton>}>
        {t('participation.check.lead')}
      </PageHeader>
      <CheckList key={edition.id} editionId={edition.id} editionUuid={edition.uuid} mayAsk={edition.mayManageInquiries} criteria={edition.check.criteria} assessments={edition.assessments} />
      <p className="kw-source-note">{t('participation.check.source')} <Original>{edition.check.source}</Original> <TextLink href="/quellen">{t('participation.check.sources')}</TextLink></p>
    </>
  );
}
