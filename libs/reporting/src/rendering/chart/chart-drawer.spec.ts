import { afterAll, describe, expect, it } from '@jest/globals';
import { imageSize } from 'image-size';
import { indicatorSheet, sheetValue } from '../../../test/indicator-sheet.js';
import { reportChart } from '../../domain/chart/report-chart.js';
import { ChartDrawer } from './chart-drawer.js';

const drawer = new ChartDrawer();
afterAll(() => drawer.onApplicationShutdown());

const path = { baselineValue: 40, baselineYear: 2020, targetValue: 60, targetYear: 2030, pathVersion: 1 };
const svgOf = (target: string): string => reportChart(indicatorSheet('a', [sheetValue(2020, '40'), sheetValue(2021, '55')], path), { target, path: 'Weg zum Ziel', break: '', gap: '', all: 'alle', number: (value) => value, compact: (value) => value, direction: 'ltr' }) ?? '';

describe('drawing charts', () => {
  it('makes pictures, with letters of every script that reports are written in; what cannot be drawn costs no other', async () => {
    const [latin, broken, arabic, other] = await drawer.draw([svgOf('Ziel'), '<svg', svgOf('الهدف'), svgOf('المدن')]);
    expect([latin, arabic].map((png) => imageSize(png ?? new Uint8Array()))).toEqual(Array(2).fill(expect.objectContaining({ type: 'png', width: 1440, height: 792 })));
    expect(broken).toBeNull();
    // Without the font the words would be missing, or boxes, and both would be the same picture.
    expect(Buffer.from(arabic ?? []).equals(Buffer.from(other ?? []))).toBe(false);
    expect(await drawer.draw([])).toEqual([]);
  }, 30_000);
});
