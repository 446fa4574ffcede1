import type { SvgShape } from './svg-shape.js';

/** Dashes of the lines, by look; the first is whole. */
const dashes = ['none', '8 4', '2 4', '10 3 2 3', '5 5', '14 4'] as const;

const shapes = ['M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z', 'M-5 -5h10v10h-10z', 'M0 -6.5 6.5 0 0 6.5 -6.5 0z', 'M0 -6 6 5H-6z', 'M0 6 6 -5H-6z', 'M-5 -2h3v-3h4v3h3v4h-3v3h-4v-3h-3z'] as const;

/** The dash of a line by its look. */
export const dashOf = (look: number): string => dashes[look % dashes.length] ?? 'none';

/** The mark of a value, so that lines are told apart without colour. */
export function markShape(look: number, x: number, y: number): SvgShape {
  return { tag: 'path', attributes: { className: 'kw-series__mark', 'data-series': look, d: shapes[look % shapes.length] ?? shapes[0], transform: `translate(${x} ${y})` } };
}

/** A small cross: something is withheld here. */
export function hiddenShape(x: number, y: number): SvgShape {
  return { tag: 'path', attributes: { className: 'kw-series__hidden', d: 'M-4 -4 4 4M4 -4-4 4', transform: `translate(${x} ${y})` } };
}

/** A line over a time without a value. */
export function gapShape(from: readonly [number, number], to: readonly [number, number]): SvgShape {
  return { tag: 'line', attributes: { className: 'kw-series__gap', x1: from[0], x2: to[0], y1: from[1], y2: to[1] } };
}

/** The same, for a legend of 36 by 14. */
export const gapLegendShapes = (): readonly SvgShape[] => [gapShape([0, 7], [36, 7])];

/** The way to a target, for a legend of 36 by 14. */
export const pathLegendShapes = (): readonly SvgShape[] => [{ tag: 'line', attributes: { x1: 0, x2: 36, y1: 7, y2: 7, className: 'kw-series__path' } }];

/** A piece of a line with its mark, for a legend of 36 by 14. */
export function legendShapes(look: number): readonly SvgShape[] {
  return [{ tag: 'line', attributes: { x1: 0, x2: 36, y1: 7, y2: 7, className: 'kw-series__line', strokeDasharray: dashOf(look) } }, markShape(look, 18, 7)];
}
