import { describe, expect, it } from '@jest/globals';
import { chartModel } from './chart-model.js';
import { seriesShapes } from './series-drawing.js';
import { svgText } from './svg-shape.js';

const value = (year: number, text: string | null, version = 1) => ({ id: `${year}`, periodTo: `${year}-12-31`, breakdown: '', value: text, isSuppressed: text === null, region: { id: 'r', label: 'R' }, definition: { version } });

describe('a drawing as SVG', () => {
  const model = chartModel([value(2020, '10'), value(2021, '12'), value(2022, null), value(2023, '14', 2)], { regionId: 'r', dimension: null });
  const svg = svgText(seriesShapes({ model, path: { baseline: { year: 2020, value: 10 }, target: { year: 2025, value: 20 } }, corridor: null, width: 700, words: { target: '<Ziel>', break: 'andere Zählweise' }, number: (text) => text }));

  it('has a line for each piece, a mark for each value, the break and what is withheld', () => {
    expect([svg.match(/<polyline/g)?.length, svg.match(/kw-series__mark/g)?.length, svg.match(/kw-series__break/g)?.length, svg.match(/kw-series__hidden/g)?.length]).toEqual([2, 3, 1, 1]);
    expect(svg).toContain('text-anchor="end">&lt;Ziel&gt;</text>');
    expect(svg).not.toMatch(/className|textAnchor|NaN|undefined/);
  });
});
