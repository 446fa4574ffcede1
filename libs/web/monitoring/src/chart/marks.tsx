import { legendShapes } from '@konzeptwerkstatt/series-chart';
import type { SvgShape } from '@konzeptwerkstatt/series-chart';
import { createElement } from 'react';

/** Shapes of a drawing as elements of the page. */
export function Shapes({ shapes }: { shapes: readonly SvgShape[] }) {
  return shapes.map(({ tag, attributes, text, children = [] }, index) => createElement(tag, { key: index, ...attributes }, text, children.length > 0 ? <Shapes shapes={children} /> : null));
}

/** A piece of a line with its mark, for the legend. */
export function LegendKey({ look }: { look: number }) {
  return <svg width={36} height={14} aria-hidden="true" focusable="false" data-series={look}><Shapes shapes={legendShapes(look)} /></svg>;
}
