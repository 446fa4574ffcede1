import { Inject, Injectable } from '@nestjs/common';
import { municipalClock, systemClock } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import type { EditionRecord } from '@konzeptwerkstatt/concept';
import { IdentityReader, storedOwnWords } from '@konzeptwerkstatt/identity';
import { ContributionReader, namelessText, subjectOf, TreatmentReader } from '@konzeptwerkstatt/participation';
import type { Contribution } from '@konzeptwerkstatt/participation';
import type { ReportContribution, ReportFacts, ReportMeasure } from '../domain/report/report-facts.js';
import { ReportIndicatorsReader } from './report-indicators.reader.js';
import { StandingReader } from './standing.reader.js';
import type { StandingRow } from './standing.reader.js';

/** So many contributions a report names; more nobody reads in a table. */
const MOST_CONTRIBUTIONS = 2_000;

const townDay = (instant: Date): string => municipalClock(instant).day;

/** Reads what reports are made of, as one visitor may see it. Whoever calls it has asked whether she may edit there. */
@Injectable()
export class ReportFactsReader {
  constructor(
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(StandingReader) private readonly standing: StandingReader,
    @Inject(ContributionReader) private readonly contributions: ContributionReader,
    @Inject(TreatmentReader) private readonly treatments: TreatmentReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ReportIndicatorsReader) private readonly indicators: ReportIndicatorsReader,
  ) {}

  async find(actor: Actor, edition: EditionRecord): Promise<ReportFacts> {
    const { municipalityId, title, year } = edition;
    const [rows, sections, contributions, municipality] = await Promise.all([
      this.standing.find(actor, edition), this.concepts.sectionsOf(edition), this.contributionsOf(actor, edition), this.identity.municipality(municipalityId),
    ]);
    const organisationIds = [...rows.flatMap(({ leadOrganisationId, partnerIds }) => [leadOrganisationId, ...partnerIds]), ...rows.flatMap(({ round }) => round.map(({ organisationId }) => organisationId)), ...contributions.map(({ organisationId }) => organisationId)];
    const today = townDay(systemClock.now());
    const names = await this.namesOf(municipalityId, organisationIds);
    const indicated = await this.indicators.find(edition, rows.map(({ record }) => record), today);
    const objects: Objects = new Map([...indicated.goals, ...rows.map(({ record }) => record)].map((object) => [object.id, { number: object.number, title: object.title }]));
    return {
      concept: { title, year }, municipality: municipality?.name ?? '', ownWords: municipality === null ? [] : storedOwnWords(municipality.terms), today,
      ...indicated,
      sections: sections.map(({ sectionId, title: name }) => ({ id: sectionId, title: name })),
      measures: rows.map((row) => measureOf(row, names)),
      contributions: await this.answered(municipalityId, contributions, { names, objects }),
    };
  }

  /** The oldest first; what was cut into parts stands in its parts. */
  private async contributionsOf(actor: Actor, { editionId }: EditionRecord): Promise<Contribution[]> {
    const listed = await this.contributions.list(actor, { editionId, states: ['submitted', 'answered'] }, { offset: 0, limit: MOST_CONTRIBUTIONS });
    const cut = new Set(listed.flatMap(({ partOfId }) => (partOfId === null ? [] : [partOfId])));
    return listed.filter(({ id }) => !cut.has(id)).toReversed();
  }

  /** Whom somebody mentions is not named: a report is adopted and printed. */
  private async answered(municipalityId: string, contributions: readonly Contribution[], { names, objects }: { readonly names: Names; readonly objects: Objects }): Promise<ReportContribution[]> {
    const responses = new Map((await this.treatments.responses(municipalityId, contributions.map(subjectOf))).map((response) => [response.subjectId, response]));
    return contributions.map((contribution) => {
      const response = responses.get(subjectOf(contribution));
      const isPublished = response !== undefined && response.publishedAt !== null;
      const { sectionId, objectId, title, text, replacement, language, organisationId } = contribution;
      return { sectionId, about: objects.get(objectId ?? '') ?? null, title, text: namelessText(text), replacement, language, organisation: names(organisationId), verdict: isPublished ? response.verdict : null, reasons: isPublished ? response.reasons : '' };
    });
  }

  private async namesOf(municipalityId: string, ids: readonly (string | null)[]): Promise<Names> {
    const wanted = [...new Set(ids)].filter((id) => id !== null);
    const names = new Map((await this.identity.organisationsByIds(municipalityId, wanted)).map(({ id, name }) => [id, name]));
    return (id) => (id === null ? null : names.get(id) ?? null);
  }
}

/** Goals and measures of the edition, by id. */
type Objects = ReadonlyMap<string, NonNullable<ReportContribution['about']>>;

/** The name of an organisation; null where there is none (any more). */
type Names = (id: string | null) => string | null;

function measureOf({ record, round, ...standing }: StandingRow, names: Names): ReportMeasure {
  const { number, title, description, period, resources, fundingSource, fundingState, fundingUntil, indicatorIds } = record;
  const partners = standing.partnerIds.flatMap((id) => names(id) ?? []);
  const reports = round.map((report) => ({ ...report, organisation: names(report.organisationId) ?? '', day: townDay(report.reportedAt) }));
  return { ...standing, number, title, description, lead: names(standing.leadOrganisationId), partners, period, resources, fundingSource, fundingState, fundingUntil, reports, indicatorIds };
}
