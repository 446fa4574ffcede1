import { escapeHtml as text } from '@konzeptwerkstatt/concept';
import { DRAWING_HEIGHT, gapLegendShapes, hasGaps, legendShapes, pathLegendShapes, seriesShapes, svgText } from '@konzeptwerkstatt/series-chart';
import type { ChartModel, DrawnPath, SvgShape } from '@konzeptwerkstatt/series-chart';
import { compactNumberInWords, numberInWords } from './public-language.js';
import type { PublicLanguage } from './public-language.js';
import { wordsOf } from './public-words.js';

/** Drawn twice: the page has no script that could ask how wide the screen is. Its style shows one of the two. */
const WIDTHS = { wide: 700, narrow: 360 } as const;

/** What is drawn of some values, and what is said about it. */
export interface SeriesFigure {
  readonly model: ChartModel;
  /** Whether all parts are drawn that there are. */
  readonly isComplete: boolean;
  readonly path: DrawnPath | null;
  readonly corridor: { readonly low: number; readonly high: number } | null;
  /** What the drawing shows, in a sentence. */
  readonly label: string;
  /** What a line is about. */
  readonly nameOf: (breakdown: string) => string;
  readonly language: PublicLanguage;
}

/** What something in the drawing looks like, and what it means. */
const legendEntry = (shapes: readonly SvgShape[], meaning: string): string => `<li><svg width="36" height="14" aria-hidden="true" focusable="false">${svgText(shapes)}</svg><bdi>${text(meaning)}</bdi></li>`;

/** A drawing with its legend; nothing when there is nothing to draw. The table of values says the same. */
export function seriesFigure({ model, isComplete, path, corridor, label, nameOf, language }: SeriesFigure): string {
  const words = wordsOf(language);
  if (model.lines.length === 0) return '';
  const drawnAt = (width: number): string => svgText(seriesShapes({ model, path, corridor, width, words: { target: words.targetMark, break: words.breakMark }, number: (value, decimals) => numberInWords(value, decimals, language), compact: (value) => compactNumberInWords(value, language) }));
  const parts = [...new Map(model.lines.map(({ breakdown, look }) => [breakdown, look]))];
  const legend = [
    ...parts.map(([breakdown, look]) => legendEntry([{ tag: 'g', attributes: { 'data-series': look }, children: legendShapes(look) }], nameOf(breakdown))),
    ...(path === null ? [] : [legendEntry(pathLegendShapes(), words.pathMark)]),
    ...(hasGaps(model) ? [legendEntry(gapLegendShapes(), words.gapMark)] : []),
  ].join('');
  const svg = (['wide', 'narrow'] as const).map((size) => `<svg class="kw-series__${size}" viewBox="0 0 ${WIDTHS[size]} ${DRAWING_HEIGHT}" role="img" aria-label="${text(label)}" focusable="false" direction="ltr">${drawnAt(WIDTHS[size])}</svg>`).join('');
  return `<figure><div class="kw-series" dir="ltr">${svg}</div><figcaption><ul class="legend">${legend}</ul>${isComplete ? '' : `<p class="note">${words.moreParts}</p>`}</figcaption></figure>`;
}
