import { expect, it } from '@jest/globals';
import { unitBehind } from './unit-behind.js';

it('a unit stands behind its number unless it only says that something is counted', () => {
  expect(['%', 'Personen', 'Anzahl der Kurse', 'Anzahl', 'count', 'العدد'].map(unitBehind)).toEqual(['\u00a0%', '\u00a0Personen', '\u00a0Anzahl der Kurse', '', '', '']);
});
