import { DRAWING_HEIGHT, seriesShapes } from '@konzeptwerkstatt/series-chart';
import type { ChartModel, DrawnPath } from '@konzeptwerkstatt/series-chart';
import { useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import type { Ref } from 'react';
import { useRef } from 'react';
import { Shapes } from './marks.js';
import { useWidth } from './use-width.js';

const MIN_WIDTH = 260;

interface SeriesDrawingProps {
  model: ChartModel;
  path: DrawnPath | null;
  corridor: { readonly low: number; readonly high: number } | null;
  width: number;
  /** What the drawing shows, in a sentence. */
  label: string;
  ref?: Ref<SVGSVGElement>;
}

/** The drawing itself. Time runs from left to right in every language. */
function SeriesDrawing({ label, ref, ...drawing }: SeriesDrawingProps) {
  const t = useText();
  const { number, compactNumber } = useLanguage();
  const { width } = drawing;
  return (
    <svg ref={ref} width={width} height={DRAWING_HEIGHT} viewBox={`0 0 ${width} ${DRAWING_HEIGHT}`} role="img" aria-label={label} focusable="false" direction="ltr">
      <Shapes shapes={seriesShapes({ ...drawing, words: { target: t('monitoring.chart.target'), break: t('monitoring.chart.break') }, number, compact: compactNumber })} />
    </svg>
  );
}

/** The drawing as wide as there is room for it. */
export function SizedDrawing(props: Omit<SeriesDrawingProps, 'width'>) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  return <div ref={frame} className="kw-series__drawing" dir="ltr">{width === null ? null : <SeriesDrawing {...props} width={Math.max(width, MIN_WIDTH)} />}</div>;
}
