import { useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { scaleLinear } from 'd3-scale';
import type { ScaleLinear } from 'd3-scale';
import type { Ref } from 'react';
import { useRef } from 'react';
import type { ChartModel } from './chart-model.js';
import { valueRange } from './chart-model.js';
import { DASHES, HiddenMark, Mark } from './marks.js';
import { useWidth } from './use-width.js';

const HEIGHT = 340;
const MIN_WIDTH = 260;
const margin = { top: 28, right: 20, bottom: 34, left: 60 };

type Scale = ScaleLinear<number, number>;
interface Frame { readonly x: Scale; readonly y: Scale; readonly width: number }

/** What the indicator promises, as it is drawn. */
export interface DrawnPath {
  readonly baseline: { readonly year: number; readonly value: number };
  readonly target: { readonly year: number; readonly value: number };
}

interface SeriesDrawingProps {
  model: ChartModel;
  path: DrawnPath | null;
  corridor: { readonly low: number; readonly high: number } | null;
  width: number;
  /** What the drawing shows, in a sentence. */
  label: string;
  ref: Ref<SVGSVGElement>;
}

function frameOf({ model, path, corridor, width }: SeriesDrawingProps): Frame {
  const points = model.lines.flatMap((line) => line.points);
  const years = [...points.map(({ x }) => x), ...model.hidden, ...(path ? [path.baseline.year, path.target.year] : [])];
  const values = [...points.map(({ value }) => value), ...(path ? [path.baseline.value, path.target.value] : []), ...(corridor ? [corridor.low, corridor.high] : [])];
  const [first, last] = [Math.floor(Math.min(...years)), Math.ceil(Math.max(...years))];
  return {
    width,
    x: scaleLinear([first === last ? first - 1 : first, first === last ? last + 1 : last], [margin.left + 12, width - margin.right - 12]),
    y: scaleLinear(valueRange(values.length === 0 ? [0, 1] : values), [HEIGHT - margin.bottom, margin.top]).nice(5),
  };
}

function Axes({ x, y, width }: Frame) {
  const { number } = useLanguage();
  const step = y.ticks(5);
  const decimals = Math.max(0, ...step.map((tick) => /\.(\d+)/.exec(String(Number(tick.toFixed(6))))?.[1]?.length ?? 0));
  const years = x.ticks(Math.max(2, Math.floor(width / 90))).filter(Number.isInteger);
  return (
    <>
      {step.map((tick) => (
        <g key={tick}>
          <line className="kw-series__grid" x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
          <text x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">{number(String(Number(tick.toFixed(6))), decimals)}</text>
        </g>
      ))}
      <line className="kw-series__axis" x1={margin.left} x2={width - margin.right} y1={HEIGHT - margin.bottom} y2={HEIGHT - margin.bottom} />
      {years.map((year) => <text key={year} x={x(year)} y={HEIGHT - 12} textAnchor="middle">{year}</text>)}
    </>
  );
}

function Promised({ path, corridor, frame: { x, y, width } }: { path: DrawnPath | null; corridor: SeriesDrawingProps['corridor']; frame: Frame }) {
  const t = useText();
  return (
    <>
      {corridor ? <rect className="kw-series__corridor" x={margin.left} width={width - margin.left - margin.right} y={y(corridor.high)} height={y(corridor.low) - y(corridor.high)} /> : null}
      {path ? (
        <>
          <line className="kw-series__path" x1={x(path.baseline.year)} y1={y(path.baseline.value)} x2={x(path.target.year)} y2={y(path.target.value)} />
          <text x={x(path.target.year)} y={y(path.target.value) - 10} textAnchor="end">{t('monitoring.chart.target')}</text>
        </>
      ) : null}
    </>
  );
}

/** The drawing itself: lines with marks, the way to the target, breaks, and where something is withheld. Time runs from left to right in every language. */
function SeriesDrawing(props: SeriesDrawingProps) {
  const t = useText();
  const { model, path, corridor, width, label, ref } = props;
  const frame = frameOf(props);
  const { x, y } = frame;
  return (
    <svg ref={ref} width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label} focusable="false" direction="ltr">
      <Promised path={path} corridor={corridor} frame={frame} />
      <Axes {...frame} />
      {model.breaks.map(({ x: at, version }) => (
        <g key={version}>
          <line className="kw-series__break" x1={x(at) - 8} x2={x(at) - 8} y1={margin.top - 8} y2={HEIGHT - margin.bottom} />
          <text x={x(at) - 4} y={margin.top - 12} textAnchor={x(at) > width / 2 ? 'end' : 'start'}>{t('monitoring.chart.break')}</text>
        </g>
      ))}
      {model.lines.map(({ breakdown, version, look, points }) => (
        <g key={`${version}/${breakdown}`} data-series={look}>
          <polyline className="kw-series__line" strokeDasharray={DASHES[look % DASHES.length]} points={points.map((point) => `${x(point.x)},${y(point.value)}`).join(' ')} />
          {points.map((point) => <Mark key={point.observation.id} look={look} x={x(point.x)} y={y(point.value)} />)}
        </g>
      ))}
      {model.hidden.map((at) => <HiddenMark key={at} x={x(at)} y={HEIGHT - margin.bottom - 8} />)}
    </svg>
  );
}

/** The drawing as wide as there is room for it. */
export function SizedDrawing(props: Omit<SeriesDrawingProps, 'width'>) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  return <div ref={frame} className="kw-series__drawing" dir="ltr">{width === null ? null : <SeriesDrawing {...props} width={Math.max(width, MIN_WIDTH)} />}</div>;
}
