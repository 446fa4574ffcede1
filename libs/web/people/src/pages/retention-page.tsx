import { useQuery } from '@apollo/client/react';
import type { RetentionRoundsQuery } from '@konzeptwerkstatt/web-data';
import { RetentionRoundsDocument } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import type { Column } from '@konzeptwerkstatt/web-ui';
import { DataTable, EmptyState, Loading, PageHeader, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import '../catalogue.js';

type Round = RetentionRoundsQuery['retentionRounds'][number];

/** When personal data was deleted because its time had come, and how much; counts only. */
export default function RetentionPage() {
  const t = useText();
  const { instant } = useLanguage();
  const { data, error, refetch } = useQuery(RetentionRoundsDocument, { fetchPolicy: 'cache-and-network' });
  const inWords = ({ deleted }: Round): string => {
    const found = deleted.filter(({ count }) => count > 0);
    return found.length === 0 ? t('people.retention.nothing') : found.map(({ kind, count }) => t('people.retention.count', { count, kind: t(`people.retention-kind.${kind}`) })).join(', ');
  };
  const columns: Column<Round>[] = [
    { id: 'ran', header: t('people.retention.ran'), isRowHeader: true, cell: ({ ranAt }) => instant(ranAt) },
    { id: 'deleted', header: t('people.retention.deleted'), width: 'wide', cell: inWords },
  ];
  return (
    <>
      <PageHeader title={t('people.retention.title')}>{t('people.retention.lead')}</PageHeader>
      {error && !data ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={4} /> : null}
      {data ? <DataTable caption={t('people.retention.title')} columns={columns} groups={[{ id: 'all', rows: data.retentionRounds }]} rowId={({ id }) => id} empty={<EmptyState icon="history" title={t('people.retention.empty')}>{t('people.retention.empty-text')}</EmptyState>} /> : null}
    </>
  );
}
