/** What is still missing in an edition. */
export const GAP_KINDS = ['measure_without_lead', 'goal_without_measure', 'measure_without_indicator', 'indicator_without_data', 'picture_without_alt'] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** A gap and the place it leads to. */
export interface Gap {
  readonly kind: GapKind;
  /** Title of the measure or goal, name of the indicator, caption of the picture. */
  readonly title: string;
  readonly sectionId: string | null;
  readonly blockId: string | null;
  readonly measureId: string | null;
  readonly goalId: string | null;
  readonly indicatorId: string | null;
}

interface Place {
  readonly id: string;
  readonly title: string;
  readonly sectionId: string;
  readonly blockId: string;
}

export interface MeasureForGaps extends Place {
  readonly leadOrganisationId: string | null;
  readonly goalIds: readonly string[];
  readonly indicatorIds: readonly string[];
}

/** The gaps of one measure, in the order in which they are shown. */
export function gapsOfMeasure(measure: Pick<MeasureForGaps, 'leadOrganisationId' | 'indicatorIds'>): GapKind[] {
  return [
    ...(measure.leadOrganisationId === null ? (['measure_without_lead'] as const) : []),
    ...(measure.indicatorIds.length === 0 ? (['measure_without_indicator'] as const) : []),
  ];
}

export interface PictureForGaps {
  readonly sectionId: string;
  readonly blockId: string;
  readonly caption: string;
}

/** Pictures that say nothing to those who cannot see them, in the order of the text. */
export function gapsOfPictures(pictures: readonly PictureForGaps[]): Gap[] {
  return pictures.map(({ caption, sectionId, blockId }) => ({ kind: 'picture_without_alt', title: caption, sectionId, blockId, measureId: null, goalId: null, indicatorId: null }));
}

/** Gaps in the order of the text: by kind, then as goals and measures were given. */
export function findGaps(goals: readonly Place[], measures: readonly MeasureForGaps[]): Gap[] {
  const served = new Set(measures.flatMap((measure) => measure.goalIds));
  const place = ({ title, sectionId, blockId }: Place): Pick<Gap, 'title' | 'sectionId' | 'blockId' | 'indicatorId'> => ({ title, sectionId, blockId, indicatorId: null });
  const ofMeasures = (kind: GapKind): Gap[] =>
    measures.filter((measure) => gapsOfMeasure(measure).includes(kind)).map((measure) => ({ kind, ...place(measure), measureId: measure.id, goalId: null }));
  return [
    ...ofMeasures('measure_without_lead'),
    ...goals.filter((goal) => !served.has(goal.id)).map((goal): Gap => ({ kind: 'goal_without_measure', ...place(goal), measureId: null, goalId: goal.id })),
    ...ofMeasures('measure_without_indicator'),
  ];
}
