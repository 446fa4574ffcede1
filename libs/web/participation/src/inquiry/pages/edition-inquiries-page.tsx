import { useQuery } from '@apollo/client/react';
import type { EditionInquiriesQuery } from '@konzeptwerkstatt/web-data';
import { EditionInquiriesDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { DataTable, EmptyState, LinkButton, Loading, Original, PageHeader, StatusTag, TextLink, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useParams } from 'react-router';
import '../../catalogue.js';
import '../../participation.css';
import { UnaskedParties } from '../office/unasked-parties.js';
import { inquiryPath, newInquiryPath } from '../places.js';

type Row = NonNullable<EditionInquiriesQuery['edition']>['inquiries'][number];

const countOf = ({ recipients }: Row): number => recipients.filter(({ state }) => state === 'ANSWERED' || state === 'RELEASED').length;

/** The inquiries about a concept, for those who run them. */
export default function EditionInquiriesPage() {
  const t = useText();
  const { moment: deadline } = useTownTime();
  const { editionId = '' } = useParams();
  const { data, error, refetch } = useQuery(EditionInquiriesDocument, { variables: { edition: editionId }, fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={6} />;
  const { edition } = data;
  if (!edition?.mayManageInquiries) return <NotFoundPage />;
  const columns = [
    { id: 'title', header: t('participation.inquiry.title'), isRowHeader: true, width: 'wide' as const, cell: (row: Row) => <><TextLink href={inquiryPath(row.uuid)}><Original>{row.title}</Original></TextLink>{row.isExample ? <> <StatusTag>{t('participation.inquiry.example')}</StatusTag></> : null}</> },
    { id: 'kind', header: t('participation.inquiry.kind'), cell: (row: Row) => t(`participation.inquiry-kind.${row.kind}`) },
    { id: 'closesAt', header: t('participation.inquiry.deadline'), cell: (row: Row) => (row.state === 'CLOSED' ? t('participation.inquiry.closed') : deadline(row.closesAt)) },
    { id: 'answered', header: t('participation.inquiry.answered'), cell: (row: Row) => t('participation.inquiry.answered-of', { done: countOf(row), total: row.recipients.length }) },
    { id: 'late', header: t('participation.inquiry.late'), align: 'end' as const, cell: (row: Row) => row.recipients.filter(({ isLate }) => isLate).length },
  ];
  return (
    <>
      <PageHeader title={t('participation.inquiry.list')} breadcrumbs={[{ label: edition.title, href: `/konzepte/${edition.uuid}` }, { label: t('participation.inquiry.list') }]}
        actions={<LinkButton variant="primary" icon="add" href={newInquiryPath(edition.uuid)}>{t('participation.inquiry.new')}</LinkButton>}>{t('participation.inquiry.list-lead')}</PageHeader>
      <div className="kw-stack">
        <UnaskedParties edition={edition} />
        {edition.inquiries.length === 0
          ? <EmptyState icon="comment" title={t('participation.inquiry.none')}>{t('participation.inquiry.none-text')}</EmptyState>
          : <DataTable caption={t('participation.inquiry.list')} columns={columns} groups={[{ id: 'all', rows: edition.inquiries }]} rowId={({ id }) => id} />}
      </div>
    </>
  );
}
