import { Inject, Injectable } from '@nestjs/common';
import { PublicationReader, publicMeasureListPath, publicMeasurePath, publicPath } from '@konzeptwerkstatt/concept';
import type { PublishedEdition } from '@konzeptwerkstatt/concept';
import { ResolutionReader } from '@konzeptwerkstatt/decision';
import type { Resolution } from '@konzeptwerkstatt/decision';
import { documentWords } from '@konzeptwerkstatt/document-model';
import { ReleasedIndicatorReader, releasedPath } from '@konzeptwerkstatt/monitoring';
import { isReportKind } from '../domain/report/report-facts.js';
import { AdoptedFileReader } from '../queries/adopted-file.reader.js';
import type { PublicLanguage } from './public-language.js';
import { asPage, nothingPublic } from './public-answer.js';
import type { PublicPage } from './public-answer.js';
import { renderPublicEdition, renderPublicIndex, renderPublicNotice } from './public-page.renderer.js';
import type { PublicFrame } from './public-page.renderer.js';
import { PublicPlaceReader } from './public-place.reader.js';
import { wordsOf } from './public-words.js';

/** So many finished pages are kept in memory. */
const MAX_KEPT = 30;

const withdrawn = (): PublicPage => asPage(410, renderPublicNotice('Diese Fassung ist nicht mehr öffentlich', 'Sie war hier veröffentlicht und wurde zurückgezogen. Auskunft gibt die Kommune.'));

function factsOf(resolution: Resolution | undefined, language: PublicLanguage): PublicFrame['facts'] {
  if (resolution === undefined) return [];
  const { edition: words } = wordsOf(language);
  const { day: dayInWords } = documentWords(language);
  const { bodyName, decidedOn, result, votesYes, votesNo, votesAbstained, paperNumber, oparlUrl, consultations } = resolution;
  const votes = ([[votesYes, words.yes], [votesNo, words.no], [votesAbstained, words.abstained]] as const).flatMap(([count, inWords]) => (count === null ? [] : [inWords(count)]));
  return [
    { term: words.decidedOn, value: dayInWords(decidedOn) }, { term: words.body, value: bodyName }, { term: words.result, value: words.results[result] },
    ...(votes.length === 0 ? [] : [{ term: words.votes, value: votes.join(', ') }]),
    ...(paperNumber === null ? [] : [{ term: words.paper, value: paperNumber }]),
    ...(oparlUrl === null ? [] : [{ term: words.councilSystem, value: oparlUrl, href: oparlUrl }]),
    ...(consultations.length === 0 ? [] : [{ term: words.consultations, value: consultations.map((consultation) => `${dayInWords(consultation.heldOn)} ${consultation.bodyName}`).join(', ') }]),
  ];
}

/** What a page says of other versions: why it is a correction itself, and where its corrections and the newest edition are. @param followers the latest adopted first */
function versionFacts({ edition }: PublishedEdition, followers: readonly PublishedEdition[]): PublicFrame['facts'] {
  const { edition: words } = wordsOf(edition.language);
  const isCorrection = ({ edition: follower }: PublishedEdition): boolean => follower.correctionReason !== null && follower.basedOnId === edition.editionId;
  const linked = (term: string, found: readonly PublishedEdition[]): PublicFrame['facts'] => found.map((other) => ({ term, value: `${other.edition.title} (${other.edition.year})`, href: publicPath(other.publication) }));
  return [
    ...(edition.correctionReason === null ? [] : [{ term: words.correctionReason, value: edition.correctionReason }]),
    ...linked(words.corrected, followers.filter(isCorrection)), ...linked(words.newest, followers.filter((follower) => !isCorrection(follower)).slice(0, 1)),
  ];
}

/** Public pages of adopted editions: for everybody, the same for everybody. */
@Injectable()
export class PublicPageReader {
  private readonly kept = new Map<string, PublicPage>();

  constructor(
    @Inject(PublicationReader) private readonly publications: PublicationReader,
    @Inject(ResolutionReader) private readonly resolutions: ResolutionReader,
    @Inject(PublicPlaceReader) private readonly places: PublicPlaceReader,
    @Inject(ReleasedIndicatorReader) private readonly indicators: ReleasedIndicatorReader,
    @Inject(AdoptedFileReader) private readonly files: AdoptedFileReader,
  ) {}

  /** The page of one edition. What was never published looks like what does not exist. */
  async edition(place: string, slug: string): Promise<PublicPage> {
    const publication = await this.publications.findByAddress(place, slug);
    if (publication === null) return nothingPublic();
    if (publication.withdrawnAt !== null) return withdrawn();
    const [published] = await this.publications.withEditions([publication]);
    const publicPlace = published === undefined ? null : await this.places.of(publication.municipalityId, publication.place);
    if (published === undefined || publicPlace === null) return nothingPublic();
    const { editionId } = publication;
    const [[file], resolutions, followers, lineages] = await Promise.all([this.files.findByEditions([editionId]), this.resolutions.findByEditions([editionId]), this.publications.findFollowersOf(editionId), this.publications.findLineages(editionId)]);
    const pdf = file?.fileId && file.sha256 ? { url: `/files/${file.fileId}`, sha256: file.sha256 } : null;
    const facts = [...factsOf(resolutions.find(({ adopts }) => adopts), published.edition.language), ...versionFacts(published, followers)];
    const listPath = isReportKind(published.edition.instrumentKind) || lineages.size === 0 ? null : publicMeasureListPath(publication);
    const frame: PublicFrame = { place: publicPlace, listPath, listLicence: publicPlace.measureLicence, facts, hash: published.adoption.hash, measurePaths: new Map([...lineages].map(([blockId, lineageId]) => [blockId, publicMeasurePath(publication.place, lineageId)])), pdf };
    // The text never changes; what stands around it may.
    return this.once(JSON.stringify({ ...frame, measurePaths: [...frame.measurePaths] }), async () => {
      const document = await this.publications.document(editionId);
      return document === null ? nothingPublic() : asPage(200, renderPublicEdition(document, frame), publicPlace.accentColour);
    });
  }

  /** The list of all that a municipality has published. */
  async index(place: string, language: PublicLanguage): Promise<PublicPage> {
    const publicPlace = await this.places.find(place);
    if (publicPlace === null) return nothingPublic();
    const [published, indicators] = await Promise.all([this.publications.findByPlace(place), this.indicators.findByMunicipality(publicPlace.id)]);
    if (published.length + indicators.length === 0) return nothingPublic();
    const resolutions = await this.resolutions.findByEditions(published.map(({ edition }) => edition.editionId));
    const editions = published.map(({ publication, edition: { editionId, title, year, language: written, instrumentKind } }) => {
      const decided = resolutions.find((resolution) => resolution.editionId === editionId && resolution.adopts)?.decidedOn;
      return { title, year, language: written, path: publicPath(publication), adoptedOn: decided ?? null, isReport: isReportKind(instrumentKind) };
    });
    const figures = indicators.map(({ row, place: address }) => ({ name: row.name, path: releasedPath(address, row.key) }));
    return asPage(200, renderPublicIndex(publicPlace, editions, figures, language), publicPlace.accentColour);
  }

  private async once(key: string, make: () => Promise<PublicPage>): Promise<PublicPage> {
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const made = await make();
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MAX_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(key, made);
    return made;
  }
}
