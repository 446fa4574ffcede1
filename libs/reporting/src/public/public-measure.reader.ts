import { Inject, Injectable } from '@nestjs/common';
import { escapeHtml as text, PublicationReader, publicPath, renderReadingHtml } from '@konzeptwerkstatt/concept';
import type { PublishedMeasure } from '@konzeptwerkstatt/concept';
import { objectsIn } from '@konzeptwerkstatt/document-model';
import type { ObjectBlock } from '@konzeptwerkstatt/document-model';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { isUuid } from '@konzeptwerkstatt/kernel';
import { asPage, nothingPublic } from './public-answer.js';
import type { PublicPage } from './public-answer.js';
import { framed } from './public-frame.js';
import type { PublicPlace } from './public-frame.js';
import { publicLanguageOf } from './public-language.js';
import { factHtml } from './public-page.renderer.js';
import { PublicPlaceReader } from './public-place.reader.js';
import { wordsOf } from './public-words.js';

/** Who had said yes, by name. */
interface Parties {
  readonly lead: string | null;
  readonly partners: readonly string[];
}

/** The measure where it stands, with the organisations that had said yes only; it is the page's own title. */
function renderMeasure(place: PublicPlace, { document, editions, blockId }: PublishedMeasure, parties: Parties): string | null {
  const section = document.sections.find(({ blocks }) => objectsIn(blocks).some((object) => object.blockId === blockId));
  const block = section === undefined ? undefined : objectsIn(section.blocks).find((object) => object.blockId === blockId);
  if (section === undefined || block === undefined) return null;
  const shown: ObjectBlock = { ...block, level: 2, fields: block.fields.filter(({ key }) => key !== 'lead' && key !== 'partner') };
  const language = publicLanguageOf(document.language);
  const { edition: words, overview } = wordsOf(language);
  const facts = [
    { term: words.field, value: `${section.number} ${section.title}` },
    ...(parties.lead === null ? [] : [{ term: words.lead, value: parties.lead }]), ...(parties.partners.length === 0 ? [] : [{ term: words.partners, value: parties.partners.join(', ') }]),
    ...editions.map(({ publication, edition }) => ({ term: words.standsIn, value: `${edition.title} (${edition.year})`, href: `${publicPath(publication)}` })),
  ];
  const main = `<h1><bdi>${text(block.title)}</bdi></h1><p><a href="${text(place.path)}">${overview}</a></p><dl>${facts.map(factHtml).join('')}</dl>${renderReadingHtml([shown], document.direction)}`;
  return framed({ place, title: `${block.title} · ${place.name}`, main, language });
}

/** Public pages of measures: as the latest published edition that has them was adopted, at an address that stays through all editions. */
@Injectable()
export class PublicMeasureReader {
  constructor(
    @Inject(PublicPlaceReader) private readonly places: PublicPlaceReader,
    @Inject(PublicationReader) private readonly publications: PublicationReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** The page of one measure. What stands in no published edition looks like what does not exist. */
  async page(address: string, lineageId: string): Promise<PublicPage> {
    const place = await this.places.find(address);
    const measure = place === null || !isUuid(lineageId) ? null : await this.publications.findMeasure(place.id, lineageId);
    if (place === null || measure === null) return nothingPublic();
    const ids = [...(measure.leadId === null ? [] : [measure.leadId]), ...measure.partnerIds];
    const names = new Map((await this.identity.organisationsByIds(place.id, ids)).map(({ id, name }) => [id, name]));
    const html = renderMeasure(place, measure, { lead: names.get(measure.leadId ?? '') ?? null, partners: measure.partnerIds.flatMap((id) => names.get(id) ?? []) });
    return html === null ? nothingPublic() : asPage(200, html, place.accentColour);
  }
}
