import { Inject, Injectable } from '@nestjs/common';
import { PublicationReader, publicMeasureListPath, publicMeasurePath } from '@konzeptwerkstatt/concept';
import type { PublishedMeasures } from '@konzeptwerkstatt/concept';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { OPEN_LICENCES } from '@konzeptwerkstatt/kernel';
import { ReleasedIndicatorReader } from '@konzeptwerkstatt/monitoring';
import type { MeasureState } from '@konzeptwerkstatt/participation';
import { measureListCsv, measureListMetadata } from './measure-list.js';
import type { ListedMeasure } from './measure-list.js';
import type { PublicData } from './public-answer.js';
import { PublicStatusReader } from './public-status.reader.js';

/** The forms in which the measures of a published edition are there as data, by the ending of their address. */
export const MEASURE_LIST_FORMS = ['.csv-metadata.json', '.csv'] as const;
export type MeasureListForm = (typeof MEASURE_LIST_FORMS)[number];

interface Origin {
  readonly municipalityId: string;
  readonly place: string;
  /** Of the installation, without a slash. */
  readonly origin: string;
}

/** The measures of published editions as open data: as they were adopted, with how far they are. */
@Injectable()
export class PublicMeasureListReader {
  constructor(
    @Inject(PublicationReader) private readonly publications: PublicationReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(PublicStatusReader) private readonly statuses: PublicStatusReader,
    @Inject(ReleasedIndicatorReader) private readonly indicators: ReleasedIndicatorReader,
  ) {}

  /** Null where no edition can be read, or it has no measures. @param origin of the installation, for addresses in the data */
  async data(place: string, slug: string, form: MeasureListForm, origin: string): Promise<PublicData | null> {
    const publication = await this.publications.findByAddress(place, slug);
    const found = publication === null ? null : await this.publications.findMeasuresOf(publication.editionId);
    if (publication === null || found === null || found.measures.length === 0) return null;
    const { municipalityId } = publication;
    const path = publicMeasureListPath(publication);
    if (form === '.csv') return { mediaType: 'text/csv; charset=utf-8', content: measureListCsv(await this.rows(found, { municipalityId, place, origin })), name: `${slug}-massnahmen.csv`, describedBy: `${path}.csv-metadata.json` };
    const [municipality] = await this.identity.municipalitiesByIds([municipalityId]);
    const { title, year } = found.document.titlePage;
    const metadata = measureListMetadata({ title: `Maßnahmen: ${title} (${year})`, publisher: municipality?.name ?? '', licence: municipality?.measureLicence ? OPEN_LICENCES[municipality.measureLicence] : null, url: `${origin}${path}.csv` });
    return { mediaType: 'application/csvm+json; charset=utf-8', content: JSON.stringify(metadata, null, 2), name: null, describedBy: null };
  }

  /** When the status of one of the measures was reported last; null when nobody has reported, or it is not public. */
  async lastReported(municipalityId: string, found: PublishedMeasures): Promise<Date | null> {
    const [latest] = await this.states(municipalityId, found);
    return latest?.reportedAt ?? null;
  }

  /** Of the measures in all editions that can be read, as their own pages show them; newest first. */
  private states(municipalityId: string, { measures, lineages }: PublishedMeasures): Promise<MeasureState[]> {
    const ids = Map.groupBy([...lineages.keys()], (id) => lineages.get(id));
    return this.statuses.states(municipalityId, measures.map(({ lineageId, leadOrganisationId }) => ({ lineageId, leadOrganisationId, ids: ids.get(lineageId) ?? [] })));
  }

  private async rows(found: PublishedMeasures, { municipalityId, place, origin }: Origin): Promise<ListedMeasure[]> {
    const { document, measures, goalNumbers } = found;
    const organisationIds = [...new Set(measures.flatMap(({ leadOrganisationId, partnerIds }) => [...(leadOrganisationId === null ? [] : [leadOrganisationId]), ...partnerIds]))];
    const [organisations, states, released] = await Promise.all([this.identity.organisationsByIds(municipalityId, organisationIds), this.states(municipalityId, found), this.indicators.findByMunicipality(municipalityId)]);
    const names = new Map(organisations.map(({ id, name }) => [id, name]));
    const sections = new Map(document.sections.map(({ sectionId, title }) => [sectionId, title]));
    const standings = new Map(states.map((state) => [state.lineageId, state]));
    const keys = new Map(released.map(({ row }) => [row.id, row.key]));
    return measures.map((measure): ListedMeasure => ({
      measure, section: sections.get(measure.sectionId) ?? '', goalNumbers: measure.goalIds.flatMap((id) => goalNumbers.get(id) ?? []), lead: names.get(measure.leadOrganisationId ?? '') ?? null, partners: measure.partnerIds.flatMap((id) => names.get(id) ?? []),
      indicatorKeys: measure.indicatorIds.flatMap((id) => keys.get(id) ?? []), standing: standings.get(measure.lineageId) ?? null, url: `${origin}${publicMeasurePath(place, measure.lineageId)}`,
    }));
  }
}
