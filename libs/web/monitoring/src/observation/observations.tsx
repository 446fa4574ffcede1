import type { IndicatorPageQuery, ObservationFactsFragment } from '@konzeptwerkstatt/web-data';
import type { Column, RowGroup } from '@konzeptwerkstatt/web-ui';
import { Button, DataTable, EmptyState, Original, Section, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { breakdownText } from './breakdown-text.js';
import { periodOf, valueText } from './observation-text.js';
import { RecordObservation } from './record-observation.js';

type Indicator = NonNullable<IndicatorPageQuery['indicator']>;

/** Values of one region together: the own municipality first, the others by name; in each the latest period first. */
function groupByRegion(observations: readonly ObservationFactsFragment[], ownRegionId: string | null, compare: (a: string, b: string) => number): RowGroup<ObservationFactsFragment>[] {
  const regions = new Map(observations.map(({ region }) => [region.id, region.label]));
  return [...regions]
    .sort((a, b) => Number(b[0] === ownRegionId) - Number(a[0] === ownRegionId) || compare(a[1], b[1]))
    .map(([id, title]) => ({
      id,
      title,
      rows: observations.filter(({ region }) => region.id === id).sort((a, b) => compare(b.periodTo ?? '', a.periodTo ?? '') || compare(a.breakdown, b.breakdown)),
    }));
}

/** What stands beside a value: why there is none, how settled it is, what to mind. */
function Remarks({ observation }: { observation: ObservationFactsFragment }) {
  const t = useText();
  const lines = [observation.missingReason, observation.status === 'FINAL' ? null : t(`monitoring.status.${observation.status}`), observation.note].filter((line) => line !== null);
  return lines.length === 0 ? '–' : <>{lines.map((line) => <div key={line}><bdi>{line}</bdi></div>)}</>;
}

/** All values of an indicator. Those who may record new ones, and correct those that stand. */
export function Observations({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const { compare, partialDate, quantity } = useLanguage();
  const [form, setForm] = useState<{ corrected: ObservationFactsFragment | null } | null>(null);
  const observations = indicator.observations.edges.map(({ node }) => node);
  const ownRegionId = indicator.latestObservation?.region.id ?? null;

  const columns: Column<ObservationFactsFragment>[] = [
    { id: 'period', header: t('monitoring.observations.period'), isRowHeader: true, cell: (observation) => partialDate(periodOf(observation)) },
    { id: 'value', header: t('monitoring.observations.value'), align: 'end', cell: (observation) => valueText(observation, indicator, t, quantity) },
    { id: 'group', header: t('monitoring.observations.group'), cell: ({ breakdown }) => breakdownText(breakdown, t) },
    { id: 'remarks', header: t('monitoring.observations.remarks'), cell: (observation) => <Remarks observation={observation} /> },
    { id: 'source', header: t('monitoring.observations.source'), width: 'wide', cell: ({ source }) => (source ? <Original>{source}</Original> : '–') },
  ];
  if (indicator.mayRecord) {
    columns.push({
      id: 'correct', header: t('monitoring.observations.action'),
      // Values of other regions are for comparison; one of a part of the population comes with the whole table it stands in.
      cell: (observation) => observation.breakdown !== '' || observation.region.id !== ownRegionId ? null : <Button size="small" icon="edit" onPress={() => setForm({ corrected: observation })}>{t('monitoring.observations.correct')}<span className="kw-visually-hidden">: {observation.region.label}, {partialDate(periodOf(observation))}</span></Button>,
    });
  }
  return (
    <Section
      title={t('monitoring.observations.title')}
      description={<>{t('monitoring.observations.lead')} <TextLink href="/quellen">{t('monitoring.observations.sources')}</TextLink></>}
      actions={indicator.mayRecord ? <Button size="small" icon="add" onPress={() => setForm({ corrected: null })}>{t('monitoring.record.title')}</Button> : undefined}
    >
      <DataTable caption={t('monitoring.observations.title')} columns={columns} groups={groupByRegion(observations, ownRegionId, compare)} rowId={({ id }) => id}
        empty={<EmptyState icon="chart" title={t('monitoring.observations.empty')}>{indicator.mayRecord ? t('monitoring.observations.empty-record') : t('monitoring.observations.empty-text')}</EmptyState>} />
      {form ? <RecordObservation indicator={indicator} corrected={form.corrected} onClose={() => setForm(null)} /> : null}
    </Section>
  );
}
