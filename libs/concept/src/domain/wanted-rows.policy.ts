import { derivedId } from '@konzeptwerkstatt/kernel';
import { formatPeriod } from '@konzeptwerkstatt/document-model';
import type { GoalContent, MeasureContent, SectionContent } from '@konzeptwerkstatt/document-model';
import { twoDecimals } from './field-value.policy.js';
import type { GoalRow, MeasureRow, PictureRow, WantedRows } from './projected-row.js';

/**
 * Organisations and indicators that exist in the municipality. A text may name any id, because everybody who may write
 * can put one in; what is not in these sets counts as not set.
 */
export interface KnownReferences {
  readonly organisations: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
}

/** Ids that a text refers to, to be looked up before its rows are made. */
export function referencedIds(content: SectionContent): { organisations: string[]; indicators: string[] } {
  const organisations = content.measures.flatMap(({ fields }) => [...(fields.lead === null ? [] : [fields.lead]), ...fields.partners]);
  const indicators = [...content.goals, ...content.measures].flatMap(({ fields }) => fields.indicators);
  return { organisations: [...new Set(organisations)], indicators: [...new Set(indicators)] };
}

/** The id of a goal's or measure's row: the same for the same block of the same document, for ever. */
export function rowId(documentId: string, blockId: string): string {
  return derivedId(documentId, blockId);
}

function goalRow(documentId: string, goal: GoalContent, known: KnownReferences): GoalRow {
  return {
    id: rowId(documentId, goal.blockId),
    blockId: goal.blockId,
    kind: goal.fields.kind ?? 'guiding',
    title: goal.title,
    description: goal.description,
    ordinal: goal.ordinal - 1,
    indicatorIds: goal.fields.indicators.filter((id) => known.indicators.has(id)).sort(),
  };
}

function measureRow(documentId: string, measure: MeasureContent, known: KnownReferences): MeasureRow {
  const { fields } = measure;
  const lead = fields.lead !== null && known.organisations.has(fields.lead) ? fields.lead : null;
  return {
    id: rowId(documentId, measure.blockId),
    blockId: measure.blockId,
    title: measure.title,
    description: measure.description,
    type: fields.type,
    status: fields.status,
    decisionState: fields.decisionState ?? 'draft',
    leadOrganisationId: lead,
    targetGroups: [...fields.targetGroups].sort(),
    period: fields.period === null ? null : formatPeriod(fields.period),
    periodFrom: fields.period?.firstDay ?? null,
    periodTo: fields.period?.lastDay ?? null,
    resources: fields.resources,
    budgetAmount: fields.budgetAmount === null ? null : twoDecimals(fields.budgetAmount),
    fundingSource: fields.fundingSource,
    staffPositions: fields.staffPositions === null ? null : twoDecimals(fields.staffPositions),
    priority: fields.priority,
    fundingState: fields.fundingState,
    contact: fields.contact,
    district: fields.district,
    fundingUntil: fields.fundingUntil,
    ordinal: measure.ordinal - 1,
    partnerIds: fields.partners.filter((id) => known.organisations.has(id)).sort(),
    // The reader has already resolved them: linked by hand, otherwise the nearest goal above.
    goalIds: measure.goalBlockIds.map((blockId) => rowId(documentId, blockId)).sort(),
    indicatorIds: fields.indicators.filter((id) => known.indicators.has(id)).sort(),
  };
}

/** The rows of a section's pictures. @param ownFiles files that may stand in this edition; every other id counts as no file */
export function pictureRows(documentId: string, { pictures }: SectionContent, ownFiles: ReadonlySet<string>): PictureRow[] {
  return pictures.map(({ blockId, fileId, alt, caption, decorative }, ordinal) => ({
    id: rowId(documentId, blockId), blockId, fileId: fileId !== null && ownFiles.has(fileId) ? fileId : null, alt, caption, isDecorative: decorative, ordinal,
  }));
}

/** The rows that a section's text stands for. */
export function wantedRows(documentId: string, content: SectionContent, known: KnownReferences): WantedRows {
  return {
    goals: content.goals.map((goal) => goalRow(documentId, goal, known)),
    measures: content.measures.map((measure) => measureRow(documentId, measure, known)),
  };
}
