import { useQuery } from '@apollo/client/react';
import type { IndicatorListQuery } from '@konzeptwerkstatt/web-data';
import { IndicatorListDocument, useAllPages } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import type { Column } from '@konzeptwerkstatt/web-ui';
import { Button, DataTable, EmptyState, Judgement, LinkButton, Loading, Original, PageHeader, StatusTag, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import '../catalogue.js';
import '../monitoring.css';
import { Direction } from '../indicator/direction.js';
import { IndicatorForm } from '../indicator/indicator-form.js';
import { StartersDialog } from '../settings/starters-dialog.js';
import { ThresholdDialog } from '../settings/threshold-dialog.js';
import { periodOf, valueText } from '../observation/observation-text.js';

type Indicator = IndicatorListQuery['indicators']['edges'][number]['node'];

/** The latest value of the own municipality, or that there is none yet. */
function LatestValue({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const { quantity } = useLanguage();
  const latest = indicator.latestObservation;
  // What is only counted by groups has no total, but it has values.
  if (!latest && indicator.latestPart) return t('monitoring.list.parts');
  if (!latest) return <StatusTag tone="warning">{t('monitoring.list.no-data')}</StatusTag>;
  return (
    <>
      {valueText(latest, indicator, t, quantity)}
      {latest.missingReason ? <span className="kw-muted"><br /><Original>{latest.missingReason}</Original></span> : null}
    </>
  );
}

/** How the latest value stands, and whether the next one is missed. */
function State({ indicator: { assessment, overdueSince } }: { indicator: Indicator }) {
  const t = useText();
  const { day } = useLanguage();
  if (!assessment && !overdueSince) return '–';
  return (
    <>
      {assessment ? <Judgement judgement={assessment.judgement} /> : null}
      {overdueSince ? <StatusTag tone="warning">{t('monitoring.indicator.overdue', { day: day(overdueSince, 'medium') })}</StatusTag> : null}
    </>
  );
}

type Monitoring = NonNullable<IndicatorListQuery['monitoring']>;

/** What one may do here: define an indicator, take over some of the starter set, set below which number people are not shown. */
function ListActions({ monitoring }: { monitoring: Monitoring }) {
  const t = useText();
  const [open, setOpen] = useState<'form' | 'starters' | 'threshold' | null>(null);
  const { mayRecord, starters, maySetThreshold, suppressionThreshold } = monitoring;
  return (
    <>
      {maySetThreshold ? <Button icon="settings" onPress={() => setOpen('threshold')}>{t('monitoring.threshold.open')}</Button> : null}
      {mayRecord && starters.length > 0 ? <Button icon="tasks" onPress={() => setOpen('starters')}>{t('monitoring.list.add-starters', { count: starters.length })}</Button> : null}
      {mayRecord ? <LinkButton icon="document" href="/indikatoren/einlesen">{t('monitoring.import.action')}</LinkButton> : null}
      {mayRecord ? <Button variant="primary" icon="add" onPress={() => setOpen('form')}>{t('monitoring.list.add')}</Button> : null}
      {open === 'form' ? <IndicatorForm indicator={null} onClose={() => setOpen(null)} /> : null}
      {open === 'starters' ? <StartersDialog starters={starters} onClose={() => setOpen(null)} /> : null}
      {open === 'threshold' ? <ThresholdDialog threshold={suppressionThreshold} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

/** All indicators of the municipality with their latest value, how it stands, and which are overdue. */
export default function IndicatorListPage() {
  const t = useText();
  const { compare, partialDate } = useLanguage();
  const { data, error, refetch, fetchMore } = useQuery(IndicatorListDocument);
  useAllPages(data?.indicators.pageInfo, (after) => fetchMore({ variables: { after } }));
  const indicators = (data?.indicators.edges.map(({ node }) => node) ?? []).sort((a, b) => compare(a.name, b.name));

  const columns: Column<Indicator>[] = [
    { id: 'name', header: t('monitoring.list.name'), isRowHeader: true, width: 'wide', cell: (indicator) => <span className="kw-cluster"><TextLink href={`/indikatoren/${indicator.uuid}`}><Original>{indicator.name}</Original></TextLink>{indicator.isExample ? <StatusTag>{t('monitoring.indicator.example')}</StatusTag> : null}</span> },
    { id: 'value', header: t('monitoring.list.latest'), align: 'end', cell: (indicator) => <LatestValue indicator={indicator} /> },
    { id: 'period', header: t('monitoring.list.period'), cell: ({ latestObservation, latestPart }) => { const latest = latestObservation ?? latestPart; return latest ? <span className="kw-nowrap">{partialDate(periodOf(latest))}</span> : '–'; } },
    { id: 'direction', header: t('monitoring.list.direction'), cell: ({ direction }) => <Direction direction={direction} /> },
    { id: 'state', header: t('monitoring.list.state'), cell: (indicator) => <State indicator={indicator} /> },
  ];
  return (
    <>
      <PageHeader title={t('monitoring.list.title')} actions={data?.monitoring ? <ListActions monitoring={data.monitoring} /> : undefined}>{t('monitoring.list.lead')}</PageHeader>
      {error && !data ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading lines={8} /> : null}
      {data ? (
        <DataTable caption={t('monitoring.list.title')} columns={columns} groups={[{ id: 'all', rows: indicators }]} rowId={({ id }) => id}
          empty={<EmptyState icon="chart" title={t('monitoring.list.empty')}>{t(data.monitoring?.mayRecord ? 'monitoring.list.empty-record' : 'monitoring.list.empty-text')}</EmptyState>} />
      ) : null}
    </>
  );
}
