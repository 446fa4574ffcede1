import { useQuery } from '@apollo/client/react';
import type { IndicatorListQuery } from '@konzeptwerkstatt/web-data';
import { IndicatorListDocument, useAllPages } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import type { Column } from '@konzeptwerkstatt/web-ui';
import { DataTable, EmptyState, Loading, Original, PageHeader, StatusTag, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import '../catalogue.js';
import { Direction } from '../indicator/direction.js';
import { periodOf, valueText } from '../observation/observation-text.js';

type Indicator = IndicatorListQuery['indicators']['edges'][number]['node'];

/** The latest value of the own municipality, or that there is none yet. */
function LatestValue({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const { quantity } = useLanguage();
  const latest = indicator.latestObservation;
  if (!latest) return <StatusTag tone="warning">{t('monitoring.list.no-data')}</StatusTag>;
  return (
    <>
      {valueText(latest, indicator, t, quantity)}
      {latest.missingReason ? <span className="kw-muted"><br /><Original>{latest.missingReason}</Original></span> : null}
    </>
  );
}

/** All indicators of the municipality with their latest value. */
export default function IndicatorListPage() {
  const t = useText();
  const { compare, partialDate } = useLanguage();
  const { data, error, refetch, fetchMore } = useQuery(IndicatorListDocument);
  useAllPages(data?.indicators.pageInfo, (after) => fetchMore({ variables: { after } }));
  const indicators = (data?.indicators.edges.map(({ node }) => node) ?? []).sort((a, b) => compare(a.name, b.name));

  const columns: Column<Indicator>[] = [
    { id: 'name', header: t('monitoring.list.name'), isRowHeader: true, width: 'wide', cell: (indicator) => <span className="kw-cluster"><TextLink href={`/indikatoren/${indicator.uuid}`}><Original>{indicator.name}</Original></TextLink>{indicator.isExample ? <StatusTag>{t('monitoring.indicator.example')}</StatusTag> : null}</span> },
    { id: 'value', header: t('monitoring.list.latest'), align: 'end', cell: (indicator) => <LatestValue indicator={indicator} /> },
    { id: 'period', header: t('monitoring.list.period'), cell: ({ latestObservation }) => (latestObservation ? partialDate(periodOf(latestObservation)) : '–') },
    { id: 'direction', header: t('monitoring.list.direction'), cell: ({ direction }) => <Direction direction={direction} /> },
  ];
  return (
    <>
      <PageHeader title={t('monitoring.list.title')}>{t('monitoring.list.lead')}</PageHeader>
      {error && !data ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={8} /> : null}
      {data ? (
        <DataTable caption={t('monitoring.list.title')} columns={columns} groups={[{ id: 'all', rows: indicators }]} rowId={({ id }) => id}
          empty={<EmptyState icon="chart" title={t('monitoring.list.empty')}>{t('monitoring.list.empty-text')}</EmptyState>} />
      ) : null}
    </>
  );
}
