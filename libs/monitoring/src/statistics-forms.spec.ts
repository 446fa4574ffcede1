import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { indicators, newFlatFile, oldFlatFile, planOf, printedTable, sheetsOf, standingAfter, told, understood, wegweiserFile } from '../test/statistics-files.js';
import { sheetsIn } from './domain/statistics-file/said-encoding.js';
import type { KnownIndicator } from './domain/statistics-file/indicator-words.js';
import type { StatisticsReading } from './domain/statistics-file/statistics-reading.js';

const withDefaults = (defaults: Partial<StatisticsReading['defaults']>) => (reading: StatisticsReading): StatisticsReading => ({ ...reading, defaults: { ...reading.defaults, ...defaults } });
const windows1252 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('a statistics file of an office', () => {
  it('is a GENESIS flat file as it was until 2024', async () => {
    const { reading } = await understood(windows1252(oldFlatFile));
    expect(reading).toMatchObject({ form: 'genesis_flat', defaults: { source: 'Statistische Ämter des Bundes und der Länder, Statistik 12411 Fortschreibung des Bevölkerungsstandes' } });
    expect(told(await planOf(windows1252(oldFlatFile), withDefaults({ indicatorId: 'population' })))).toEqual([
      'new population leipzig 2020-12-31 600111 final', 'new population leipzig 2020-12-31 gender=weiblich 305222 final', 'left_out population 05315 Köln, Stadt 2020-12-31 0', 'new population de 2020-12-31 80000333 provisional',
    ]);
  });

  it('is a GENESIS flat file as it is today, with a symbol beside where there is no value', async () => {
    expect((await understood(newFlatFile)).reading.form).toBe('genesis_flat');
    const plan = await planOf(newFlatFile);
    expect(told(plan)).toEqual(['new employment_rate belm 2023 61.4', 'new employment_rate belm 2023 nationality=Ausländer 48.3 estimated', 'new employment_rate belm 2022 ohne']);
    expect(plan.values.map(({ notes }) => notes)).toEqual([[], ['rounded'], []]);
    expect(plan.values[2]?.facts?.missingReason).toContain('unbekannt oder geheim');
  });

  it('is a table as GENESIS prints it: titles, two lines of heads, footnotes', async () => {
    const { reading } = await understood(windows1252(printedTable));
    expect(reading).toMatchObject({ form: 'genesis_table', headRow: 5, headRows: 2, lastRow: 9, defaults: { source: 'Statistische Ämter des Bundes und der Länder, Tabelle 12411-02-03-4', retrievedOn: '2022-11-04' } });
    const plan = await planOf(windows1252(printedTable));
    expect(told(plan)).toEqual([
      'new population leipzig 2020-12-31 600111', 'new population leipzig 2020-12-31 group=männlich 294889', 'new population leipzig 2020-12-31 group=weiblich 305222',
      'new population rostock 2020-12-31 209000', 'new population rostock 2020-12-31 group=männlich 0', 'new population rostock 2020-12-31 group=weiblich ohne',
      'new population leipzig 2021-12-31 601500', 'new population leipzig 2021-12-31 group=männlich 300000 provisional', 'new population leipzig 2021-12-31 group=weiblich 301500',
    ]);
    expect(plan.values[6]?.facts).toMatchObject({ qualifier: 'approx', note: expect.stringContaining('eingeschränkt'), retrievedOn: '2022-11-04' });
  });

  it('is an export of the Wegweiser Kommune, as CSV and as a workbook', async () => {
    const answered = (reading: StatisticsReading): StatisticsReading => ({ ...reading, indicators: [{ words: 'Geburten (Anzahl)', indicatorId: null }] });
    const expected = ['new employment_rate leipzig 2019 60.1', 'new employment_rate leipzig 2020 61.2', 'new employment_rate rostock 2019 58.3', 'new employment_rate rostock 2020 ohne'];
    expect((await understood(wegweiserFile)).reading).toMatchObject({ form: 'wegweiser', defaults: { source: 'Wegweiser Kommune (Bertelsmann Stiftung)' } });
    expect(told(await planOf(wegweiserFile, answered))).toEqual(expected);
    const workbook = await writeXlsxFile([['Indikatoren', '2019\nLeipzig', '2020\nLeipzig', '2019\nRostock', '2020\nRostock'], ['Beschäftigungsquote (%)', 60.1, 61.2, 58.3, 'k. A.'], ['Geburten (Anzahl)', 6100, 5900, 1800, 1750]]).toBuffer();
    expect(told(await planOf(workbook, answered))).toEqual(expected);
  });

  it('is an export with places that nobody here knows: their values are left out, and nobody else gets them', async () => {
    const file = 'Indikatoren;"2019\nKöln";"2020\nKöln";"2020\nLeipzig"\nBeschäftigungsquote (%);60,1;61,2;62,3\n';
    expect(told(await planOf(file))).toEqual(['left_out employment_rate Köln 2019 60.1', 'left_out employment_rate Köln 2020 61.2', 'new employment_rate leipzig 2020 62.3']);
    expect(told(await planOf('Indikatoren;"2019\nKöln";"2020\nKöln"\nBeschäftigungsquote (%);60,1;61,2\n'))).toEqual(['left_out employment_rate Köln 2019 60.1', 'left_out employment_rate Köln 2020 61.2']);
  });

  it('has places over years, with the head of the first column beside the places', async () => {
    const file = 'Indikatoren;Leipzig;;Rostock\n;2019;2020;2020\nBeschäftigungsquote (%);60,1;61,2;58,3\n';
    expect((await understood(file)).reading).toMatchObject({ headRow: 0, headRows: 2 });
    expect(told(await planOf(file))).toEqual(['new employment_rate leipzig 2019 60.1', 'new employment_rate leipzig 2020 61.2', 'new employment_rate rostock 2020 58.3']);
  });

  it('names its indicator over the years, brackets and all, or in its title', async () => {
    const own = [...indicators, { ...(indicators[1] as KnownIndicator), id: 'probe', key: 'probe', name: 'Quote (Probe)' }];
    const around = { indicators: own };
    const columnsOf = async (text: string) => (await understood(text, 'datei.csv', around)).reading;
    expect((await columnsOf('AGS;Gebiet;Quote (Probe);\n;;2021;2022\n14713000;Leipzig;5,1;5,2\n')).columns.filter(({ role }) => role === 'value')).toMatchObject([{ indicatorId: 'probe', period: '2021' }, { indicatorId: 'probe', period: '2022' }]);
    expect((await columnsOf('Amt für Statistik\nQuote (Probe)\nAGS;2021;2022\n14713000;5,1;5,2\n')).defaults.indicatorId).toBe('probe');
    expect((await columnsOf('AGS;Quote (2021);Quote (2022)\n14713000;5,1;5,2\n')).columns).toMatchObject([{ role: 'region_key' }, { role: 'value', period: '2021' }, { role: 'value', period: '2022' }]);
  });

  it('is a long table with words of its own, or a wide one with years side by side', async () => {
    const long = 'Kommunalstatistik 2026\n\nAGS;Kommune;Jahr;Kennzahl;Wert;Bemerkung\n03459008;Belm;2021;Beschäftigungsquote;58,5;vorläufige Zahl\n3459008;Belm;2022;Beschäftigungsquote;59,0;\n';
    expect((await understood(long)).reading).toMatchObject({ form: 'long', headRow: 2, headRows: 1 });
    const plan = await planOf(long);
    expect(told(plan)).toEqual(['new employment_rate belm 2021 58.5', 'new employment_rate belm 2022 59.0']);
    expect(plan.values.map(({ facts, notes }) => [facts?.note, notes])).toEqual([['vorläufige Zahl', []], [null, ['leading_zero']]]);
    const wide = 'Beschäftigungsquote in %\nGemeinde;2019;2020;2021\nLeipzig;60,1;61,2;x\nRostock;58,3;...;60,0\n';
    expect((await understood(wide)).reading).toMatchObject({ form: 'wide', headRow: 1, headRows: 1 });
    expect(told(await planOf(wide, withDefaults({ indicatorId: 'employment_rate' })))).toEqual([
      'new employment_rate leipzig 2019 60.1', 'new employment_rate leipzig 2020 61.2', 'new employment_rate leipzig 2021 ohne', 'new employment_rate rostock 2019 58.3', 'new employment_rate rostock 2020 ohne', 'new employment_rate rostock 2021 60.0',
    ]);
  });

  it('has months, quarters or half-years beside the year', async () => {
    const flat = newFlatFile.replaceAll('NAT;Nationalität;;Insgesamt', 'MONAT;Monate;MONAT03;März').replaceAll('NAT;Nationalität;NATA;Ausländer', 'QUARTG;Quartale;QUART2;2. Quartal');
    const periods = async (file: string) => (await planOf(file)).values.map(({ period, problem, breakdown }) => problem ?? [period?.from, period?.to, breakdown].join(' '));
    expect(await periods(flat)).toEqual(['2023-03-01 2023-03-31 ', '2023-04-01 2023-06-30 ', '2022-03-01 2022-03-31 ']);
    expect(await periods('AGS;Jahr;Monat;Indikator;Wert\n14713000;2020;2;foreign_share;5\n14713000;2020;Dez.;foreign_share;6\n14713000;2020;13;foreign_share;6\n14713000;2020;insgesamt;foreign_share;7\n')).toEqual(['2020-02-01 2020-02-29 ', '2020-12-01 2020-12-31 ', 'PERIOD_INVALID', '2020-01-01 2020-12-31 ']);
    expect(await periods('AGS;Jahr;Halbjahr;Indikator;Wert\n14713000;2020;1. Halbjahr;foreign_share;5\n14713000;2020;H2;foreign_share;6\n14713000;2020;3. Halbjahr;foreign_share;6\n')).toEqual(['2020-01-01 2020-06-30 ', '2020-07-01 2020-12-31 ', 'PERIOD_INVALID']);
    expect(await periods('AGS;Monat;Indikator;Wert\n14713000;März 2020;foreign_share;5\n14713000;04/2020;foreign_share;5\n')).toEqual(['2020-03-01 2020-03-31 ', '2020-04-01 2020-04-30 ']);
  });

  it('is written by older programs, when somebody says so', async () => {
    const [dos, mac] = [0x94, 0x9a].map((o) => Buffer.concat([Buffer.from('Ort;Wert\nK'), Buffer.from([o]), Buffer.from('ln;1\n')]));
    expect(sheetsIn(await sheetsOf(dos ?? ''), 'cp850')[0]?.rows[1]).toEqual(['Köln', '1']);
    expect(sheetsIn(await sheetsOf(mac ?? ''), 'macintosh')[0]?.rows[1]).toEqual(['Köln', '1']);
    const every = Buffer.concat([Buffer.from('a;'), Buffer.from(Array.from({ length: 128 }, (_, index) => 128 + index)), Buffer.from('\n')]);
    const [cells] = sheetsIn(await sheetsOf(every), 'cp850')[0]?.rows ?? [];
    expect([String(cells?.[1]).length, String(cells?.[1]).slice(0, 6), String(cells?.[1]).slice(97, 98)]).toEqual([128, 'Çüéâäà', 'ß']);
  });

  it('is our own, in both forms; what it does not show it does not say', async () => {
    const machine = [
      'region_ags,region_key,indicator_key,definition_version,period,period_from,period_to,breakdown,value,unit,qualifier,status,missing,note,source,source_table,retrieved_on',
      "14713000,leipzig,two_versions,1,2017,2017-01-01,2017-12-31,,7.5,percent,approx,final,,'=1+1,Amt,,2020-01-31", ',de,foreign_share,1,2017/2018,2017-01-01,2018-12-31,age=under_5,,percent,not_available,final,nicht erhoben,,,,',
      '14713000,leipzig,population,1,2020-12-31,2020-12-31,2020-12-31,,,persons,exact,final,suppressed,,,,',
    ].join('\r\n');
    const read = await planOf(machine);
    expect((await understood(machine)).reading.form).toBe('own');
    expect(read.values.map(({ regionId, period, facts }) => [regionId, period?.from, period?.to, facts?.value, facts?.note, facts?.retrievedOn])).toEqual([
      ['leipzig', '2017-01-01', '2017-12-31', '7.5', '=1+1', '2020-01-31'], ['de', '2017-01-01', '2018-12-31', null, null, null],
    ]);
    expect(told(read)[0]).toBe('2/8 OTHER_VERSION');
    const german = '\uFEFFAGS;Gebiet;Indikator;Fassung der Definition;Zeitraum;Von;Bis;Für wen;Wert;Einheit;Genauigkeit;Stand;Kein Wert, weil;Hinweis;Quelle;Tabelle;Abgerufen am\r\n;Deutschland;Anteil ausländischer Personen;1;2020;01.01.2020;31.12.2020;Alter: under 5;12,5;%;rund;vorläufig;;;;;31.01.2020\r\n';
    expect(told(await planOf(german))).toEqual(['new foreign_share de 2020 age=under 5 12.5 provisional']);
  });

  it('is our own workbook, which names its indicator on another sheet', async () => {
    const rows = [['AGS', 'Gebiet', 'Zeitraum', 'Von', 'Bis', 'Für wen', 'Wert in %', 'Genauigkeit', 'Stand', 'Fassung der Definition'], ...[2019, 2020].map((year) => ['14713000', 'Leipzig', String(year), `01.01.${year}`, `31.12.${year}`, '', 7.5, '', 'endgültig', '1'])];
    const workbook = await writeXlsxFile([{ sheet: 'Werte', data: rows }, { sheet: 'Definition', data: [['Indikator', 'Anteil ausländischer Personen'], ['Schlüssel', 'foreign_share']] }]).toBuffer();
    expect(told(await planOf(workbook))).toEqual(['new foreign_share leipzig 2019 7.5 final', 'new foreign_share leipzig 2020 7.5 final']);
  });

  it('is understood as one was before, when its heads are the same', async () => {
    const text = 'Wo;Wann;Was\nLeipzig;2020;12,5\n';
    const columns = new Map([['was', { role: 'value' as const, indicatorId: 'foreign_share' }], ['wo', { role: 'region_name' as const }]]);
    expect((await understood(text, 'x.csv', { remembered: { columns, indicators: new Map() } })).reading.columns).toEqual([{ column: 0, role: 'region_name' }, { column: 1, role: 'period' }, { column: 2, role: 'value', indicatorId: 'foreign_share' }]);
  });
});

describe('a statistics file', () => {
  const rows = fc.uniqueArray(fc.record({ region: fc.constantFrom(['14713000', 'Leipzig'], ['03459008', 'Belm'], ['13003000', 'Rostock']), year: fc.integer({ min: 1990, max: 2030 }), indicator: fc.constantFrom('foreign_share', 'employment_rate'), tenths: fc.integer({ min: 0, max: 1000 }), status: fc.constantFrom('', 'p', 's') }),
    { selector: ({ region, year, indicator }) => `${region[0]} ${year} ${indicator}`, minLength: 1, maxLength: 20 });
  const write = (list: readonly { region: readonly string[]; year: number; indicator: string; tenths: number; status: string }[]): string =>
    ['AGS;Jahr;Indikator;Wert;Status', ...list.map(({ region, year, indicator, tenths, status }) => `${region[0]};${year};${indicator};${(tenths / 10).toFixed(1).replace('.', ',')};${status}`)].join('\n');

  it('says the same when it comes twice, in whatever order', async () => {
    await fc.assert(fc.asyncProperty(rows, async (list) => {
      const first = await planOf(write(list));
      expect(first.counts).toMatchObject({ new: list.length, refused: 0 });
      const again = await planOf(write(list.toReversed()), undefined, standingAfter(first));
      expect(again.counts).toMatchObject({ unchanged: list.length, new: 0, changed: 0, refused: 0 });
    }), { numRuns: 40 });
  });

  it('with one value changed, changes exactly that one', async () => {
    await fc.assert(fc.asyncProperty(rows, fc.nat(), async (list, seed) => {
      const standing = standingAfter(await planOf(write(list)));
      const changed = list.map((row, index) => (index === seed % list.length ? { ...row, tenths: row.tenths === 0 ? 1 : row.tenths - 1 } : row));
      const plan = await planOf(write(changed), undefined, standing);
      expect(plan.counts).toMatchObject({ changed: 1, unchanged: list.length - 1 });
      expect(plan.values.find(({ state }) => state === 'changed')?.before?.value).not.toBe(plan.values.find(({ state }) => state === 'changed')?.facts?.value);
    }), { numRuns: 25 });
  });

  it.each([
    ['a wrong key', '1471300;2020;foreign_share;5', '2/0 REGION_KEY_INVALID'], ['no region', ';2020;foreign_share;5', '2/3 REGION_MISSING'], ['words for a number', '14713000;2020;foreign_share;viele', '2/3 NOT_A_NUMBER'], ['a percentage of 172', '14713000;2020;foreign_share;172', '2/3 PERCENT_OUT_OF_RANGE'],
    ['a day that does not exist', '14713000;31.02.2020;foreign_share;5', '2/1 DATE_DOES_NOT_EXIST'], ['no period', '14713000;;foreign_share;5', '2/3 PERIOD_MISSING'], ['words for a period', '14713000;bald;foreign_share;5', '2/1 PERIOD_INVALID'], ['an unknown indicator', '14713000;2020;glueck;5', '2/2 INDICATOR_UNKNOWN'],
    ['a unit that does not fit', '14713000;2020;population;5 %', '2/3 UNIT_MISMATCH'], ['half a person', '14713000;2020;population;5,5', '2/3 NOT_WHOLE'], ['less than nobody', '14713000;2020;population;-5', '2/3 NEGATIVE'], ['an endless number', `14713000;2020;foreign_share;${'9'.repeat(20)}`, '2/3 NUMBER_TOO_LARGE'],
    ['a settled value of a year that goes on', '14713000;2031;foreign_share;5;endgültig', '2/3 PERIOD_NOT_OVER'], ['a value of a year that has not begun, and no word of how settled it is', '14713000;2032;foreign_share;5', '2/3 PERIOD_NOT_OVER'],
    ['an unknown status', '14713000;2020;foreign_share;5;ungefähr', '2/4 STATUS_UNKNOWN'], ['a formula', '14713000;2020;foreign_share;=1+1', '2/3 NOT_A_NUMBER'], ['a note without end', `14713000;2020;foreign_share;5;;${'x'.repeat(2_100)}`, '2/3 TEXT_TOO_LONG'],
  ])('with %s is refused at the place of the fault', async (_, row, expected) => {
    const plan = await planOf(`AGS;Jahr;Indikator;Wert;Status;Hinweis\n${row}\n14713000;2019;employment_rate;5;;\n`, withDefaults({ regionId: null }));
    expect(told(plan)).toEqual([expected, 'new employment_rate leipzig 2019 5.0']);
    expect(plan.counts).toMatchObject({ refused: 1, new: 1 });
  });

  it('with forecasts and first figures of a year that goes on is taken over, and again when they stand', async () => {
    const file = 'AGS;Jahr;Indikator;Wert;Status\n14713000;2031;foreign_share;5;vorläufig\n14713000;2040;foreign_share;7;geschätzt\n14713000;2041;foreign_share;...;\n14713000;2042;foreign_share;.;\n';
    const plan = await planOf(file);
    expect(plan.counts).toMatchObject({ new: 4, refused: 0 });
    expect((await planOf('AGS;Jahr;Indikator;Wert\n14713000;2031;foreign_share;5\n14713000;2040;foreign_share;7\n', undefined, standingAfter(plan))).counts).toMatchObject({ unchanged: 2, refused: 0 });
  });

  it('without a word of how settled its values are is taken over with those of a year that goes on as provisional, and again when they stand', async () => {
    const file = (share: string) => `AGS;Jahr;Indikator;Wert\n14713000;2030;foreign_share;5\n14713000;2031;foreign_share;${share}\n`;
    const plan = await planOf(file('6'));
    expect(told(plan)).toEqual(['new foreign_share leipzig 2030 5.0', 'new foreign_share leipzig 2031 6.0 provisional']);
    expect([plan.values.map(({ notes }) => notes), plan.firstFigures]).toEqual([[[], ['not_over']], 1]);
    expect((await planOf(file('6'), undefined, standingAfter(plan))).counts).toMatchObject({ unchanged: 2 });
    expect(told(await planOf(file('7'), undefined, standingAfter(plan)))).toEqual(['unchanged foreign_share leipzig 2030 5.0', 'changed foreign_share leipzig 2031 7.0 provisional']);
  });

  it('with words that were said to be an indicator which is gone is refused there, and not left out as words that are none', async () => {
    const file = 'AGS;Jahr;Indikator;Wert\n14713000;2020;Glück;5\n14713000;2021;foreign_share;5\n';
    const said = (indicatorId: string | null) => planOf(file, (reading) => ({ ...reading, indicators: [{ words: 'Glück', indicatorId }] }));
    expect(told(await said('gone'))).toEqual(['2/2 INDICATOR_UNKNOWN', 'new foreign_share leipzig 2021 5.0']);
    expect(told(await said(null))).toEqual(['new foreign_share leipzig 2021 5.0']);
  });

  it('with a unit beside a value that does not fit is refused at the unit', async () => {
    expect(told(await planOf('AGS;Jahr;Indikator;Wert;Einheit\n14713000;2020;foreign_share;5;Personen\n14713000;2021;foreign_share;5;%\n'))).toEqual(['2/4 UNIT_MISMATCH', 'new foreign_share leipzig 2021 5.0']);
  });

  it('with a formula whose result is not in it is refused there, and left out where the region is unknown', async () => {
    const workbook = Buffer.from(await writeXlsxFile([['AGS', 'Jahr', 'Indikator', 'Wert'], ['14713000', 2020, 'foreign_share', 5], ['14713000', 2021, 'foreign_share', 77], ['05315000', 2021, 'foreign_share', 88]]).toBuffer());
    const parts = unzipSync(workbook);
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).replace('<v>77</v>', '<f>D2+1</f>').replace(/<c r="D4"[^>]*><v>88<\/v>/, '<c r="D4" t="e"><f>1/0</f><v>#DIV/0!</v>');
    const plan = await planOf(Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(xml) })), withDefaults({ regionId: null }));
    expect(told(plan)).toEqual(['new foreign_share leipzig 2020 5.0', '3/3 NOT_COMPUTED']);
    expect(plan.values.map(({ words }) => words)).toEqual(['5', '']);
  });

  it('with two values for one place is refused in both rows; the same value twice is one', async () => {
    const plan = await planOf('AGS;Jahr;Indikator;Wert\n14713000;2020;foreign_share;5\n14713;2020;foreign_share;6\n14713000;2021;foreign_share;5,0\n14713000;2021;foreign_share;5\n');
    expect(told(plan)).toEqual(['2/3 SAME_PLACE_TWICE', '3/3 SAME_PLACE_TWICE', 'new foreign_share leipzig 2021 5.0']);
  });

  it('leaves out regions that the installation does not know, and counts them', async () => {
    const plan = await planOf('AGS;Jahr;Indikator;Wert\n05315000;2020;foreign_share;5\n05315000;2021;foreign_share;5\n09162000;2020;foreign_share;5\n');
    expect(plan.counts).toMatchObject({ left_out: 3, refused: 0, new: 0 });
    expect(plan.unknownRegions).toEqual([{ words: '05315000', count: 2 }, { words: '09162000', count: 1 }]);
  });

  it('changes nothing of an earlier definition, and writes by the newest', async () => {
    const file = (version: string) => `region_ags;indicator_key;definition_version;period;value\n14713000;two_versions;${version};2020;7,5\n`;
    const standing = (version: number, value: string) => [{ id: 's', indicatorId: 'two_versions', version, regionId: 'leipzig', period: { from: '2020-01-01', to: '2020-12-31' }, breakdown: '', value, missingReason: null, qualifier: 'exact', status: 'final', note: null }];
    expect((await planOf(file('1'), undefined, standing(1, '7.5'))).counts).toMatchObject({ unchanged: 1 });
    expect(told(await planOf(file('1'), undefined, standing(1, '8')))).toEqual(['2/4 OTHER_VERSION']);
    expect((await planOf(file('2'), undefined, standing(1, '7.5'))).counts).toMatchObject({ new: 1 });
    expect(told(await planOf(file('3')))).toEqual(['2/2 VERSION_UNKNOWN']);
  });

  it('with twenty thousand rows is planned in a second or two', async () => {
    const file = ['AGS;Jahr;Indikator;Wert', ...Array.from({ length: 20_000 }, (_, index) => `${index % 2 === 0 ? '14713000' : '03459008'};${1900 + (index % 100)};${indicators[index % 2]?.key};${index % 100},5`)].join('\n');
    const start = performance.now();
    await planOf(file);
    expect(performance.now() - start).toBeLessThan(6_000);
  });
});
