import { Inject, Injectable } from '@nestjs/common';
import { PublicationReader } from '@konzeptwerkstatt/concept';
import { IdentityReader, storedOwnWords } from '@konzeptwerkstatt/identity';
import { OPEN_LICENCES } from '@konzeptwerkstatt/kernel';
import type { OpenLicence } from '@konzeptwerkstatt/kernel';
import { ReleasedIndicatorReader } from '@konzeptwerkstatt/monitoring';
import type { PublicPlace } from './public-frame.js';

/** A municipality as public pages show it. */
export interface PublicMunicipality extends PublicPlace {
  readonly ags: string | null;
  readonly kind: string | null;
  /** Under which everybody may use its measures as data; null: none was chosen. */
  readonly measureLicence: OpenLicence | null;
  /** When it last decided how its measures are there as data; null: never. */
  readonly measureDataChangedAt: Date | null;
}

/** Knows whose public pages stand below a place. */
@Injectable()
export class PublicPlaceReader {
  constructor(
    @Inject(PublicationReader) private readonly publications: PublicationReader,
    @Inject(ReleasedIndicatorReader) private readonly indicators: ReleasedIndicatorReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** The municipality that has published something below this place; null when nobody has. */
  async find(place: string): Promise<PublicMunicipality | null> {
    const [published] = await this.publications.findByPlace(place);
    const id = published?.publication.municipalityId ?? (await this.indicators.findMunicipality(place));
    return id === null ? null : this.of(id, place);
  }

  /** A municipality below one of its places; null when it is gone. */
  async of(municipalityId: string, place: string): Promise<PublicMunicipality | null> {
    const [municipality] = await this.identity.municipalitiesByIds([municipalityId]);
    if (municipality === undefined) return null;
    const { id, name, ags, kind, accentColour, logoFileId, terms, measureLicence, measureDataChangedAt } = municipality;
    return { id, name, ags, kind, accentColour, logoFileId, ownWords: storedOwnWords(terms), measureLicence: measureLicence === null ? null : OPEN_LICENCES[measureLicence], measureDataChangedAt, path: `/k/${place}` };
  }
}
