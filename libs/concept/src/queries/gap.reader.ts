import { Inject, Injectable, Optional } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { GAP_SOURCES } from '../concept.ports.js';
import type { EditionForGaps, GapSource } from '../concept.ports.js';
import { findGaps, gapsOfPictures } from '../domain/gap.policy.js';
import type { Gap, MeasureForGaps, PictureForGaps } from '../domain/gap.policy.js';

interface GoalForGaps {
  readonly id: string;
  readonly title: string;
  readonly sectionId: string;
  readonly blockId: string;
  readonly indicatorIds: readonly string[];
}

/** The first place that names each indicator, goals before measures. */
function linkedIndicators(goals: readonly GoalForGaps[], measures: readonly MeasureForGaps[]): EditionForGaps['indicators'] {
  const places = [
    ...goals.flatMap(({ indicatorIds, id, sectionId, blockId }) => indicatorIds.map((indicatorId) => ({ indicatorId, sectionId, blockId, measureId: null, goalId: id }))),
    ...measures.flatMap(({ indicatorIds, id, sectionId, blockId }) => indicatorIds.map((indicatorId) => ({ indicatorId, sectionId, blockId, measureId: id, goalId: null }))),
  ];
  return [...new Map(places.toReversed().map((place) => [place.indicatorId, place])).values()].toReversed();
}

/** Finds what is still missing in an edition. */
@Injectable()
export class GapReader {
  constructor(
    private readonly database: PrismaDatabase,
    @Optional() @Inject(GAP_SOURCES) private readonly sources: readonly GapSource[] = [],
  ) {}

  /** All gaps of an edition, by kind and then as in the text. One statement and one per source, whatever the size. */
  async find({ municipalityId, editionId }: { readonly municipalityId: string; readonly editionId: string }): Promise<Gap[]> {
    const [{ goals, measures, pictures } = { goals: [], measures: [], pictures: [] }] = await this.database.client.$queryRaw<{ goals: GoalForGaps[]; measures: MeasureForGaps[]; pictures: PictureForGaps[] }[]>`
      SELECT
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'title', g.title, 'sectionId', g.section_id, 'blockId', g.block_id,
            'indicatorIds', ARRAY(SELECT l.indicator_id FROM goal_indicators l WHERE l.goal_id = g.id)) ORDER BY s.position, g.ordinal), '[]')
          FROM goals g JOIN sections s ON s.id = g.section_id AND s.removed_at IS NULL
          WHERE g.municipality_id = ${municipalityId}::uuid AND g.edition_id = ${editionId}::uuid AND g.removed_at IS NULL) AS goals,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title, 'sectionId', m.section_id, 'blockId', m.block_id,
            'leadOrganisationId', m.lead_organisation_id, 'goalIds', ARRAY(SELECT l.goal_id FROM measure_goals l WHERE l.measure_id = m.id),
            'indicatorIds', ARRAY(SELECT l.indicator_id FROM measure_indicators l WHERE l.measure_id = m.id)) ORDER BY s.position, m.ordinal), '[]')
          FROM measures m JOIN sections s ON s.id = m.section_id AND s.removed_at IS NULL
          WHERE m.municipality_id = ${municipalityId}::uuid AND m.edition_id = ${editionId}::uuid AND m.removed_at IS NULL) AS measures,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('caption', p.caption, 'sectionId', p.section_id, 'blockId', p.block_id) ORDER BY s.position, p.ordinal), '[]')
          FROM section_pictures p JOIN sections s ON s.id = p.section_id AND s.removed_at IS NULL
          WHERE p.municipality_id = ${municipalityId}::uuid AND p.edition_id = ${editionId}::uuid AND p.removed_at IS NULL AND p.alt = '' AND NOT p.is_decorative) AS pictures`;
    const edition: EditionForGaps = { editionId, municipalityId, indicators: linkedIndicators(goals, measures) };
    const foreign = await Promise.all((this.sources ?? []).map((source) => source.find(edition)));
    return [...findGaps(goals, measures), ...foreign.flat(), ...gapsOfPictures(pictures)];
  }
}
