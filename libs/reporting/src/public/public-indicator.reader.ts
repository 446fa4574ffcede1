import { Inject, Injectable } from '@nestjs/common';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { indicatorCsvMetadata, IndicatorComparisonReader, ReleasedIndicatorReader, releasedPath, writeIndicatorCsv } from '@konzeptwerkstatt/monitoring';
import type { ReleasedIndicator } from '@konzeptwerkstatt/monitoring';
import { renderIndicatorList, renderIndicatorPage } from './indicator-page.renderer.js';
import { asPage, nothingPublic } from './public-answer.js';
import type { PublicData, PublicPage } from './public-answer.js';
import type { PublicLanguage } from './public-language.js';
import { PublicPlaceReader } from './public-place.reader.js';
import type { PublicMunicipality } from './public-place.reader.js';

/** The forms in which the values of an indicator are there as data, by the ending of their address. */
export const INDICATOR_DATA = ['.csv-metadata.json', '.de.csv', '.en.csv', '.ar.csv', '.csv'] as const;
export type IndicatorData = (typeof INDICATOR_DATA)[number];
const WORDS_IN = { '.de.csv': 'de', '.en.csv': 'en', '.ar.csv': 'ar' } as const satisfies Partial<Record<IndicatorData, PublicLanguage>>;

/** Public pages of released indicators and their data: for everybody, made of what is there at this moment, so that nothing withdrawn or withheld lives on. */
@Injectable()
export class PublicIndicatorReader {
  constructor(
    @Inject(PublicPlaceReader) private readonly places: PublicPlaceReader,
    @Inject(ReleasedIndicatorReader) private readonly indicators: ReleasedIndicatorReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(IndicatorComparisonReader) private readonly comparisons: IndicatorComparisonReader,
  ) {}

  /** The list of a municipality's released indicators. */
  async list(address: string, language: PublicLanguage): Promise<PublicPage> {
    const place = await this.places.find(address);
    const released = place === null ? [] : await this.indicators.findByMunicipality(place.id);
    return place === null || released.length === 0 ? nothingPublic() : asPage(200, renderIndicatorList(place, released, language), place.accentColour);
  }

  /** The page of one indicator. */
  async page(address: string, key: string, language: PublicLanguage): Promise<PublicPage> {
    const found = await this.find(address, key);
    if (found === null) return nothingPublic();
    const { place, released } = found;
    const { municipalityId, responsibleOrganisationId } = released.row;
    const [table, { others }, offices] = await Promise.all([
      this.indicators.table(released), this.comparisons.of(released.row), responsibleOrganisationId === null ? [] : this.identity.organisationsByIds(municipalityId, [responsibleOrganisationId]),
    ]);
    return asPage(200, renderIndicatorPage({ place, ags: place.ags, released, table, officeName: offices[0]?.name ?? null, others, language }), place.accentColour);
  }

  /** Its values as data; null when there are none for everybody. @param origin of the installation, for addresses in the metadata */
  async data(address: string, key: string, form: IndicatorData, origin: string): Promise<PublicData | null> {
    const found = await this.find(address, key);
    if (found === null) return null;
    const { place, released } = found;
    const table = await this.indicators.table(released);
    const path = releasedPath(released.place, key);
    if (form === '.csv-metadata.json') return { mediaType: 'application/csvm+json; charset=utf-8', content: JSON.stringify(indicatorCsvMetadata(table, `${origin}${path}.csv`, place.name), null, 2), name: null, describedBy: null };
    return { mediaType: 'text/csv; charset=utf-8', content: form === '.csv' ? writeIndicatorCsv('machineLong', table) : writeIndicatorCsv('germanLong', table, WORDS_IN[form]), name: `${key}${form}`, describedBy: form === '.csv' ? `${path}.csv-metadata.json` : null };
  }

  private async find(address: string, key: string): Promise<{ readonly place: PublicMunicipality; readonly released: ReleasedIndicator } | null> {
    const place = await this.places.find(address);
    const released = place === null ? null : await this.indicators.findByKey(place.id, key);
    return place === null || released === null ? null : { place, released };
  }
}
