import type { ColumnRole } from './statistics-reading.js';

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

const roles = Object.keys(words) as readonly ColumnRole[];

/** What a column of that plain head usually is; null when nobody knows. */
export const roleOfHead = (plainHead: string): ColumnRole | null => (plainHead === '' ? null : (roles.find((role) => words[role].includes(plainHead)) ?? null));
