import { chartChoices, chartModel, DRAWING_HEIGHT, drawnPathOf, gapLegendShapes, hasGaps, legendShapes, onlyPoint, pathLegendShapes, seriesShapes, svgText } from '@konzeptwerkstatt/series-chart';
import type { ChartModel, ChartObservation } from '@konzeptwerkstatt/series-chart';
import type { Direction } from '@konzeptwerkstatt/kernel';
import type { IndicatorSheet } from '@konzeptwerkstatt/monitoring';

/** Words and numbers of a drawing, in the language of its report. */
export interface ChartWords {
  readonly target: string;
  readonly path: string;
  readonly break: string;
  /** For a line over a time without a value. */
  readonly gap: string;
  /** For what is not divided. */
  readonly all: string;
  readonly number: (value: string, decimals: number) => string;
  readonly compact: (value: string) => string;
  /** Which way its lines run. */
  readonly direction: Direction;
}

const WIDTH = 720;
const LEGEND_LINE = 22;
/** The legend begins where the numbers of the axis end, or at the other side where lines begin there; so wide is what it explains, and so far away its words. */
const [FROM_LEFT, FROM_RIGHT, KEY, BESIDE_KEY] = [60, 20, 36, 10];
/** The sheets of an indicator are about its own municipality alone. */
const REGION = 'own';

/** The look of the drawing on paper: colours as on the page, in a style that the picture carries along. Lines are told apart by dash and mark as well. */
const colours = ['#0b5fa5', '#a83c00', '#2e7031', '#7a3a97', '#8a6100', '#4a5361'];
const style = [
  'text{fill:#12151a}', '.kw-series__grid{stroke:#d5dae2}', '.kw-series__axis{stroke:#4a5361}', '.kw-series__path{stroke:#12151a;stroke-width:1.5;stroke-dasharray:2 4}', '.kw-series__corridor{fill:#e4edf6}',
  '.kw-series__break{stroke:#4a5361;stroke-dasharray:6 4}', '.kw-series__hidden{stroke:#4a5361;stroke-width:1.5;fill:none}', '.kw-series__line{fill:none;stroke-width:2.5;stroke-linejoin:round}', '.kw-series__gap{stroke:#12151a;stroke-width:1.75;stroke-dasharray:1.75 6}', '.kw-series__mark{stroke:#fff;stroke-width:1.5}',
  ...colours.map((colour, look) => `[data-series="${look}"] .kw-series__line,[data-series="${look}"] .kw-series__gap{stroke:${colour}}.kw-series__mark[data-series="${look}"]{fill:${colour}}`),
].join('');

const breakdownOf = (parts: readonly { readonly dimension: string; readonly value: string }[]): string => parts.map(({ dimension, value }) => `${dimension}=${value}`).join(';');

/** What there is to draw: totals where there are any, otherwise groups, otherwise the first breakdown; null when nothing may be shown. */
function modelOf({ id, values, rhythm }: IndicatorSheet): ChartModel | null {
  const observations = values.map(({ periodTo, parts, value, isSuppressed, version }, index): ChartObservation => ({
    id: `${id}/${index}`, periodTo, breakdown: breakdownOf(parts), value, isSuppressed, region: { id: REGION, label: '' }, definition: { version },
  }));
  const dimensions = chartChoices(observations).flatMap((choice) => choice.dimensions);
  const inOrder = [null, 'group', ...dimensions].filter((dimension) => dimensions.includes(dimension));
  return inOrder.map((dimension) => chartModel(observations, { regionId: REGION, dimension }, rhythm)).find(({ lines }) => lines.length > 0) ?? null;
}

/** What lines mean, one below the other. */
function legend(model: ChartModel, hasPath: boolean, words: ChartWords): string[] {
  const nameOf = (breakdown: string): string => (breakdown === '' ? words.all : breakdown.split(';').map((pair) => pair.slice(pair.indexOf('=') + 1).replaceAll('_', ' ')).join(', '));
  // Names keep the direction they run in.
  const label = (text: string): string => svgText([words.direction === 'rtl' ? { tag: 'text', attributes: { x: -BESIDE_KEY, y: 11.5, textAnchor: 'end' }, text: `\u2068${text}\u2069` } : { tag: 'text', attributes: { x: KEY + BESIDE_KEY, y: 11.5 }, text }]);
  const parts = [...new Map(model.lines.map(({ look, breakdown }) => [look, breakdown]))].sort(([one], [other]) => one - other);
  return [
    ...parts.map(([look, breakdown]) => svgText([{ tag: 'g', attributes: { 'data-series': look }, children: legendShapes(look) }]) + label(nameOf(breakdown))),
    ...(hasPath ? [svgText(pathLegendShapes()) + label(words.path)] : []),
    ...(hasGaps(model) ? [svgText(gapLegendShapes()) + label(words.gap)] : []),
  ];
}

/** The chart of an indicator as a drawing for paper (SVG), with what its lines mean; null when there is nothing to show, or one value that stands in the sentence above it. */
export function reportChart(sheet: IndicatorSheet, words: ChartWords): string | null {
  const model = modelOf(sheet);
  if (model === null) return null;
  const path = drawnPathOf({ ...sheet, isOfGap: sheet.direction === 'reduce_gap' }, model);
  if (path === null && onlyPoint(model) !== null) return null;
  const { corridorLow: low, corridorHigh: high } = sheet;
  const shapes = seriesShapes({ model, path, corridor: low === null || high === null ? null : { low, high }, width: WIDTH, words, number: words.number, compact: words.compact });
  const rows = legend(model, path !== null, words);
  const height = DRAWING_HEIGHT + 12 + rows.length * LEGEND_LINE;
  const begin = words.direction === 'rtl' ? WIDTH - FROM_RIGHT - KEY : FROM_LEFT;
  const placed = rows.map((row, index) => `<g transform="translate(${begin} ${DRAWING_HEIGHT + 5 + index * LEGEND_LINE})">${row}</g>`);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Fira Sans, Vazirmatn, Noto Sans Arabic" font-size="14"><style>${style}</style><rect width="${WIDTH}" height="${height}" fill="#fff"/>${svgText(shapes)}${placed.join('')}</svg>`;
  // What XML cannot hold would cost the whole picture.
  return drawing.replace(/\p{Cc}/gu, ' ');
}
