import { describe, expect, it } from '@jest/globals';
import jsonld from 'jsonld';
import { Parser, Store, Writer } from 'n3';
import { OPEN_LICENCES } from '@konzeptwerkstatt/kernel';
import { writeTurtle } from './catalogue.writer.js';
import { CATALOGUE_PREFIXES, dataCatalogue, editionDataset } from './data-catalogue.js';
import type { CatalogueDataset } from './data-catalogue.js';

const origin = 'https://konzept.example.org';
const place = { id: '0190b5a0-0000-7000-8000-000000000001', name: 'Musterstadt "am" <Fluss>', ags: '14713000', kind: 'independent_city', accentColour: null, logoFileId: null, ownWords: [], measureLicence: null, measureDataChangedAt: null, path: '/k/14713000' };
const dataset: CatalogueDataset = {
  path: '/k/14713000/indikatoren/beratene', title: 'Beratene Menschen', description: 'Zeile eins\nZeile "zwei" \\ تجربة', keywords: ['Indikator'], theme: 'SOCI', issuedAt: new Date('2026-01-02T03:04:05Z'), modifiedAt: new Date('2026-02-03T04:05:06Z'),
  from: '2020-01-01', to: '2025-12-31', frequency: 'ANNUAL', attribution: 'Amt für Statistik', files: [{ path: '/k/14713000/indikatoren/beratene.csv', title: 'CSV', format: 'CSV', mediaType: 'text/csv', licence: OPEN_LICENCES.dl_de_by_2_0 }],
};
const { dcat, dct, dcatde, foaf } = CATALOGUE_PREFIXES;
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

const published = {
  publication: { place: '1', slug: 'konzept-2026', publishedAt: new Date('2026-01-02T03:04:05Z') }, edition: { title: 'Konzept', year: 2026, instrumentKind: 'concept', isExample: false },
} as unknown as Parameters<typeof editionDataset>[0];

describe('a catalogue of open data', () => {
  const catalogue = dataCatalogue(place, [dataset], origin);

  it('has the same triples as Turtle and as JSON-LD', async () => {
    const quads = new Parser({ format: 'text/turtle' }).parse(await writeTurtle(catalogue));
    expect(quads.length).toBeGreaterThan(30);
    const canonical = async (input: unknown, more: object = {}): Promise<string> => jsonld.canonize(input as object, { format: 'application/n-quads', documentLoader: () => Promise.reject(new Error('asked for something')), ...more });
    const fromTurtle = await canonical(new Writer({ format: 'application/n-quads' }).quadsToString(quads), { inputFormat: 'application/n-quads' });
    expect(fromTurtle).toBe(await canonical(catalogue));
  });

  it('says what DCAT-AP.de asks of a catalogue, of each dataset and of each file', async () => {
    const store = new Store(new Parser({ format: 'text/turtle' }).parse(await writeTurtle(catalogue)));
    const valuesOf = (kind: string, property: string): string[] => store.getSubjects(type, kind, null).flatMap((subject) => store.getObjects(subject, property, null)).map(({ value }) => value);
    for (const property of [`${dct}title`, `${dct}description`, `${dct}publisher`, `${dcat}dataset`]) expect([property, valuesOf(`${dcat}Catalog`, property).length]).toEqual([property, 1]);
    for (const property of ['title', 'description', 'publisher', 'identifier', 'issued', 'modified', 'temporal', 'accrualPeriodicity'].map((name) => `${dct}${name}`)) expect([property, valuesOf(`${dcat}Dataset`, property).length]).toEqual([property, 1]);
    expect(valuesOf(`${dcat}Dataset`, `${dct}spatial`)).toEqual(['http://dcat-ap.de/def/politicalGeocoding/municipalityKey/14713000']);
    expect(valuesOf(`${dcat}Dataset`, `${dcatde}politicalGeocodingLevelURI`)).toEqual(['http://dcat-ap.de/def/politicalGeocoding/Level/municipality']);
    expect(valuesOf(`${dcat}Dataset`, `${dcat}theme`)).toEqual(['http://publications.europa.eu/resource/authority/data-theme/SOCI']);
    expect(valuesOf(`${dcat}Distribution`, `${dct}license`)).toEqual(['http://dcat-ap.de/def/licenses/dl-by-de/2.0']);
    expect(valuesOf(`${dcat}Distribution`, `${dcatde}licenseAttributionByText`)).toEqual([`${place.name}; Amt für Statistik`]);
    expect(valuesOf(`${dcat}Distribution`, `${dcat}accessURL`)).toEqual([`${origin}${dataset.path}`]);
    expect(valuesOf(`${foaf}Agent`, `${foaf}name`)).toEqual([place.name]);
  });

  it('names the licence that the municipality has chosen for its measures, and none for the text', () => {
    const { files } = editionDataset(published, { hasMeasures: true, hasStatus: true, measureLicence: OPEN_LICENCES.cc_zero_1_0, pdfFileId: 'pdf', modifiedAt: new Date('2026-01-02T03:04:05Z') });
    expect(files.map(({ format, licence }) => [format, licence?.label ?? null])).toEqual([['CSV', 'CC0 1.0'], ['JSON', 'CC0 1.0'], ['PDF', null]]);
  });

  it.each([[true, 'Stand beim Beschluss und Stand heute.'], [false, 'Finanzierung und Stand beim Beschluss.']])('says of measures whether their status of today is in the file: %s', (hasStatus, end) => {
    const { description } = editionDataset(published, { hasMeasures: true, hasStatus, measureLicence: null, pdfFileId: null, modifiedAt: new Date('2026-01-02T03:04:05Z') });
    expect(description.slice(-end.length)).toBe(end);
  });

  it('names a county by its district', async () => {
    expect(await writeTurtle(dataCatalogue({ ...place, kind: 'county' }, [dataset], origin))).toContain('districtKey/14713');
  });
});
