import { scaleLinear } from 'd3-scale';
import type { ScaleLinear } from 'd3-scale';
import { valueRange } from './chart-model.js';
import type { ChartModel } from './chart-model.js';
import { dashOf, hiddenShape, markShape } from './marks.js';
import type { SvgShape } from './svg-shape.js';

/** How high a drawing is. */
export const DRAWING_HEIGHT = 340;
const margin = { top: 28, right: 20, bottom: 34 };
/** Room for the numbers beside the axis: at least so much, and so much for each letter of the longest one. */
const [MIN_LEFT, LETTER, BESIDE_NUMBER] = [60, 7.2, 16];
/** Marks that are closer than this hide the line. */
const MARK_DISTANCE = 10;

type Scale = ScaleLinear<number, number>;
interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly width: number;
  /** Where the lines begin, right of the numbers. */
  readonly left: number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
}

/** What the indicator promises, as it is drawn. */
export interface DrawnPath {
  readonly baseline: { readonly year: number; readonly value: number };
  readonly target: { readonly year: number; readonly value: number };
}

/** What is drawn, how wide, and in whose words. */
export interface Drawing {
  readonly model: ChartModel;
  readonly path: DrawnPath | null;
  readonly corridor: { readonly low: number; readonly high: number } | null;
  readonly width: number;
  readonly words: { readonly target: string; readonly break: string };
  /** A number of the axis with so many decimals. */
  readonly number: (value: string, decimals: number) => string;
}

/** The numbers of the axis, all with the same decimals. */
function ticksOf(y: Scale, number: Drawing['number']): Frame['ticks'] {
  const values = y.ticks(5).map((tick) => Number(tick.toFixed(6)));
  const decimals = Math.max(0, ...values.map((value) => /\.(\d+)/.exec(String(value))?.[1]?.length ?? 0));
  return values.map((value) => ({ value, label: number(String(value), decimals) }));
}

function frameOf({ model, path, corridor, width, number }: Drawing): Frame {
  const points = model.lines.flatMap((line) => line.points);
  const years = [...points.map(({ x }) => x), ...model.hidden, ...(path ? [path.baseline.year, path.target.year] : [])];
  const values = [...points.map(({ value }) => value), ...(path ? [path.baseline.value, path.target.value] : []), ...(corridor ? [corridor.low, corridor.high] : [])];
  const [first, last] = [Math.floor(Math.min(...years)), Math.ceil(Math.max(...years))];
  const y = scaleLinear(valueRange(values.length === 0 ? [0, 1] : values), [DRAWING_HEIGHT - margin.bottom, margin.top]).nice(5);
  const ticks = ticksOf(y, number);
  const left = Math.max(MIN_LEFT, Math.ceil(Math.max(0, ...ticks.map(({ label }) => label.length)) * LETTER) + BESIDE_NUMBER);
  return { width, left, ticks, y, x: scaleLinear([first === last ? first - 1 : first, first === last ? last + 1 : last], [left + 12, width - margin.right - 12]) };
}

function axes({ x, y, width, left, ticks }: Frame): SvgShape[] {
  const bottom = DRAWING_HEIGHT - margin.bottom;
  // Where values go below zero, zero is what they are seen against.
  const zero = Math.min(y(0), bottom);
  const years = x.ticks(Math.max(2, Math.floor(width / 90))).filter(Number.isInteger);
  return [
    ...ticks.map(({ value, label }): SvgShape => ({
      tag: 'g', attributes: {}, children: [
        { tag: 'line', attributes: { className: 'kw-series__grid', x1: left, x2: width - margin.right, y1: y(value), y2: y(value) } },
        { tag: 'text', attributes: { x: left - 8, y: y(value), dy: '0.32em', textAnchor: 'end' }, text: label },
      ],
    })),
    { tag: 'line', attributes: { className: 'kw-series__axis', x1: left, x2: width - margin.right, y1: zero, y2: zero } },
    ...years.map((year): SvgShape => ({ tag: 'text', attributes: { x: x(year), y: DRAWING_HEIGHT - 12, textAnchor: 'middle' }, text: String(year) })),
  ];
}

function promised({ path, corridor, words }: Drawing, { x, y, width, left }: Frame): SvgShape[] {
  const band: SvgShape[] = corridor === null ? [] : [{ tag: 'rect', attributes: { className: 'kw-series__corridor', x: left, width: width - left - margin.right, y: y(corridor.high), height: y(corridor.low) - y(corridor.high) } }];
  const way: SvgShape[] = path === null ? [] : [
    { tag: 'line', attributes: { className: 'kw-series__path', x1: x(path.baseline.year), y1: y(path.baseline.value), x2: x(path.target.year), y2: y(path.target.value) } },
    { tag: 'text', attributes: { x: x(path.target.year), y: y(path.target.value) - 10, textAnchor: 'end' }, text: words.target },
  ];
  return [...band, ...way];
}

/** The points of a line that get a mark: all of them, or, where they are close, every so many and the last. */
function marked<Point extends { readonly x: number }>(points: readonly Point[], x: Scale): readonly Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 3) return points;
  const every = Math.ceil((MARK_DISTANCE * (points.length - 1)) / Math.max(1, x(last.x) - x(first.x)));
  return points.filter((point, index) => point === last || (index % every === 0 && points.length - 1 - index >= every));
}

/** The drawing itself: lines with marks, the way to the target, breaks, and where something is withheld. Time runs from left to right in every language. */
export function seriesShapes(drawing: Drawing): readonly SvgShape[] {
  const { model, width, words } = drawing;
  const frame = frameOf(drawing);
  const { x, y } = frame;
  return [
    ...promised(drawing, frame), ...axes(frame),
    ...model.breaks.map(({ x: at }): SvgShape => ({
      tag: 'g', attributes: {}, children: [
        { tag: 'line', attributes: { className: 'kw-series__break', x1: x(at) - 8, x2: x(at) - 8, y1: margin.top - 8, y2: DRAWING_HEIGHT - margin.bottom } },
        { tag: 'text', attributes: { x: x(at) - 4, y: margin.top - 12, textAnchor: x(at) > width / 2 ? 'end' : 'start' }, text: words.break },
      ],
    })),
    ...model.lines.map(({ look, points }): SvgShape => ({
      tag: 'g', attributes: { 'data-series': look }, children: [
        { tag: 'polyline', attributes: { className: 'kw-series__line', strokeDasharray: dashOf(look), points: points.map((point) => `${x(point.x)},${y(point.value)}`).join(' ') } },
        ...marked(points, x).map((point) => markShape(look, x(point.x), y(point.value))),
      ],
    })),
    ...model.hidden.map((at) => hiddenShape(x(at), DRAWING_HEIGHT - margin.bottom - 8)),
  ];
}
