import type { ObservationFactsFragment } from '@konzeptwerkstatt/web-data';
import type { Column, RowGroup } from '@konzeptwerkstatt/web-ui';
import { Button, DataTable, EmptyState, Notice, Original, Section, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import type { Indicator, PageObservation } from '../chart/chart-model.js';
import { breakdownText } from './breakdown-text.js';
import { periodOf, valueText } from './observation-text.js';
import { RecordObservation } from './record-observation.js';

/** Values of one region together: the own municipality first, the others by name; in each the latest period first. */
function groupByRegion(observations: readonly PageObservation[], ownRegionId: string | null, compare: (a: string, b: string) => number): RowGroup<PageObservation>[] {
  const regions = new Map(observations.map(({ region }) => [region.id, region.label]));
  return [...regions]
    .sort((a, b) => Number(b[0] === ownRegionId) - Number(a[0] === ownRegionId) || compare(a[1], b[1]))
    .map(([id, title]) => ({
      id,
      title,
      rows: observations.filter(({ region }) => region.id === id).sort((a, b) => compare(b.periodTo ?? '', a.periodTo ?? '') || compare(a.breakdown, b.breakdown)),
    }));
}

/** What stood there before it was corrected. */
function Earlier({ observation, indicator }: { observation: PageObservation; indicator: Indicator }) {
  const t = useText();
  const { day, quantity } = useLanguage();
  if (observation.earlier.length === 0) return null;
  return (
    <details className="kw-earlier">
      <summary>{t('monitoring.observations.earlier')}</summary>
      <ul>{observation.earlier.map((before) => <li key={before.id}>{t('monitoring.observations.earlier-value', { value: valueText(before, indicator, t, quantity), status: t(`monitoring.status.${before.status}`), day: day(before.recordedAt, 'medium') })}</li>)}</ul>
    </details>
  );
}

/** What follows from the counts of a share, where that is not what it says. */
function useDisagreementText(indicator: Indicator): (observation: PageObservation) => string | null {
  const t = useText();
  const { quantity, number } = useLanguage();
  return (observation) => {
    const { shareDisagreement } = observation;
    if (shareDisagreement === null) return null;
    const { computed, numerator, denominator } = shareDisagreement;
    const share = (value: string) => quantity(value, { key: indicator.unit, label: indicator.unitLabel }, observation.decimals);
    return t('monitoring.observations.share', { computed: share(computed), stated: share(observation.value ?? ''), numerator: number(numerator), denominator: number(denominator) });
  };
}

/** Every share of the page that does not follow from its counts. */
function Disagreements({ observations, indicator }: { observations: readonly PageObservation[]; indicator: Indicator }) {
  const t = useText();
  const { partialDate } = useLanguage();
  const textOf = useDisagreementText(indicator);
  const found = observations.flatMap((observation) => {
    const sentence = textOf(observation);
    return sentence === null ? [] : [{ id: observation.id, text: t('monitoring.observations.disagreement', { region: observation.region.label, period: partialDate(periodOf(observation)), sentence }) }];
  });
  if (found.length === 0) return null;
  return <Notice tone="warning" title={t('monitoring.observations.disagreements', { count: found.length })}><ul>{found.map(({ id, text }) => <li key={id}><bdi>{text}</bdi></li>)}</ul></Notice>;
}

/** What stands beside a value: why there is none, how settled it is, what to mind, what stood there before. */
function Remarks({ observation, indicator }: { observation: PageObservation; indicator: Indicator }) {
  const t = useText();
  const disagreement = useDisagreementText(indicator)(observation);
  const { definition, isSuppressed, missingReason, status, note } = observation;
  const isOfBefore = definition.version !== indicator.definition.version;
  const lines = [
    isSuppressed ? t('monitoring.observations.suppressed') : null, missingReason, status === 'FINAL' ? null : t(`monitoring.status.${status}`),
    isOfBefore ? t('monitoring.observations.other-counting', { version: definition.version }) : null, disagreement, note,
  ].filter((line) => line !== null);
  if (lines.length === 0 && observation.earlier.length === 0) return '–';
  return <>{lines.map((line) => <div key={line}><bdi>{line}</bdi></div>)}<Earlier observation={observation} indicator={indicator} /></>;
}

/** Where a value comes from, and when it was taken from there. */
function Source({ observation: { source, retrievedOn } }: { observation: PageObservation }) {
  const t = useText();
  const { day } = useLanguage();
  if (!source && !retrievedOn) return '–';
  return <>{source ? <Original>{source}</Original> : null}{retrievedOn ? <div className="kw-muted">{t('monitoring.observations.retrieved', { day: day(retrievedOn, 'medium') })}</div> : null}</>;
}

/** All values of an indicator. Those who may record new ones, and correct those that stand. */
export function Observations({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const { compare, partialDate, quantity } = useLanguage();
  const [form, setForm] = useState<{ corrected: ObservationFactsFragment | null } | null>(null);
  const observations = indicator.observations.edges.map(({ node }) => node);
  const ownRegionId = indicator.ownRegion?.id ?? null;

  const columns: Column<PageObservation>[] = [
    { id: 'period', header: t('monitoring.observations.period'), isRowHeader: true, cell: (observation) => <span className="kw-nowrap">{partialDate(periodOf(observation))}</span> },
    { id: 'value', header: t('monitoring.observations.value'), align: 'end', cell: (observation) => <bdi>{valueText(observation, indicator, t, quantity)}</bdi> },
    { id: 'group', header: t('monitoring.observations.group'), cell: ({ breakdown }) => breakdownText(breakdown, t) },
    { id: 'remarks', header: t('monitoring.observations.remarks'), cell: (observation) => <Remarks observation={observation} indicator={indicator} /> },
    { id: 'source', header: t('monitoring.observations.source'), width: 'wide', cell: (observation) => <Source observation={observation} /> },
  ];
  if (indicator.mayRecord) {
    columns.push({
      id: 'correct', header: t('monitoring.observations.action'), isForActing: true,
      // Values of other regions are for comparison.
      cell: (observation) => observation.region.id !== ownRegionId ? null : <Button size="small" icon="edit" onPress={() => setForm({ corrected: observation })}>{t('monitoring.observations.correct')}<span className="kw-visually-hidden">: {observation.region.label}, {partialDate(periodOf(observation))}</span></Button>,
    });
  }
  return (
    <Section
      title={t('monitoring.observations.title')}
      description={<>{t('monitoring.observations.lead')} <TextLink href="/quellen">{t('monitoring.observations.sources')}</TextLink></>}
      actions={indicator.mayRecord ? <Button size="small" icon="add" onPress={() => setForm({ corrected: null })}>{t('monitoring.record.title')}</Button> : undefined}
    >
      <Disagreements observations={observations} indicator={indicator} />
      <DataTable caption={t('monitoring.observations.title')} columns={columns} groups={groupByRegion(observations, ownRegionId, compare)} rowId={({ id }) => id}
        empty={<EmptyState icon="chart" title={t('monitoring.observations.empty')}>{indicator.mayRecord ? t('monitoring.observations.empty-record') : t('monitoring.observations.empty-text')}</EmptyState>} />
      {form ? <RecordObservation indicator={indicator} corrected={form.corrected} onClose={() => setForm(null)} /> : null}
    </Section>
  );
}
