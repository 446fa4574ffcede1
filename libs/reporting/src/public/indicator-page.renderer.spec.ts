import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { ComparedIndicator, IndicatorTable, SeriesRecord } from '@konzeptwerkstatt/monitoring';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import { renderIndicatorPage } from './indicator-page.renderer.js';
import type { PublicLanguage } from './public-language.js';

const indicator: IndicatorTable['indicator'] = {
  id: 'i', municipalityId: 'm', key: 'menschen', name: 'Menschen', unit: 'persons', unitLabel: 'Personen', decimals: 0, direction: 'neutral', isExample: false, createdAt: new Date(0), removedAt: null, editedAt: null, kind: null, spatialLevel: null, breakdowns: [],
  corridorLow: null, corridorHigh: null, baselineValue: null, baselineYear: null, targetValue: null, targetYear: null, pathVersion: null, rhythm: null, responsibleOrganisationId: null, sensitivity: 'open', licence: null, mayExceedHundred: false, revision: 1,
  numeratorId: null, denominatorId: null,
};

const definition: IndicatorTable['definitions'][number] = {
  id: 'd', municipalityId: 'm', indicatorId: 'i', version: 2, text: 'Alle Menschen', numerator: null, denominator: null, populationConcept: null, referenceDateType: null, source: null, tableId: null, methodNote: null, createdAt: new Date(0),
};

/** The value of the nth day since the beginning of 2000. */
function valueOf(day: number): SeriesRecord {
  const date = new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10);
  return {
    id: `o${day}`, municipalityId: 'm', indicatorId: 'i', definitionId: 'd', regionId: 'r', regionKey: 'stadt', regionLabel: 'Stadt', regionKind: 'city', regionAgs: '1', periodFrom: date, periodTo: date, periodPrecision: 'day', value: String(1000 + day), decimals: 0,
    missingReason: null, qualifier: 'exact', status: 'final', breakdown: '', note: null, source: null, retrievedOn: null, recordedAt: new Date(0), supersededAt: null, unit: 'persons', sensitivity: 'open', isSuppressed: false, version: 1,
  };
}

/** The first days, as many as are wanted. */
const first = (count: number): number[] => Array.from({ length: count }, (_, day) => day);

function pageOf(days: readonly number[], language: PublicLanguage, { others = [], ...facts }: Partial<IndicatorTable['indicator']> & { readonly others?: readonly ComparedIndicator[] } = {}): string {
  return renderIndicatorPage({
    place: { id: 'm', name: 'Stadt', accentColour: null, logoFileId: null, ownWords: [], path: '/k/1' }, ags: '1', officeName: null, others, language,
    released: { row: indicator, place: '1', releasedAt: new Date(0), modifiedAt: new Date(0), from: null, to: null },
    table: { indicator: { ...indicator, ...facts }, definitions: [definition], values: days.map(valueOf) },
  });
}

function tableOf(count: number, language: PublicLanguage): string {
  const html = pageOf(first(count), language);
  return html.slice(html.indexOf('id="werte"'), html.indexOf('</table>'));
}

describe('the course on the page of an indicator', () => {
  it('is drawn of several values; one alone is read', () => {
    expect(pageOf(first(2), 'de')).toContain('<figure>');
    expect(pageOf(first(1), 'de')).not.toContain('<figure>');
    expect(pageOf(first(1), 'de')).toMatch(/<strong>1\.000\u00a0Personen<\/strong>/);
  });
});

describe('the drawing on the page of an indicator', () => {
  it('is there for a wide and for a narrow screen, with short numbers where there is little room', () => {
    const path = { baselineValue: new Prisma.Decimal(0), baselineYear: 2000, targetValue: new Prisma.Decimal(1_200_000_000), targetYear: 2020, pathVersion: 1 };
    const html = pageOf([0, 300], 'de', path);
    expect(html).toContain('Weg zum Ziel');
    const [wide = '', narrow = ''] = html.match(/<svg class="kw-series__(wide|narrow)".*?<\/svg>/g) ?? [];
    expect([wide.includes('1.000.000.000'), wide.includes('Mrd.'), narrow.includes('1.000.000.000'), narrow.includes('1\u00a0Mrd.')]).toEqual([true, false, false, true]);
  });
});

describe('the comparison on the page of an indicator', () => {
  it('tells who does not see the drawing the latest value of each municipality', () => {
    const other: ComparedIndicator = { indicatorId: 'j', municipalityId: 'n', place: '2', key: 'menschen', name: 'Dorf', countsDifferently: false, numerator: null, denominator: null, populationConcept: null, totals: [valueOf(0), valueOf(366)] };
    expect(pageOf([0, 366], 'de', { others: [other] })).toMatch(/aria-label="Vergleich mit anderen Kommunen\. Stadt: 1\.366\u00a0Personen \([^)]*2001\); Dorf: 1\.366\u00a0Personen \([^)]*2001\)"/);
  });
});

describe('a line on the page of an indicator', () => {
  it('is another one over a year without a value, and the page says what that means', () => {
    const parted = pageOf([0, 800], 'de');
    expect([parted.match(/class="kw-series__gap"/g)?.length, parted.match(/dazwischen kein Wert/g)?.length]).toEqual([3, 1]);
    expect(pageOf([0, 300], 'de')).not.toMatch(/class="kw-series__gap"|dazwischen kein Wert/);
  });
});

describe('the target on the page of an indicator', () => {
  const sentenceOf = (pathVersion: number): string => pageOf(first(2), 'de', { targetValue: new Prisma.Decimal(900), targetYear: 2028, pathVersion });

  it('is named as one of an earlier way of counting where it was set for that', () => {
    expect(sentenceOf(2)).toMatch(/Ziel: 900\u00a0Personen bis 2028\./);
    expect(sentenceOf(2)).not.toContain('frühere Zählweise');
    expect(sentenceOf(1)).toContain('bis 2028. Dieses Ziel wurde für eine frühere Zählweise festgelegt.');
  });
});

describe('the values on the page of an indicator', () => {
  it.each([
    ['de', 'Die Tabelle zeigt die neuesten 1.000 von 1.200 Werten.'], ['en', 'The table shows the latest 1,000 of 1,200 values.'], ['ar', '1,000 من أصل 1,200'],
  ] as const)('are the latest thousand of many, with a way to all of them (%s)', (language, sentence) => {
    const html = tableOf(1_200, language);
    expect(html.match(/<tr><th scope="row">/g)).toHaveLength(1_000);
    for (const part of [sentence, 'href="/k/1/indikatoren/menschen.csv"', `href="/k/1/indikatoren/menschen.${language}.csv"`]) expect(html).toContain(part);
    expect(html).toMatch(/2[.,]199\u00a0Personen/);
    expect(html).not.toMatch(/1[.,]199\u00a0Personen/);
  });

  it('are all there when they are fewer, and nothing is said of files', () => {
    const html = tableOf(1_000, 'de');
    expect(html.match(/<tr><th scope="row">/g)).toHaveLength(1_000);
    expect(html).not.toContain('menschen.csv');
  });
});
