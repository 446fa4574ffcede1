import { describe, expect, it } from '@jest/globals';
import { indicatorSheet, sheetValue } from '../../../test/indicator-sheet.js';
import { reportChart } from './report-chart.js';

const words = { target: 'Zielwert', path: 'Weg', break: 'anders', gap: 'kein Wert', all: 'alle', number: (value: string) => value, compact: (value: string) => value, direction: 'ltr' as const };
const part = (value: string, dimension = 'group') => ({ parts: [{ dimension, value }] });
const count = (svg: string | null, what: string): number => (svg ?? '').split(what).length - 1;

describe('the chart of an indicator in a report', () => {
  it('draws one line for each way of counting, and marks where it changes and what is withheld', () => {
    const svg = reportChart(indicatorSheet('a', [sheetValue(2020, '1'), sheetValue(2021, '2'), sheetValue(2022, null, { isSuppressed: true }), sheetValue(2023, '3', { version: 2 })]), words);
    expect([count(svg, '<polyline'), count(svg, 'anders'), count(svg, 'class="kw-series__hidden"')]).toEqual([2, 1, 1]);
    expect(svg).toContain('>alle</text>');
  });

  it('says in words what a line over a time without a value looks like, where there is one', () => {
    const chartOf = (...years: number[]) => reportChart(indicatorSheet('a', years.map((year) => sheetValue(year, '1'))), words);
    expect([chartOf(2020, 2021), chartOf(2020, 2023)].map((svg) => [count(svg, 'class="kw-series__gap"'), count(svg, '>kein Wert</text>')])).toEqual([[0, 0], [2, 1]]);
  });

  it('misses no value that the rhythm of the indicator does not promise', () => {
    const chartOf = (rhythm: 'two_yearly' | 'yearly') => reportChart(indicatorSheet('a', [2018, 2020, 2022].map((year) => sheetValue(year, '1')), { rhythm }), words);
    expect([chartOf('two_yearly'), chartOf('yearly')].map((svg) => [count(svg, 'class="kw-series__gap"'), count(svg, '>kein Wert</text>')])).toEqual([[0, 0], [3, 1]]);
  });

  it('explains its lines where lines begin', () => {
    const chartOf = (direction: 'ltr' | 'rtl') => reportChart(indicatorSheet('a', [sheetValue(2020, '1'), sheetValue(2021, '2')]), { ...words, direction }) ?? '';
    expect(chartOf('ltr')).toMatch(/translate\(60 345\)">.*<text x="46" y="11.5">alle<\/text>/);
    expect(chartOf('rtl')).toMatch(/translate\(664 345\)">.*<text x="-10" y="11.5" text-anchor="end">\u2068alle\u2069<\/text>/);
  });

  it('draws groups where there is no total', () => {
    const values = [sheetValue(2020, '5', part('Nord', 'district')), sheetValue(2020, '1', part('Frauen')), sheetValue(2020, '2', part('Männer'))];
    const svg = reportChart(indicatorSheet('a', values), words);
    expect([count(svg, '<polyline'), count(svg, '>Frauen<'), count(svg, 'Nord')]).toEqual([2, 1, 0]);
  });

  it('has the way to the target only for the way of counting it was set for', () => {
    const path = { baselineValue: 1, baselineYear: 2020, targetValue: 5, targetYear: 2030 };
    expect([1, 2].map((pathVersion) => count(reportChart(indicatorSheet('a', [sheetValue(2020, '1')], { ...path, pathVersion }), words), 'Zielwert'))).toEqual([1, 0]);
  });

  it('is nothing where there is nothing to show', () => {
    expect(reportChart(indicatorSheet('a', [sheetValue(2020, null, { isSuppressed: true })]), words)).toBeNull();
  });

  it('is not drawn for one value alone, but for one beside the way to its target or beside what is withheld', () => {
    expect(reportChart(indicatorSheet('a', [sheetValue(2020, '1')]), words)).toBeNull();
    const path = { baselineValue: 1, baselineYear: 2020, targetValue: 5, targetYear: 2030, pathVersion: 1 };
    expect(count(reportChart(indicatorSheet('a', [sheetValue(2020, '1')], path), words), 'Zielwert')).toBe(1);
    expect(count(reportChart(indicatorSheet('a', [sheetValue(2020, '1'), sheetValue(2021, null, { isSuppressed: true })]), words), 'class="kw-series__hidden"')).toBe(1);
  });

  it('shows what people wrote as words, whatever they wrote', () => {
    const svg = reportChart(indicatorSheet('a', [sheetValue(2020, '1', part('<script>&"\u0007')), sheetValue(2021, '2', part('<script>&"\u0007'))]), words) ?? '';
    expect(svg).toContain('&lt;script&gt;&amp;&quot; ');
    expect(svg).not.toMatch(/<script|NaN/);
  });
});
