import { Inject, Injectable } from '@nestjs/common';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { INDICATOR_DIRECTORY } from '../concept.ports.js';
import type { IndicatorDirectory } from '../concept.ports.js';
import { withoutDeclined } from '../domain/measure-party.js';
import type { MeasureParty } from '../domain/measure-party.js';
import { ConceptNumbersReader } from '../queries/concept-numbers.reader.js';
import type { EditionPart } from '../queries/edition-texts.reader.js';
import type { EditionRecord } from '../queries/edition.reader.js';
import { GoalReader } from '../queries/goal.reader.js';
import { MeasurePartyReader } from '../queries/measure-party.reader.js';
import { MeasureReader } from '../queries/measure.reader.js';
import type { MeasureRecord } from '../queries/measure.record.js';
import { SectionReader } from '../queries/section.reader.js';

/** A measure with the names of everything it names, by id. */
export interface MeasureTableRow {
  readonly measure: MeasureRecord;
  readonly sectionTitle: string;
  /** As the reading view shows it: `M3.1`. */
  readonly number: string;
  readonly nameOf: (id: string) => string | null;
  /** Who leads and takes part, with how each stands. */
  readonly parties: readonly MeasureParty[];
}

/** Measures are read in portions of so many, so that a large table is never in memory as a whole. */
const portion = 500;

/** Reads the measure table of an edition, row by row in the order of the texts. Whoever calls it has asked the access policy. */
@Injectable()
export class MeasureTableRows {
  constructor(
    private readonly measures: MeasureReader,
    private readonly sections: SectionReader,
    private readonly goals: GoalReader,
    private readonly numbers: ConceptNumbersReader,
    private readonly partyReader: MeasurePartyReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(INDICATOR_DIRECTORY) private readonly indicators: IndicatorDirectory,
  ) {}

  async *read(edition: EditionRecord, { sectionId, organisationId }: EditionPart): AsyncGenerator<MeasureTableRow> {
    const numbers = await this.numbers.findByEdition(edition.editionId);
    const sectionTitles = new Map((await this.sections.findByEditions([edition.editionId], { offset: 0, limit: 10_000 })).map((section) => [section.sectionId, section.title]));
    const filter = { sectionIds: sectionId === null ? null : [sectionId], organisationIds: organisationId === null ? null : [organisationId] };
    for (let offset = 0; ; offset += portion) {
      const measures = await this.measures.findByEdition(edition, filter, null, { offset, limit: portion });
      const [names, parties] = await Promise.all([this.names(edition.municipalityId, measures), this.partyReader.ofMeasures(measures)]);
      for (const row of measures) {
        const all = parties.get(row.id) ?? [];
        // Who has declined is no party of what was adopted.
        const [measure, own] = edition.isFrozen ? [withoutDeclined(row, all), all.filter(({ state }) => state !== 'declined')] : [row, all];
        yield { measure, sectionTitle: sectionTitles.get(measure.sectionId) ?? '', number: numbers.get(measure.id) ?? '', nameOf: (id) => names.get(id) ?? null, parties: own };
      }
      if (measures.length < portion) return;
    }
  }

  private async names(municipalityId: string, measures: readonly MeasureRecord[]): Promise<ReadonlyMap<string, string>> {
    const unique = (idsOf: (measure: MeasureRecord) => readonly string[]): string[] => [...new Set(measures.flatMap(idsOf))];
    const organisations = unique(({ leadOrganisationId, partnerIds }) => [...(leadOrganisationId === null ? [] : [leadOrganisationId]), ...partnerIds]);
    const [organisationRows, goalRows, indicatorNames] = await Promise.all([
      this.identity.organisationsByIds(municipalityId, organisations),
      this.goals.findByIds(unique(({ goalIds }) => goalIds)),
      this.indicators.names(municipalityId, unique(({ indicatorIds }) => indicatorIds)),
    ]);
    return new Map([...organisationRows.map(({ id, name }) => [id, name] as const), ...goalRows.map(({ id, title }) => [id, title] as const), ...indicatorNames]);
  }
}
