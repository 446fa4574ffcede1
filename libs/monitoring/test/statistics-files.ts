import { readSheets } from '@konzeptwerkstatt/platform-files/sheets';
import { recognise } from '../src/domain/statistics-file/recognise.js';
import type { GuessSurroundings } from '../src/domain/statistics-file/column-guess.js';
import type { KnownIndicator } from '../src/domain/statistics-file/indicator-words.js';
import type { KnownRegion } from '../src/domain/statistics-file/region-cell.js';
import { planStatistics } from '../src/domain/statistics-file/statistics-plan.js';
import type { StandingValue, StatisticsPlan } from '../src/domain/statistics-file/statistics-plan.js';
import type { StatisticsReading } from '../src/domain/statistics-file/statistics-reading.js';
import { STATISTICS_LIMITS } from '../src/domain/statistics-file/statistics-sheet.js';
import type { StatisticsSheet } from '../src/domain/statistics-file/statistics-sheet.js';
import { readValues } from '../src/domain/statistics-file/statistics-values.js';

const indicator = (key: string, name: string, facts: Partial<KnownIndicator> = {}): KnownIndicator =>
  ({ id: key, key, name, unit: 'percent', unitLabel: '%', decimals: 1, sensitivity: 'open', mayExceedHundred: false, definitions: new Map([[1, `${key}-1`]]), referenceDateType: null, ...facts });
const region = (key: string, label: string, ags: string | null, kind = 'city'): KnownRegion => ({ id: key, key, label, kind, ags });

/** Figures of an invented town beside two real keys; nothing in these files is anybody's. */
export const indicators: readonly KnownIndicator[] = [
  indicator('foreign_share', 'Anteil ausländischer Personen'), indicator('employment_rate', 'Beschäftigungsquote'),
  indicator('population', 'Bevölkerung insgesamt', { unit: 'persons', unitLabel: 'Personen', decimals: 0 }),
  indicator('two_versions', 'Mit zwei Fassungen', { definitions: new Map([[1, 'two-1'], [2, 'two-2']]) }),
];
export const regions: readonly KnownRegion[] = [region('leipzig', 'Leipzig', '14713000'), region('belm', 'Belm', '03459008'), region('rostock', 'Hanse- und Universitätsstadt Rostock', '13003000'), region('de', 'Deutschland', null, 'country')];
export const surroundings: GuessSurroundings = { indicators, regions, remembered: { columns: new Map(), indicators: new Map() }, ownRegionId: 'leipzig' };

/** When the files are brought. */
const TODAY = '2031-06-30';

/** What a file is read as. @throws Error when it is not read */
export async function sheetsOf(content: Buffer | string): Promise<readonly StatisticsSheet[]> {
  const read = await readSheets(Buffer.from(content), STATISTICS_LIMITS);
  if ('problem' in read) throw new Error(read.problem);
  return read.sheets;
}

/** A file with how it is understood at first. */
export async function understood(content: Buffer | string, fileName = 'datei.csv', around: Partial<GuessSurroundings> = {}): Promise<{ readonly sheets: readonly StatisticsSheet[]; readonly reading: StatisticsReading }> {
  const sheets = await sheetsOf(content);
  return { sheets, reading: recognise(sheets, fileName, { ...surroundings, ...around }) };
}

/** What a file would do, with something said of it. */
export async function planOf(content: Buffer | string, said: (reading: StatisticsReading) => StatisticsReading = (reading) => reading, standing: readonly StandingValue[] = []): Promise<StatisticsPlan> {
  const { sheets, reading } = await understood(content);
  const values = readValues(sheets[reading.sheet] as StatisticsSheet, said(reading), { indicators, regions });
  if (values === null) throw new Error('too many values');
  return planStatistics(values, { indicators, standing, today: TODAY });
}

/** The values of a plan as somebody would tell them. */
export const told = ({ values }: StatisticsPlan): string[] => values.map(({ state, problem, row, column, indicatorId, regionId, regionWords, period, breakdown, facts }) => {
  if (problem !== null) return `${row}/${column} ${problem}`;
  const about = period === null ? '' : period.precision === 'day' ? period.from : period.precision === 'year' ? (period.from ?? '').slice(0, 4) : `${period.from}..${period.to}`;
  return [state, indicatorId, regionId ?? regionWords, about, breakdown, facts?.value ?? 'ohne', facts?.status ?? ''].join(' ').replace(/\s+/g, ' ').trim();
});

/** What stands when all new and changed values of a plan are written. */
export function standingAfter({ values }: StatisticsPlan): StandingValue[] {
  return values.filter(({ state }) => state !== 'refused' && state !== 'left_out').map(({ indicatorId, regionId, period, breakdown, facts }, index): StandingValue => ({
    id: String(index), indicatorId: indicatorId ?? '', version: Math.max(...(indicators.find(({ id }) => id === indicatorId)?.definitions.keys() ?? [1])), regionId: regionId ?? '', period: { from: period?.from ?? null, to: period?.to ?? null }, breakdown,
    value: facts?.value ?? null, missingReason: facts?.missingReason ?? null, qualifier: facts?.value === null ? 'not_available' : (facts?.qualifier ?? 'exact'), status: facts?.status ?? 'final', note: facts?.note ?? null,
  }));
}

/** Flat file of GENESIS until 2024. */
export const oldFlatFile = [
  'Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;1_Auspraegung_Code;1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;2_Auspraegung_Label;BEVSTD__Bevoelkerungsstand__Anzahl;BEVSTD__Bevoelkerungsstand__q',
  '12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;31.12.2020;KREISE;Kreise und kreisfreie Städte;14713;Leipzig, Stadt;GES;Geschlecht;;Insgesamt;600111;e',
  '12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;31.12.2020;KREISE;Kreise und kreisfreie Städte;14713;Leipzig, Stadt;GES;Geschlecht;GESW;weiblich;305222;e',
  '12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;31.12.2020;KREISE;Kreise und kreisfreie Städte;05315;Köln, Stadt;GES;Geschlecht;;Insgesamt;-;',
  '12411;Fortschreibung des Bevölkerungsstandes;STAG;Stichtag;31.12.2020;KREISE;Kreise und kreisfreie Städte;DG;Deutschland;GES;Geschlecht;;Insgesamt;80000333;p',
].join('\r\n');

/** Flat file of GENESIS today; a symbol stands in the column beside where there is no value. */
export const newFlatFile = [
  'statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;2_variable_attribute_label;value;value_q;value_unit;value_variable_code;value_variable_label',
  '13111;Beschäftigung;JAHR;Jahr;2023;GEMEIN;Gemeinden;03459008;Belm;NAT;Nationalität;;Insgesamt;61,4;;%;ERW1;Beschäftigungsquote',
  '13111;Beschäftigung;JAHR;Jahr;2023;GEMEIN;Gemeinden;03459008;Belm;NAT;Nationalität;NATA;Ausländer;48,25;s;%;ERW1;Beschäftigungsquote',
  '13111;Beschäftigung;JAHR;Jahr;2022;GEMEIN;Gemeinden;03459008;Belm;NAT;Nationalität;;Insgesamt;;.;%;ERW1;Beschäftigungsquote',
].join('\n');

/** A table as GENESIS prints it: titles, two lines of heads, the line under it, quoted footnotes, who holds the rights, when it was made. */
export const printedTable = [
  'Tabelle: 12411-02-03-4', 'Bevölkerung nach Geschlecht und Nationalität -', 'Stichtag 31.12. - regionale Tiefe: Kreise', 'Fortschreibung des Bevölkerungsstandes', 'Bevölkerung (Anzahl)',
  ';;;Bevölkerung insgesamt;;', ';;;Insgesamt;männlich;weiblich',
  '31.12.2020;14713;Leipzig, Stadt;600111;294889;305222', '31.12.2020;  13003;  Rostock, Hansestadt;209000;-;.', '31.12.2021;14713;Leipzig, Stadt;(601.500);300000p;301500',
  '__________', '"(1) Ab 2011: Ergebnisse auf Grundlage', 'der Zählung."', '© Statistisches Bundesamt (Destatis), 2022 | Stand: 04.11.2022 / 12:35:45',
].join('\r\n');

/** An export of the Wegweiser Kommune: two lines above, one row for each indicator, year and town in one head. */
export const wegweiserFile = [
  'Indikatoren: Beschäftigungsquote, Geburten', 'Kommunen: Leipzig, Rostock', 'Indikatoren;"2019\nLeipzig";"2020\nLeipzig";"2019\nRostock";"2020\nRostock"',
  'Beschäftigungsquote (%);60,1;61,2;58,3;k. A.', 'Geburten (Anzahl);6.100;5.900;1.800;1.750', 'Quelle: Statistische Ämter der Länder, eigene Berechnungen', 'www.wegweiser-kommune.de',
].join('\r\n');
