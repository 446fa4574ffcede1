export { chartChoices, chartModel, MAX_PARTS, onlyPair, placeInTime, valueRange } from './chart-model.js';
export type { ChartChoice, ChartLine, ChartModel, ChartObservation, ChartPoint } from './chart-model.js';
export { legendShapes } from './marks.js';
export { DRAWING_HEIGHT, seriesShapes } from './series-drawing.js';
export type { DrawnPath } from './series-drawing.js';
export { svgText } from './svg-shape.js';
export type { SvgShape } from './svg-shape.js';
