import { publicMeasureListPath, publicPath } from '@konzeptwerkstatt/concept';
import type { PublishedEdition } from '@konzeptwerkstatt/concept';
import { openLicenceOf } from '@konzeptwerkstatt/kernel';
import type { OpenLicence } from '@konzeptwerkstatt/kernel';
import { releasedPath } from '@konzeptwerkstatt/monitoring';
import type { ReleasedIndicator } from '@konzeptwerkstatt/monitoring';
import { isReportKind } from '../domain/report/report-facts.js';
import type { PublicMunicipality } from './public-place.reader.js';

/** Prefixes of the vocabularies in use. */
export const CATALOGUE_PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', dcatde: 'http://dcat-ap.de/def/dcatde/', foaf: 'http://xmlns.com/foaf/0.1/', vcard: 'http://www.w3.org/2006/vcard/ns#', xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** A file of a dataset. */
interface CatalogueFile {
  readonly path: string;
  readonly title: string;
  readonly format: 'CSV' | 'JSON' | 'PDF';
  readonly mediaType: string;
  /** Under which everybody may use it; null: none is named. */
  readonly licence: OpenLicence | null;
}

/** A dataset of the catalogue: what it holds, and in which files. */
export interface CatalogueDataset {
  /** Address of the page about it, from the root. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** Of EU's data themes. */
  readonly theme: 'SOCI' | 'GOVE';
  readonly issuedAt: Date;
  readonly modifiedAt: Date;
  /** First and last day, `YYYY-MM-DD`; null: unknown. */
  readonly from: string | null;
  readonly to: string | null;
  /** Of EU's frequencies; null: unknown. */
  readonly frequency: string | null;
  /** Who is named as the source; null: the municipality. */
  readonly attribution: string | null;
  readonly files: readonly CatalogueFile[];
}

const euVocabulary = 'http://publications.europa.eu/resource/authority/';
const geocoding = 'http://dcat-ap.de/def/politicalGeocoding/';
const frequencies: Readonly<Record<string, string>> = { monthly: 'MONTHLY', quarterly: 'QUARTERLY', half_yearly: 'ANNUAL_2', yearly: 'ANNUAL', two_yearly: 'BIENNIAL', irregular: 'IRREG' };

const node = (id: string): object => ({ '@id': id });
const german = (value: string): object => ({ '@value': value, '@language': 'de' });
const instant = (value: Date): object => ({ '@value': value.toISOString(), '@type': 'xsd:dateTime' });
const day = (value: string): object => ({ '@value': value, '@type': 'xsd:date' });

/** A released indicator as a dataset. */
export function indicatorDataset({ row, place, releasedAt, modifiedAt, from, to }: ReleasedIndicator, definition: { readonly text: string; readonly source: string | null } | null): CatalogueDataset {
  const path = releasedPath(place, row.key);
  const licence = openLicenceOf(row.licence);
  return {
    path, title: row.name, description: definition === null || definition.text === '' ? `${row.name} (${row.unitLabel})` : definition.text, keywords: ['Indikator', 'Integration', 'Vielfalt', ...(row.isExample ? ['Beispiel'] : [])],
    theme: 'SOCI', issuedAt: releasedAt, modifiedAt, from, to, frequency: row.rhythm === null ? null : frequencies[row.rhythm] ?? null, attribution: definition?.source ?? null,
    files: [
      { path: `${path}.csv`, title: 'CSV für Programme', format: 'CSV', mediaType: 'text/csv', licence }, { path: `${path}.de.csv`, title: 'CSV für Excel', format: 'CSV', mediaType: 'text/csv', licence },
      { path: `${path}.csv-metadata.json`, title: 'Beschreibung der Spalten (CSVW)', format: 'JSON', mediaType: 'application/csvm+json', licence },
    ],
  };
}

/** What is there of a published edition beside its page. */
export interface EditionFiles {
  /** Whether its measures are there as data. */
  readonly hasMeasures: boolean;
  /** Whether those say how far they are today. */
  readonly hasStatus: boolean;
  /** Under which everybody may use the measures as data. */
  readonly measureLicence: OpenLicence | null;
  /** The PDF; null while it is not there. */
  readonly pdfFileId: string | null;
  /** When something of it was changed last. */
  readonly modifiedAt: Date;
}

/** A published concept or report as a dataset. For its text no licence is named: nobody has given one. */
export function editionDataset({ publication, edition }: PublishedEdition, { hasMeasures, hasStatus, measureLicence: licence, pdfFileId, modifiedAt }: EditionFiles): CatalogueDataset {
  const list = publicMeasureListPath(publication);
  const isReport = isReportKind(edition.instrumentKind);
  const facts = `Ziele, Zuständige, Zeitraum, Finanzierung${hasStatus ? ', Stand beim Beschluss und Stand heute' : ' und Stand beim Beschluss'}`;
  const description = `${edition.title} (${edition.year}), ${isReport ? 'Bericht' : 'beschlossene Fassung'}${hasMeasures ? ` mit ihren Maßnahmen: ${facts}` : ''}.`;
  return {
    path: publicPath(publication), title: `${edition.title} (${edition.year})`, description, keywords: [isReport ? 'Bericht' : 'Konzept', 'Integration', 'Vielfalt', ...(hasMeasures ? ['Maßnahmen'] : []), ...(edition.isExample ? ['Beispiel'] : [])],
    theme: 'GOVE', issuedAt: publication.publishedAt, modifiedAt, from: null, to: null, frequency: null, attribution: null,
    files: [
      ...(hasMeasures ? [
        { path: `${list}.csv`, title: 'Maßnahmen als CSV für Programme', format: 'CSV' as const, mediaType: 'text/csv', licence },
        { path: `${list}.csv-metadata.json`, title: 'Beschreibung der Spalten (CSVW)', format: 'JSON' as const, mediaType: 'application/csvm+json', licence },
      ] : []),
      ...(pdfFileId === null ? [] : [{ path: `/files/${pdfFileId}`, title: 'Beschlossene Fassung als PDF', format: 'PDF' as const, mediaType: 'application/pdf', licence: null }]),
    ],
  };
}

/** Which area of Germany a municipality is: its key, or that of its district. */
function coverage({ ags, kind }: PublicMunicipality): object {
  if (ags === null) return {};
  const [level, area] = kind === 'county' ? ['administrativeDistrict', `districtKey/${ags.slice(0, 5)}`] : ['municipality', `municipalityKey/${ags}`];
  return { 'dct:spatial': node(`${geocoding}${area}`), 'dcatde:politicalGeocodingLevelURI': node(`${geocoding}Level/${level}`), 'dcatde:politicalGeocodingURI': node(`${geocoding}${area}`) };
}

function distributions({ files, path, attribution, modifiedAt }: CatalogueDataset, place: PublicMunicipality, origin: string): object[] {
  return files.map((file) => ({
    '@id': `${origin}${file.path}#distribution`, '@type': 'dcat:Distribution', 'dct:title': german(file.title), 'dcat:accessURL': node(`${origin}${path}`), 'dcat:downloadURL': node(`${origin}${file.path}`),
    'dct:format': node(`${euVocabulary}file-type/${file.format}`), 'dcat:mediaType': node(`https://www.iana.org/assignments/media-types/${file.mediaType}`), 'dct:modified': instant(modifiedAt),
    ...(file.licence === null ? {} : { 'dct:license': node(file.licence.uri), ...(file.licence.namesSource ? { 'dcatde:licenseAttributionByText': german(attribution === null ? place.name : `${place.name}; ${attribution}`) } : {}) }),
  }));
}

function datasetNode(dataset: CatalogueDataset, place: PublicMunicipality, origin: string): object {
  const { title, description, keywords, theme, issuedAt, modifiedAt, from, to, frequency, path } = dataset;
  return {
    '@id': `${origin}${path}#dataset`, '@type': 'dcat:Dataset', 'dct:title': german(title), 'dct:description': german(description), 'dct:identifier': `${origin}${path}`,
    'dct:publisher': node(`${origin}${place.path}#publisher`), 'dcat:contactPoint': { '@type': 'vcard:Organization', 'vcard:fn': place.name, 'vcard:hasURL': node(`${origin}/impressum?kommune=${place.id}`) },
    'dcat:keyword': keywords.map(german), 'dcat:theme': node(`${euVocabulary}data-theme/${theme}`), 'dct:language': node(`${euVocabulary}language/DEU`), 'dct:accessRights': node(`${euVocabulary}access-right/PUBLIC`),
    'dct:issued': instant(issuedAt), 'dct:modified': instant(modifiedAt), 'dcat:landingPage': node(`${origin}${path}`), ...coverage(place),
    ...(from === null || to === null ? {} : { 'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': day(from), 'dcat:endDate': day(to) } }),
    ...(frequency === null ? {} : { 'dct:accrualPeriodicity': node(`${euVocabulary}frequency/${frequency}`) }),
    'dcat:distribution': distributions(dataset, place, origin),
  };
}

/**
 * The catalogue of a municipality's open data as JSON-LD after DCAT-AP.de 3.0. What only the one who runs a data portal can give out
 * (`dcatde:contributorID`) is left to the portal.
 *
 * @param origin address of the installation, without a slash
 */
export function dataCatalogue(place: PublicMunicipality, datasets: readonly CatalogueDataset[], origin: string): object {
  const modifiedAt = datasets.map((dataset) => dataset.modifiedAt).toSorted((one, other) => other.getTime() - one.getTime())[0];
  return {
    '@context': CATALOGUE_PREFIXES,
    '@id': `${origin}${place.path}/katalog`, '@type': 'dcat:Catalog', 'dct:title': german(`Offene Daten: ${place.name}`), 'dct:description': german(`Indikatoren und Maßnahmen zu Integration und Vielfalt, veröffentlicht von: ${place.name}.`),
    'dct:publisher': { '@id': `${origin}${place.path}#publisher`, '@type': ['foaf:Agent', 'foaf:Organization'], 'foaf:name': place.name },
    'foaf:homepage': node(`${origin}${place.path}`), 'dct:language': node(`${euVocabulary}language/DEU`), ...(modifiedAt === undefined ? {} : { 'dct:modified': instant(modifiedAt) }),
    'dcat:dataset': datasets.map((dataset) => datasetNode(dataset, place, origin)),
  };
}
