import { describe, expect, it } from '@jest/globals';
import { chartModel } from './chart-model.js';
import { seriesShapes } from './series-drawing.js';
import { svgText } from './svg-shape.js';

const value = (year: number, text: string | null, version = 1) => ({ id: `${year}`, periodTo: `${year}-12-31`, breakdown: '', value: text, isSuppressed: text === null, region: { id: 'r', label: 'R' }, definition: { version } });

describe('a drawing as SVG', () => {
  const model = chartModel([value(2020, '10'), value(2021, '12'), value(2022, null), value(2023, '14', 2)], { regionId: 'r', dimension: null }, null);
  const svg = svgText(seriesShapes({ model, path: { baseline: { year: 2020, value: 10 }, target: { year: 2025, value: 20 } }, corridor: null, width: 700, words: { target: '<Ziel>', break: 'andere Zählweise' }, number: (text) => text, compact: (text) => text }));

  it('has a line for each piece, a mark for each value, the break and what is withheld', () => {
    expect([svg.match(/<polyline/g)?.length, svg.match(/kw-series__mark/g)?.length, svg.match(/kw-series__break/g)?.length, svg.match(/kw-series__hidden/g)?.length]).toEqual([2, 3, 1, 1]);
    expect(svg).toContain('text-anchor="end">&lt;Ziel&gt;</text>');
    expect(svg).not.toMatch(/className|textAnchor|NaN|undefined/);
  });

  const ofTotals = (values: Parameters<typeof chartModel>[0]) => ({ model: chartModel(values, { regionId: 'r', dimension: null }, null), path: null, corridor: null, width: 700, words: { target: '', break: '' }, number: String, compact: String });

  const drawn = (values: readonly string[], width = 700, number = (text: string): string => text): string =>
    svgText(seriesShapes({ ...ofTotals(values.map((text, index) => value(1960 + index, text))), width, number, compact: (text) => `${Number(text) / 1e9} Mrd.` }));
  const firstOf = (name: string, found: string): number => Number(new RegExp(`${name}="([\\d.-]+)"`).exec(found)?.[1]);
  const axisOf = (found: string): string => /<line[^>]*kw-series__axis[^>]*>/.exec(found)?.[0] ?? '';

  it('leaves room for long numbers beside the axis, and none where they are short', () => {
    const long = drawn(['1000000000', '3000000000'], 700, (text) => Number(text).toLocaleString('de'));
    expect(long).toContain('>3.000.000.000</text>');
    expect([firstOf('x1', axisOf(drawn(['10', '20']))), firstOf('x1', axisOf(long)) >= 13 * 7 + 16]).toEqual([60, true]);
  });

  it('shortens long numbers where they would take too much of a narrow drawing', () => {
    const narrow = drawn(['1000000000', '3000000000'], 340, (text) => Number(text).toLocaleString('de'));
    expect(narrow).toContain('>3 Mrd.</text>');
    expect(firstOf('x1', axisOf(narrow))).toBeLessThan(340 / 4);
  });

  it('joins no values over a year without one as if it were measured', () => {
    const parted = svgText(seriesShapes(ofTotals([value(2018, '1'), value(2019, '2'), value(2021, '3'), value(2022, '4'), value(2023, null), value(2024, '5')])));
    const pieces = [...parted.matchAll(/<polyline[^>]*points="([^"]*)"/g)].map((found) => found[1]?.split(' ').length);
    expect([pieces, parted.match(/kw-series__gap/g)?.length, parted.match(/kw-series__mark/g)?.length]).toEqual([[2, 2, 1], 2, 5]);
  });

  it('has its axis at zero where values go below it, otherwise at the bottom', () => {
    expect(firstOf('y1', axisOf(drawn(['-10', '20'])))).toBeLessThan(300);
    expect([firstOf('y1', axisOf(drawn(['10', '20']))), firstOf('y1', axisOf(drawn(['100', '101'])))]).toEqual([306, 306]);
  });

  it('has a mark now and then and at the end where values are close', () => {
    const many = drawn(Array.from({ length: 60 }, (_, index) => String(index)), 343);
    const marks = many.match(/kw-series__mark/g)?.length ?? 0;
    expect([marks > 10, marks < 31, many.match(/<polyline/g)?.length]).toEqual([true, true, 1]);
  });
});
