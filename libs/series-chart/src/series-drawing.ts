import { scaleLinear } from 'd3-scale';
import type { ScaleLinear } from 'd3-scale';
import { axisLabels, longestOf } from './axis-labels.js';
import type { AxisLabel, AxisNumbers } from './axis-labels.js';
import { valueRange } from './chart-model.js';
import type { ChartLine, ChartModel, ChartObservation } from './chart-model.js';
import { measuredPieces } from './gaps.js';
import { dashOf, gapShape, hiddenShape, markShape } from './marks.js';
import type { SvgShape } from './svg-shape.js';

/** How high a drawing is. */
export const DRAWING_HEIGHT = 340;
const margin = { top: 28, right: 20, bottom: 34 };
/** Room for the numbers beside the axis: at least so much, and so much for each letter of the longest one. */
const [MIN_LEFT, LETTER, BESIDE_NUMBER] = [60, 7.2, 16];
/** They take this part of the width at most, if they can be written so short. */
const MOST_LEFT = 1 / 5;
/** Marks that are closer than this hide the line. */
const MARK_DISTANCE = 10;

type Scale = ScaleLinear<number, number>;
interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly width: number;
  /** Where the lines begin, right of the numbers. */
  readonly left: number;
  readonly ticks: readonly AxisLabel[];
}

/** What the indicator promises, as it is drawn. */
export interface DrawnPath {
  readonly baseline: { readonly year: number; readonly value: number };
  readonly target: { readonly year: number; readonly value: number };
}

/** What is drawn, how wide, and in whose words. */
export interface Drawing extends AxisNumbers {
  readonly model: ChartModel;
  readonly path: DrawnPath | null;
  readonly corridor: { readonly low: number; readonly high: number } | null;
  readonly width: number;
  readonly words: { readonly target: string; readonly break: string };
}

function frameOf(drawing: Drawing): Frame {
  const { model, path, corridor, width } = drawing;
  const points = model.lines.flatMap((line) => line.points);
  const years = [...points.map(({ x }) => x), ...model.hidden, ...(path ? [path.baseline.year, path.target.year] : [])];
  const values = [...points.map(({ value }) => value), ...(path ? [path.baseline.value, path.target.value] : []), ...(corridor ? [corridor.low, corridor.high] : [])];
  const [first, last] = [Math.floor(Math.min(...years)), Math.ceil(Math.max(...years))];
  const y = scaleLinear(valueRange(values.length === 0 ? [0, 1] : values), [DRAWING_HEIGHT - margin.bottom, margin.top]).nice(5);
  const ticks = axisLabels(y, drawing, (width * MOST_LEFT - BESIDE_NUMBER) / LETTER);
  const left = Math.max(MIN_LEFT, Math.ceil(longestOf(ticks) * LETTER) + BESIDE_NUMBER);
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

/** A line in its measured pieces, what joins them, and the marks of its values. */
function lineShapes({ look, points, gaps }: ChartLine<ChartObservation>, { x, y }: Frame): SvgShape[] {
  const pieces = measuredPieces(points, gaps);
  const placeOf = (point: { readonly x: number; readonly value: number } | undefined): readonly [number, number] => [x(point?.x ?? 0), y(point?.value ?? 0)];
  return [
    ...gaps.map((index) => gapShape(placeOf(points[index - 1]), placeOf(points[index]))),
    ...pieces.map((piece): SvgShape => ({ tag: 'polyline', attributes: { className: 'kw-series__line', strokeDasharray: dashOf(look), points: piece.map((point) => placeOf(point).join()).join(' ') } })),
    ...pieces.flatMap((piece) => marked(piece, x)).map((point) => markShape(look, ...placeOf(point))),
  ];
}

/** The drawing itself: lines with marks, the way to the target, breaks, and where something is withheld. Time runs from left to right in every language. */
export function seriesShapes(drawing: Drawing): readonly SvgShape[] {
  const { model, width, words } = drawing;
  const frame = frameOf(drawing);
  const { x } = frame;
  return [
    ...promised(drawing, frame), ...axes(frame),
    ...model.breaks.map(({ x: at }): SvgShape => ({
      tag: 'g', attributes: {}, children: [
        { tag: 'line', attributes: { className: 'kw-series__break', x1: x(at) - 8, x2: x(at) - 8, y1: margin.top - 8, y2: DRAWING_HEIGHT - margin.bottom } },
        { tag: 'text', attributes: { x: x(at) - 4, y: margin.top - 12, textAnchor: x(at) > width / 2 ? 'end' : 'start' }, text: words.break },
      ],
    })),
    ...model.lines.map((line): SvgShape => ({ tag: 'g', attributes: { 'data-series': line.look }, children: lineShapes(line, frame) })),
    ...model.hidden.map((at) => hiddenShape(x(at), DRAWING_HEIGHT - margin.bottom - 8)),
  ];
}
