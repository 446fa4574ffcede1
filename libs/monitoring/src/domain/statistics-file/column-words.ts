import { inEveryLanguage } from '../indicator-table.words.js';
import type { IndicatorColumn } from '../indicator-table.words.js';
import type { ColumnRole } from './statistics-reading.js';
import { plainWords } from './statistics-sheet.js';

/** Heads by which columns are known, in our own files, in official ones and in those of offices; the first role wins that knows one. */
const words: Readonly<Record<ColumnRole, readonly string[]>> = {
  region_key: [
    'region_ags', 'ags', 'ars', 'region_key', 'schlüssel', 'gemeindeschlüssel', 'gemeindekennziffer', 'amtlicher gemeindeschlüssel', 'amtlicher gemeindeschlüssel (ags)', 'kreisschlüssel', 'regionalschlüssel', 'amtlicher regionalschlüssel', 'gebietsschlüssel', 'gkz',
    'kennziffer', 'regionskennung', 'ags8', 'ags5', 'ags (8-stellig)',
  ],
  region_name: ['region', 'region_label', 'gemeinde', 'gemeindename', 'kommune', 'stadt', 'kreis', 'landkreis', 'kreise', 'kreise und kreisfreie städte', 'gebiet', 'gebietsname', 'gebietseinheit', 'raumeinheit', 'land', 'bundesland', 'ort', 'name', 'name der gemeinde'],
  period: ['period', 'zeit', 'zeitraum', 'jahr', 'jahre', 'stichtag', 'datum', 'berichtsjahr', 'schuljahr', 'zeitpunkt', 'time', 'year', 'date', 'erhebungsjahr', 'bezugsjahr'],
  period_part: ['monat', 'monate', 'quartal', 'quartale', 'vierteljahr', 'halbjahr', 'halbjahre'],
  indicator: ['indicator_key', 'indikator', 'indikatoren', 'kennzahl', 'kennzahlen', 'merkmal', 'indicator', 'bezeichnung', 'value_variable_label'],
  value: ['value', 'wert', 'werte', 'anzahl', 'zahl', 'anteil', 'quote', 'ergebnis', 'messwert'],
  missing_reason: ['missing', 'missing_reason', 'kein wert, weil', 'grund', 'fehlgrund', 'warum kein wert'],
  unit: ['unit', 'einheit', 'maßeinheit', 'value_unit'],
  status: ['status', 'stand', 'qualität', 'qualitätskennzeichen', 'value_q'],
  qualifier: ['qualifier', 'genauigkeit'],
  note: ['note', 'notes', 'hinweis', 'hinweise', 'anmerkung', 'anmerkungen', 'bemerkung', 'bemerkungen', 'fußnote', 'kommentar'],
  source: ['source', 'source_table', 'quelle', 'datenquelle', 'herkunft'],
  retrieved_on: ['retrieved_on', 'abgerufen am', 'abrufdatum', 'abruf', 'stand der daten'],
  definition_version: ['definition_version', 'fassung', 'fassung der definition'],
  breakdown: ['breakdown', 'gruppe', 'für wen', 'untergruppe', 'bevölkerungsgruppe', 'geschlecht', 'altersgruppe', 'altersgruppen', 'nationalität', 'staatsangehörigkeit', 'stadtteil', 'ortsteil', 'bezirk', 'alter'],
};

/** What the columns of our own files are, by whose heads they are known in every language. */
const ownColumns: Readonly<Partial<Record<ColumnRole, IndicatorColumn>>> = {
  region_key: 'ags', region_name: 'region', period: 'period', indicator: 'indicator', value: 'value', missing_reason: 'missing', unit: 'unit', status: 'status', qualifier: 'qualifier', note: 'note', source: 'source', retrieved_on: 'retrieved', definition_version: 'version', breakdown: 'whom',
};

/** What our own files call a column, in every language, as it is compared. */
export const ownHeads = (column: IndicatorColumn): readonly string[] => inEveryLanguage(({ heads }) => plainWords(heads[column]));

const roles = Object.keys(words) as readonly ColumnRole[];

const own: Readonly<Partial<Record<ColumnRole, readonly string[]>>> = Object.fromEntries(Object.entries(ownColumns).map(([role, column]) => [role, ownHeads(column)]));

/** What a column of that plain head usually is; null when nobody knows. */
export const roleOfHead = (plainHead: string): ColumnRole | null => (plainHead === '' ? null : (roles.find((role) => words[role].includes(plainHead) || own[role]?.includes(plainHead)) ?? null));
