import { chartChoices, chartModel, drawnPathOf, hasGaps, MAX_PARTS, onlyPoint, partsOf } from '@konzeptwerkstatt/series-chart';
import { Button, ButtonGroup, EmptyState, handOutFile, LinkButton, Section, Select, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useRef, useState } from 'react';
import { breakdownText, dimensionText } from '../observation/breakdown-text.js';
import { periodOf, valueText } from '../observation/observation-text.js';
import type { Indicator, PageChart, PageObservation } from './chart-model.js';
import { chartPng, chartSvg, legendBeside } from './chart-picture.js';
import { GapEntry, LegendKey, PathEntry } from './marks.js';
import { SizedDrawing } from './series-drawing.js';
import { chartSentences } from './summary.js';
import type { Wording } from './summary.js';

const TOTALS = 'alle';

function useWording(indicator: Indicator): Wording {
  const { unit, unitLabel, decimals } = indicator;
  const t = useText();
  const { quantity, partialDate } = useLanguage();
  const written = (value: string | number, key: string, label: string) => quantity(typeof value === 'number' ? value.toFixed(decimals) : value, { key, label }, decimals);
  return {
    t,
    stated: (observation) => valueText(observation, indicator, t, quantity),
    value: (value) => written(value, unit, unitLabel),
    distance: (value) => (unit === 'percent' ? written(value, 'percentage_points', t('monitoring.unit.points')) : written(value, unit, unitLabel)),
    period: (observation: PageObservation) => partialDate(periodOf(observation)),
  };
}

function Legend({ model, hasPath, isComplete }: { model: PageChart; hasPath: boolean; isComplete: boolean }) {
  const t = useText();
  const parts = [...new Map(model.lines.map(({ breakdown, look }) => [breakdown, look]))];
  return (
    <>
      <ul className="kw-series__legend">
        {parts.map(([breakdown, look]) => <li key={breakdown}><LegendKey look={look} /><bdi>{breakdownText(breakdown, t)}</bdi></li>)}
        {hasPath ? <PathEntry /> : null}
        {hasGaps(model) ? <GapEntry /> : null}
      </ul>
      {isComplete ? null : <p className="kw-muted">{t('monitoring.chart.more-parts', { count: MAX_PARTS })}</p>}
    </>
  );
}

/** Files of the values, and the chart as a picture where there is one. */
function Downloads({ indicator, onPicture }: { indicator: Indicator; onPicture: ((form: 'svg' | 'png') => void) | null }) {
  const t = useText();
  const { files } = indicator;
  return (
    <div className="kw-no-print">
      <ButtonGroup label={t('monitoring.chart.downloads')}>
        {onPicture === null ? null : (
          <>
            <Button size="small" icon="download" onPress={() => onPicture('png')}>{t('monitoring.chart.png')}</Button>
            <Button size="small" icon="download" onPress={() => onPicture('svg')}>{t('monitoring.chart.svg')}</Button>
          </>
        )}
        <LinkButton size="small" icon="download" href={files.workbook} download="">{t('monitoring.chart.workbook')}</LinkButton>
        <LinkButton size="small" icon="download" href={files.germanLong} download="">{t('monitoring.chart.csv-long')}</LinkButton>
        <LinkButton size="small" icon="download" href={files.germanWide} download="">{t('monitoring.chart.csv-wide')}</LinkButton>
        <LinkButton size="small" icon="download" href={files.machineLong} download="">{t('monitoring.chart.csv-machine')}</LinkButton>
      </ButtonGroup>
    </div>
  );
}

type Choice = ReturnType<typeof chartChoices>[number];

interface RegionChartProps {
  indicator: Indicator;
  observations: readonly PageObservation[];
  choices: readonly Choice[];
  region: Choice;
  onRegion: (id: string | null) => void;
}

interface ControlsProps extends Pick<RegionChartProps, 'choices' | 'region' | 'onRegion'> {
  dimension: string | null;
  onDimension: (id: string | null) => void;
}

/** Which region is looked at, and whether as a whole or by its parts; nothing where there is nothing to choose. */
function Controls({ choices, region, dimension, onRegion, onDimension }: ControlsProps) {
  const t = useText();
  if (choices.length < 2 && region.dimensions.length < 2) return null;
  return (
    <div className="kw-series__controls">
      {choices.length > 1 ? <Select label={t('monitoring.chart.region')} value={region.id} onChange={onRegion} options={choices.map(({ id, label }) => ({ id, label }))} /> : null}
      {region.dimensions.length > 1 ? (
        <Select label={t('monitoring.chart.by')} value={dimension ?? TOTALS} onChange={onDimension}
          options={region.dimensions.map((id) => ({ id: id ?? TOTALS, label: id === null ? t('monitoring.chart.totals') : dimensionText(id, t) }))} />
      ) : null}
    </div>
  );
}

/** Hands out the drawing as a picture with a title, what its lines mean, and where the figures come from. */
function usePicture({ indicator, observations, region }: RegionChartProps, { hidden }: PageChart) {
  const t = useText();
  const { direction } = useLanguage();
  const drawing = useRef<SVGSVGElement>(null);
  const source = observations.find((observation) => observation.region.id === region.id && observation.source !== null)?.source ?? null;
  const handOut = async (form: 'svg' | 'png') => {
    if (!drawing.current) return;
    const svg = chartSvg(drawing.current, { title: `${indicator.name}: ${region.label} (${indicator.unitLabel})`, direction, legend: legendBeside(drawing.current), notes: [...(hidden.length > 0 ? [t('monitoring.summary.hidden')] : []), ...(source === null ? [] : [t('monitoring.chart.source', { source })])] });
    handOutFile(form === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await chartPng(svg), `${indicator.name}.${form}`);
  };
  return { drawing, handOut };
}

/** One value alone needs no drawing: it is read. */
function SingleValue({ observation, wording: { t, stated, period } }: { observation: PageObservation; wording: Wording }) {
  return <p className="kw-series__single"><strong>{stated(observation)}</strong> <span className="kw-muted"><bdi>{breakdownText(observation.breakdown, t)}</bdi>, {period(observation)}</span></p>;
}

/** The series of one region: what they say in words, the drawing, and the files. */
function RegionChart(props: RegionChartProps) {
  const t = useText();
  const { indicator, observations, region } = props;
  const wording = useWording(indicator);
  const [chosen, setDimension] = useState<string | null>(null);
  const dimension = region.dimensions.find((candidate) => (candidate ?? TOTALS) === chosen) ?? (chosen === TOTALS ? null : region.dimensions[0] ?? null);
  const model = chartModel(observations, { regionId: region.id, dimension }, indicator.rhythm);
  const { drawing, handOut } = usePicture(props, model);
  const path = drawnPathOf({ ...indicator, isOfGap: indicator.direction === 'REDUCE_GAP' }, model);
  const { corridorLow, corridorHigh } = indicator;
  const corridor = corridorLow === null || corridorHigh === null ? null : { low: Number(corridorLow), high: Number(corridorHigh) };
  // Judged is the own municipality as a whole, or the distance between its groups.
  const isJudged = region.id === indicator.ownRegion?.id && (dimension === null || (dimension === 'group' && indicator.direction === 'REDUCE_GAP'));
  const sentences = chartSentences(model, indicator, isJudged, wording).join(' ');
  const only = path === null ? onlyPoint(model) : null;
  return (
    <figure className="kw-series">
      <Controls {...props} dimension={dimension} onDimension={setDimension} />
      {sentences === '' ? null : <p>{sentences}</p>}
      {only === null ? (
        <>
          <SizedDrawing ref={drawing} model={model} path={path} corridor={corridor} label={sentences === '' ? t('monitoring.chart.title') : sentences} />
          <figcaption><Legend model={model} hasPath={path !== null} isComplete={partsOf(observations, { regionId: region.id, dimension }).length <= MAX_PARTS} /></figcaption>
        </>
      ) : <SingleValue observation={only.observation} wording={wording} />}
      <Downloads indicator={indicator} onPicture={only === null ? (form) => void handOut(form) : null} />
    </figure>
  );
}

/** The values as a series. The table of values stands below it on the page. */
export function SeriesChart({ indicator, observations }: { indicator: Indicator; observations: readonly PageObservation[] }) {
  const t = useText();
  const [chosen, setRegion] = useState<string | null>(null);
  const choices = chartChoices(observations);
  const region = choices.find(({ id }) => id === (chosen ?? indicator.ownRegion?.id)) ?? choices[0];
  return (
    <Section title={t('monitoring.chart.title')}>
      {region
        ? <RegionChart key={region.id} indicator={indicator} observations={observations} choices={choices} region={region} onRegion={setRegion} />
        : <EmptyState icon="chart" title={t('monitoring.chart.empty')}>{t('monitoring.chart.empty-text')}</EmptyState>}
    </Section>
  );
}
