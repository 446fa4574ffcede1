import { Inject, Injectable } from '@nestjs/common';
import { PublicationReader } from '@konzeptwerkstatt/concept';
import type { PublishedEdition } from '@konzeptwerkstatt/concept';
import { IndicatorReader, ReleasedIndicatorReader } from '@konzeptwerkstatt/monitoring';
import { isReportKind } from '../domain/report/report-facts.js';
import { AdoptedFileReader } from '../queries/adopted-file.reader.js';
import { writeTurtle } from './catalogue.writer.js';
import { dataCatalogue, editionDataset, indicatorDataset } from './data-catalogue.js';
import type { CatalogueDataset } from './data-catalogue.js';
import type { PublicData } from './public-answer.js';
import { PublicMeasureListReader } from './public-measure-list.reader.js';
import { PublicPlaceReader } from './public-place.reader.js';
import type { PublicMunicipality } from './public-place.reader.js';
import { PublicStatusReader } from './public-status.reader.js';

/** The forms of the catalogue, by the ending of their address. */
export const CATALOGUE_FORMS = { ttl: 'text/turtle', jsonld: 'application/ld+json' } as const;
export type CatalogueForm = keyof typeof CATALOGUE_FORMS;

const latestOf = (one: Date, ...others: readonly (Date | null)[]): Date => others.reduce<Date>((latest, other) => (other !== null && other > latest ? other : latest), one);

/** The catalogue of a municipality's open data. */
@Injectable()
export class DataCatalogueReader {
  constructor(
    @Inject(PublicPlaceReader) private readonly places: PublicPlaceReader,
    @Inject(ReleasedIndicatorReader) private readonly released: ReleasedIndicatorReader,
    @Inject(IndicatorReader) private readonly indicators: IndicatorReader,
    @Inject(PublicationReader) private readonly publications: PublicationReader,
    @Inject(PublicMeasureListReader) private readonly measures: PublicMeasureListReader,
    @Inject(PublicStatusReader) private readonly statuses: PublicStatusReader,
    @Inject(AdoptedFileReader) private readonly files: AdoptedFileReader,
  ) {}

  /** Null where nobody has published anything. @param origin address of the installation, without a slash */
  async read(address: string, form: CatalogueForm, origin: string): Promise<PublicData | null> {
    const place = await this.places.find(address);
    if (place === null) return null;
    const [editions, indicators] = await Promise.all([this.editions(address, place), this.datasets(place)]);
    const catalogue = dataCatalogue(place, [...editions, ...indicators], origin);
    return { mediaType: `${CATALOGUE_FORMS[form]}; charset=utf-8`, content: form === 'ttl' ? await writeTurtle(catalogue) : JSON.stringify(catalogue, null, 2), name: null, describedBy: null };
  }

  private async editions(address: string, place: PublicMunicipality): Promise<CatalogueDataset[]> {
    const { id, measureLicence } = place;
    const published = await this.publications.findByPlace(address);
    const [files, hasStatus] = await Promise.all([this.files.findByEditions(published.map(({ edition }) => edition.editionId)), this.statuses.isPublic(id)]);
    return Promise.all(published.map(async (one) => editionDataset(one, { ...(await this.measuresOf(one, place)), hasStatus, measureLicence, pdfFileId: files.find(({ editionId }) => editionId === one.edition.editionId)?.fileId ?? null })));
  }

  /** Whether the measures of an edition are data of their own, and when that changed last. Reports only repeat them. */
  private async measuresOf({ publication: { publishedAt }, edition }: PublishedEdition, { id, measureDataChangedAt }: PublicMunicipality): Promise<{ readonly hasMeasures: boolean; readonly modifiedAt: Date }> {
    const found = isReportKind(edition.instrumentKind) ? null : await this.publications.findMeasuresOf(edition.editionId);
    if (found === null || found.measures.length === 0) return { hasMeasures: false, modifiedAt: publishedAt };
    return { hasMeasures: true, modifiedAt: latestOf(publishedAt, await this.measures.lastReported(id, found), measureDataChangedAt) };
  }

  private async datasets({ id }: PublicMunicipality): Promise<CatalogueDataset[]> {
    const released = await this.released.findByMunicipality(id);
    const definitions = await this.indicators.findNewestDefinitions(id, released.map(({ row }) => row.id));
    return released.map((indicator) => indicatorDataset(indicator, definitions.find(({ indicatorId }) => indicatorId === indicator.row.id) ?? null));
  }
}
