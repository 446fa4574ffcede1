import { Inject, Injectable } from '@nestjs/common';
import { IndicatorReader, ReleasedIndicatorReader } from '@konzeptwerkstatt/monitoring';
import { writeTurtle } from './catalogue.writer.js';
import { dataCatalogue, indicatorDataset } from './data-catalogue.js';
import type { CatalogueDataset } from './data-catalogue.js';
import type { PublicData } from './public-answer.js';
import { PublicPlaceReader } from './public-place.reader.js';
import type { PublicMunicipality } from './public-place.reader.js';

/** The forms of the catalogue, by the ending of their address. */
export const CATALOGUE_FORMS = { ttl: 'text/turtle', jsonld: 'application/ld+json' } as const;
export type CatalogueForm = keyof typeof CATALOGUE_FORMS;

/** The catalogue of a municipality's open data. */
@Injectable()
export class DataCatalogueReader {
  constructor(
    @Inject(PublicPlaceReader) private readonly places: PublicPlaceReader,
    @Inject(ReleasedIndicatorReader) private readonly released: ReleasedIndicatorReader,
    @Inject(IndicatorReader) private readonly indicators: IndicatorReader,
  ) {}

  /** Null where nobody has published anything. @param origin address of the installation, without a slash */
  async read(address: string, form: CatalogueForm, origin: string): Promise<PublicData | null> {
    const place = await this.places.find(address);
    if (place === null) return null;
    const catalogue = dataCatalogue(place, await this.datasets(place), origin);
    return { mediaType: `${CATALOGUE_FORMS[form]}; charset=utf-8`, content: form === 'ttl' ? await writeTurtle(catalogue) : JSON.stringify(catalogue, null, 2), name: null, describedBy: null };
  }

  private async datasets({ id }: PublicMunicipality): Promise<CatalogueDataset[]> {
    const released = await this.released.findByMunicipality(id);
    const definitions = await this.indicators.findNewestDefinitions(id, released.map(({ row }) => row.id));
    return released.map((indicator) => indicatorDataset(indicator, definitions.find(({ indicatorId }) => indicatorId === indicator.row.id) ?? null));
  }
}
