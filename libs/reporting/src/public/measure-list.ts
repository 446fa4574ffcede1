import { stringify } from 'csv-stringify/sync';
import { harmlessText } from '@konzeptwerkstatt/concept';
import type { PublicMeasure } from '@konzeptwerkstatt/concept';
import { municipalClock } from '@konzeptwerkstatt/kernel';
import type { OpenLicence } from '@konzeptwerkstatt/kernel';
import type { MeasureStanding } from './measure-facts.js';

/** A measure of a published edition with whatever the file says beside what was adopted. */
export interface ListedMeasure {
  readonly measure: PublicMeasure;
  /** Title of its section. */
  readonly section: string;
  readonly goalNumbers: readonly string[];
  readonly lead: string | null;
  readonly partners: readonly string[];
  /** Keys of those of its indicators that everybody may read. */
  readonly indicatorKeys: readonly string[];
  readonly standing: MeasureStanding | null;
  /** Its own page. */
  readonly url: string;
}

interface ListColumn {
  readonly name: string;
  /** Datatype of CSV on the Web. */
  readonly datatype: 'string' | 'decimal' | 'date' | 'anyURI';
  readonly title: string;
  readonly description: string;
  /** Between the entries of a cell that holds a list. */
  readonly separator?: string;
  readonly cell: (row: ListedMeasure) => string;
}

const SEPARATOR = ' | ';
const text = (value: string | null): string => (value === null ? '' : harmlessText(value));
const list = (values: readonly string[]): string => text(values.join(SEPARATOR));

/** The columns of the file, from left to right. Contact persons are in none. */
const columns: readonly ListColumn[] = [
  { name: 'measure_id', datatype: 'string', title: 'Kennung', description: 'Bleibt dieselbe in allen Fassungen des Konzepts.', cell: ({ measure }) => measure.lineageId },
  { name: 'number', datatype: 'string', title: 'Nr.', description: 'Nummer in dieser Fassung.', cell: ({ measure }) => text(measure.number) },
  { name: 'title', datatype: 'string', title: 'Maßnahme', description: 'Titel.', cell: ({ measure }) => text(measure.title) },
  { name: 'description', datatype: 'string', title: 'Beschreibung', description: 'Text der Maßnahme ohne Auszeichnung.', cell: ({ measure }) => text(measure.description) },
  { name: 'field_of_action', datatype: 'string', title: 'Handlungsfeld', description: 'Titel des Abschnitts, in dem sie steht.', cell: ({ section }) => text(section) },
  { name: 'goals', datatype: 'string', separator: SEPARATOR, title: 'Ziele', description: 'Nummern der Ziele, denen sie dient.', cell: ({ goalNumbers }) => list(goalNumbers) },
  { name: 'type', datatype: 'string', title: 'Art', description: 'new, continued, permanent, pilot oder mandate (sich einsetzen für).', cell: ({ measure }) => measure.type ?? '' },
  { name: 'status_adopted', datatype: 'string', title: 'Stand beim Beschluss', description: 'idea, planned, running, done, continued, paused oder dropped.', cell: ({ measure }) => measure.status ?? '' },
  { name: 'status_today', datatype: 'string', title: 'Stand heute', description: 'Dieselben Wörter, wie zuletzt gemeldet; leer, solange nichts gemeldet ist oder die Kommune es nicht öffentlich zeigt.', cell: ({ standing }) => standing?.status ?? '' },
  { name: 'status_reported_on', datatype: 'date', title: 'Gemeldet am', description: 'Tag der letzten Meldung.', cell: ({ standing }) => (standing === null ? '' : municipalClock(standing.reportedAt).day) },
  { name: 'priority', datatype: 'string', title: 'Priorität', description: 'high, medium oder low.', cell: ({ measure }) => measure.priority ?? '' },
  { name: 'lead', datatype: 'string', title: 'Federführung', description: 'Organisation, die zugesagt hatte.', cell: ({ lead }) => text(lead) },
  { name: 'partners', datatype: 'string', separator: SEPARATOR, title: 'Beteiligte', description: 'Organisationen, die zugesagt hatten.', cell: ({ partners }) => list(partners) },
  { name: 'target_groups', datatype: 'string', separator: SEPARATOR, title: 'Zielgruppen', description: 'Schlüssel der Zielgruppen.', cell: ({ measure }) => list(measure.targetGroups) },
  { name: 'district', datatype: 'string', title: 'Sozialraum', description: 'Stadtteil oder Ortsteil in Worten.', cell: ({ measure }) => text(measure.district) },
  { name: 'period', datatype: 'string', title: 'Zeitraum', description: 'Von/bis, jeweils Jahr, Quartal (2027-Q1) oder Monat (2027-03); „..“ heißt unbefristet.', cell: ({ measure }) => measure.period ?? '' },
  { name: 'resources', datatype: 'string', title: 'Ressourcen', description: 'In Worten.', cell: ({ measure }) => text(measure.resources) },
  { name: 'budget_amount', datatype: 'decimal', title: 'Betrag', description: 'Euro, mit Punkt vor den Nachkommastellen.', cell: ({ measure }) => measure.budgetAmount ?? '' },
  { name: 'funding_source', datatype: 'string', title: 'Finanzierung', description: 'Woher das Geld kommt.', cell: ({ measure }) => text(measure.fundingSource) },
  { name: 'funding_state', datatype: 'string', title: 'Haushalt', description: 'subject_to_budget (vorbehaltlich Haushalt) oder secured.', cell: ({ measure }) => measure.fundingState ?? '' },
  { name: 'funding_until', datatype: 'date', title: 'Finanziert bis', description: 'Letzter Tag.', cell: ({ measure }) => measure.fundingUntil ?? '' },
  { name: 'staff_positions', datatype: 'decimal', title: 'Stellen (VZÄ)', description: 'Vollzeitäquivalente.', cell: ({ measure }) => measure.staffPositions ?? '' },
  { name: 'indicators', datatype: 'string', separator: SEPARATOR, title: 'Indikatoren', description: 'Schlüssel der veröffentlichten Indikatoren, an denen sie gemessen wird.', cell: ({ indicatorKeys }) => list(indicatorKeys) },
  { name: 'page', datatype: 'anyURI', title: 'Seite', description: 'Öffentliche Seite der Maßnahme.', cell: ({ url }) => url },
];

/** The measures of a published edition as CSV for programs (RFC 4180). Words that a spreadsheet would take for a formula start with an apostrophe. */
export function measureListCsv(rows: readonly ListedMeasure[]): Buffer {
  return Buffer.from(stringify([columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ cell }) => cell(row)))], { record_delimiter: 'windows' }));
}

/**
 * What that file holds, as metadata of CSV on the Web (W3C, Metadata Vocabulary for Tabular Data, 2015).
 *
 * @param licence under which everybody may use it
 * @param url of the CSV file
 */
export function measureListMetadata({ title, publisher, licence, url }: { readonly title: string; readonly publisher: string; readonly licence: OpenLicence | null; readonly url: string }): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'de' }], url, 'dc:title': title, ...(licence === null ? {} : { 'dc:license': { '@id': licence.url } }), 'dc:publisher': publisher, dialect: { delimiter: ',', header: true, encoding: 'utf-8', lineTerminators: ['\r\n'] },
    tableSchema: { columns: columns.map(({ name, datatype, title: named, description, separator }) => ({ name, titles: [name], datatype, ...(separator === undefined ? {} : { separator }), 'dc:title': named, 'dc:description': description })), primaryKey: ['measure_id'] },
  };
}
