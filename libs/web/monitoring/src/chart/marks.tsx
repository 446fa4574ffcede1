import { gapLegendShapes, legendShapes, pathLegendShapes } from '@konzeptwerkstatt/series-chart';
import type { SvgShape } from '@konzeptwerkstatt/series-chart';
import { useText } from '@konzeptwerkstatt/web-ui';
import { createElement } from 'react';

/** Shapes of a drawing as elements of the page. */
export function Shapes({ shapes }: { shapes: readonly SvgShape[] }) {
  return shapes.map(({ tag, attributes, text, children = [] }, index) => createElement(tag, { key: index, ...attributes }, text, children.length > 0 ? <Shapes shapes={children} /> : null));
}

function Entry({ shapes, children }: { shapes: readonly SvgShape[]; children: string }) {
  return <li><svg width={36} height={14} aria-hidden="true" focusable="false"><Shapes shapes={shapes} /></svg>{children}</li>;
}

/** What a line looks like over a time without a value, and that it means that. */
export function GapEntry() {
  return <Entry shapes={gapLegendShapes()}>{useText()('monitoring.chart.gap')}</Entry>;
}

/** What the way to the target looks like. */
export function PathEntry() {
  return <Entry shapes={pathLegendShapes()}>{useText()('monitoring.chart.path')}</Entry>;
}

/** A piece of a line with its mark, for the legend. */
export function LegendKey({ look }: { look: number }) {
  return <svg width={36} height={14} aria-hidden="true" focusable="false" data-series={look}><Shapes shapes={legendShapes(look)} /></svg>;
}
