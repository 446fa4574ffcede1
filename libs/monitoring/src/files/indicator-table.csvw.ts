import { openLicenceOf } from '@konzeptwerkstatt/kernel';
import { MACHINE_COLUMNS } from './indicator-table.csv.js';
import type { IndicatorTable } from './indicator-table.js';

/**
 * What the file for programs holds, as metadata of CSV on the Web (W3C, Metadata Vocabulary for Tabular Data, 2015): its columns are those of the
 * file because both come from one list.
 *
 * @param url of the CSV file
 * @param publisher name of the municipality
 */
export function indicatorCsvMetadata({ indicator, definitions }: IndicatorTable, url: string, publisher: string): object {
  const newest = definitions.at(-1);
  const licence = openLicenceOf(indicator.licence);
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'de' }],
    url,
    'dc:title': indicator.name,
    ...(newest === undefined || newest.text === '' ? {} : { 'dc:description': newest.text }),
    ...(newest?.source ? { 'dc:source': newest.source } : {}),
    ...(licence === null ? {} : { 'dc:license': { '@id': licence.url } }),
    'dc:publisher': publisher,
    dialect: { delimiter: ',', header: true, encoding: 'utf-8', lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: MACHINE_COLUMNS.map(({ name, datatype, title, description }) => ({
        name, titles: [name], datatype, 'dc:title': title, 'dc:description': description, ...(name === 'value' ? { 'schema:unitText': indicator.unitLabel } : {}),
      })),
      primaryKey: ['region_key', 'definition_version', 'period', 'breakdown'],
    },
  };
}
