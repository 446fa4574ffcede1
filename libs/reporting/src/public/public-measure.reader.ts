import { Inject, Injectable } from '@nestjs/common';
import { PublicationReader } from '@konzeptwerkstatt/concept';
import type { PublishedMeasure } from '@konzeptwerkstatt/concept';
import { objectsIn } from '@konzeptwerkstatt/document-model';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { isUuid } from '@konzeptwerkstatt/kernel';
import { ReleasedIndicatorReader } from '@konzeptwerkstatt/monitoring';
import type { ShownMeasure } from './measure-facts.js';
import { renderMeasurePage } from './measure-page.renderer.js';
import { asPage, nothingPublic } from './public-answer.js';
import type { PublicPage } from './public-answer.js';
import type { PublicLanguage } from './public-language.js';
import { PublicPlaceReader } from './public-place.reader.js';
import { PublicStatusReader } from './public-status.reader.js';

type Placed = Pick<ShownMeasure, 'block' | 'section'>;

/** The measure as it stands in the text, and where; null when the text has not got it. */
function placedIn({ document, blockId }: PublishedMeasure): Placed | null {
  for (const { number, title, blocks } of document.sections) {
    const block = objectsIn(blocks).find((object) => object.blockId === blockId);
    if (block !== undefined) return { block, section: `${number} ${title}` };
  }
  return null;
}

/** Public pages of measures: as the latest published edition that has them was adopted, with how far they are, at an address that stays through all editions. */
@Injectable()
export class PublicMeasureReader {
  constructor(
    @Inject(PublicPlaceReader) private readonly places: PublicPlaceReader,
    @Inject(PublicationReader) private readonly publications: PublicationReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(PublicStatusReader) private readonly statuses: PublicStatusReader,
    @Inject(ReleasedIndicatorReader) private readonly indicators: ReleasedIndicatorReader,
  ) {}

  /** The page of one measure. What stands in no published edition looks like what does not exist. */
  async page(address: string, lineageId: string, language: PublicLanguage): Promise<PublicPage> {
    const place = await this.places.find(address);
    const found = place === null || !isUuid(lineageId) ? null : await this.publications.findMeasure(place.id, lineageId);
    const placed = found === null ? null : placedIn(found);
    if (place === null || found === null || placed === null) return nothingPublic();
    const { measure, measureIds, editions, document } = found;
    const { leadOrganisationId, partnerIds } = measure;
    const [organisations, [latest], released] = await Promise.all([
      this.identity.organisationsByIds(place.id, [...(leadOrganisationId === null ? [] : [leadOrganisationId]), ...partnerIds]),
      this.statuses.states(place.id, [{ lineageId, ids: measureIds, leadOrganisationId }]), this.indicators.findByMunicipality(place.id),
    ]);
    const names = new Map(organisations.map(({ id, name }) => [id, name]));
    const shown: ShownMeasure = {
      ...placed, measure, editions, released, lead: names.get(leadOrganisationId ?? '') ?? null, partners: partnerIds.flatMap((id) => names.get(id) ?? []),
      standing: latest === undefined ? null : { status: latest.status, reportedAt: latest.reportedAt },
    };
    return asPage(200, renderMeasurePage(place, shown, { language, textLanguage: document.language, textDirection: document.direction, lineageId }), place.accentColour);
  }
}
