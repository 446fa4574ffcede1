import { useQuery } from '@apollo/client/react';
import { comparisonModel, hasGaps, MAX_PARTS, newestCounted } from '@konzeptwerkstatt/series-chart';
import type { ChartModel } from '@konzeptwerkstatt/series-chart';
import type { IndicatorComparisonQuery } from '@konzeptwerkstatt/web-data';
import { IndicatorComparisonDocument } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import type { Column } from '@konzeptwerkstatt/web-ui';
import { DataTable, Original, Section, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import type { Indicator, PageObservation } from '../chart/chart-model.js';
import { GapEntry, LegendKey } from '../chart/marks.js';
import { SizedDrawing } from '../chart/series-drawing.js';
import { periodOf, valueText } from '../observation/observation-text.js';

type Found = NonNullable<IndicatorComparisonQuery['indicatorComparison']>;
type Value = Pick<PageObservation, 'periodFrom' | 'periodTo' | 'periodPrecision' | 'value' | 'decimals' | 'qualifier' | 'isSuppressed'> & { readonly version: number };

/** One municipality of the table, with the totals that are drawn. */
interface Row {
  readonly name: string;
  /** Its public page; null for the own one. */
  readonly path: string | null;
  readonly countsDifferently: boolean;
  readonly totals: readonly Value[];
  /** How often the own one promises a value; others do not say it. */
  readonly rhythm: Indicator['rhythm'];
}

function rowsOf({ municipalityName, others }: Found, { ownRegion, rhythm }: Indicator, observations: readonly PageObservation[]): Row[] {
  const own = observations.filter(({ region, breakdown }) => region.id === ownRegion?.id && breakdown === '').map((observation): Value => ({ ...observation, version: observation.definition.version }));
  return [
    { name: municipalityName, path: null, countsDifferently: false, totals: newestCounted(own), rhythm },
    ...others.map((other): Row => ({ name: other.municipalityName, path: other.path, countsDifferently: other.countsDifferently, totals: newestCounted(other.values.map((value): Value => ({ ...value, version: value.definitionVersion }))), rhythm: null })),
  ];
}

function Legend({ model, isComplete }: { model: ChartModel; isComplete: boolean }) {
  const t = useText();
  return (
    <figcaption>
      <ul className="kw-series__legend">
        {model.lines.map(({ look, breakdown }) => <li key={look}><LegendKey look={look} /><bdi>{breakdown}</bdi></li>)}
        {hasGaps(model) ? <GapEntry /> : null}
      </ul>
      {isComplete ? null : <p className="kw-muted">{t('monitoring.chart.more-parts', { count: MAX_PARTS })}</p>}
    </figcaption>
  );
}

function ComparedRows({ rows, indicator }: { rows: readonly Row[]; indicator: Indicator }) {
  const t = useText();
  const { partialDate, quantity } = useLanguage();
  const columns: Column<Row>[] = [
    { id: 'municipality', header: t('monitoring.comparison.municipality'), isRowHeader: true, cell: ({ name, path }) => (path === null ? <Original>{name}</Original> : <a className="kern-link" href={path}><Original>{name}</Original></a>) },
    { id: 'value', header: t('monitoring.observations.value'), align: 'end', cell: ({ totals }) => { const last = totals.at(-1); return last ? <bdi>{valueText(last, indicator, t, quantity)}</bdi> : t('monitoring.value.none'); } },
    { id: 'period', header: t('monitoring.observations.period'), cell: ({ totals }) => { const last = totals.at(-1); return last ? partialDate(periodOf(last)) : '–'; } },
    { id: 'remarks', header: t('monitoring.observations.remarks'), cell: ({ path, countsDifferently }) => (path === null ? t('monitoring.comparison.own') : countsDifferently ? t('monitoring.comparison.counts-differently') : '–') },
  ];
  return <DataTable caption={t('monitoring.comparison.title')} columns={columns} groups={[{ id: 'all', rows }]} rowId={({ name, path }) => path ?? name} />;
}

/** The drawing; who does not see it is told the latest value of each municipality in it. */
function ComparedDrawing({ model, drawn, indicator }: { model: ChartModel; drawn: readonly Row[]; indicator: Indicator }) {
  const t = useText();
  const { partialDate, quantity } = useLanguage();
  const latest = drawn.slice(0, model.lines.length).flatMap(({ name, totals }) => totals.slice(-1).map((last) => `${name}: ${valueText(last, indicator, t, quantity)} (${partialDate(periodOf(last))})`));
  const label = `${t('monitoring.comparison.title')}. ${latest.join('; ')}`;
  return (
    <figure className="kw-series">
      <SizedDrawing model={model} path={null} corridor={null} label={label} />
      <Legend model={model} isComplete={drawn.length <= MAX_PARTS} />
    </figure>
  );
}

/** The indicator beside that of other municipalities, as far as they have let everybody read it; nothing where none has. */
export function Comparison({ indicator, observations }: { indicator: Indicator; observations: readonly PageObservation[] }) {
  const t = useText();
  const { data, error, refetch } = useQuery(IndicatorComparisonDocument, { variables: { uuid: indicator.uuid }, fetchPolicy: 'cache-and-network' });
  const found = data?.indicatorComparison;
  if (error && !found) return <Section title={t('monitoring.comparison.title')}><RequestFailureNotice error={error} onRetry={() => void refetch()} /></Section>;
  if (!found || found.others.length === 0) return null;
  const rows = rowsOf(found, indicator, observations);
  const drawn = rows.filter(({ totals }) => totals.length > 0);
  const model = comparisonModel(drawn);
  return (
    <Section title={t('monitoring.comparison.title')} description={`${t('monitoring.comparison.lead')}${found.isLimited ? ` ${t('monitoring.comparison.limited', { count: found.others.length })}` : ''}`}>
      {model.lines.length === 0 ? null : <ComparedDrawing model={model} drawn={drawn} indicator={indicator} />}
      <ComparedRows rows={rows} indicator={indicator} />
    </Section>
  );
}
