import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import type { NumberedMeasure } from '@konzeptwerkstatt/concept';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { Resource } from '@konzeptwerkstatt/identity';
import { isDiffering, MeasureProgressReader, newestRound } from '@konzeptwerkstatt/participation';
import type { MeasureProgress } from '@konzeptwerkstatt/participation';
import type { StandingMeasure } from '../domain/standing.js';

/** An edition as rights ask for it. */
export interface StandingPlace extends Resource {
  readonly municipalityId: string;
  readonly editionId: string;
}

/** A measure with its row, and how far it is. */
export interface StandingRow extends StandingMeasure {
  readonly record: NumberedMeasure;
  /** What was said in the newest round, that which sets its state first; nothing for those who may not read it. */
  readonly round: readonly MeasureProgress[];
}

/** Reads how far the measures of an edition are. Whoever calls it has asked whether the edition may be read. */
@Injectable()
export class StandingReader {
  constructor(
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(MeasureProgressReader) private readonly progress: MeasureProgressReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  /** All measures in the order of the text. What was reported counts for those who may read it; for the others what the text says. */
  async find(actor: Actor | null, place: StandingPlace): Promise<StandingRow[]> {
    const measures = await this.concepts.allMeasuresOf(place);
    const mayReadReports = actor !== null && (await this.policy.can(actor, 'contribution.read', place));
    const byMeasure = Map.groupBy(mayReadReports ? await this.progress.ofMeasures(measures) : [], ({ measureId }) => measureId);
    return measures.map((record) => {
      const round = newestRound(byMeasure.get(record.id) ?? [], record.leadOrganisationId);
      const [report] = round;
      const { id, sectionId, leadOrganisationId, partnerIds, goalIds, periodFrom, periodTo, budgetAmount } = record;
      return { record, round, id, sectionId, leadOrganisationId, partnerIds, goalIds, periodFrom, periodTo, budgetAmount, status: report?.status ?? record.status, reportedAt: report?.reportedAt ?? null, isDiffering: isDiffering(round) };
    });
  }
}
