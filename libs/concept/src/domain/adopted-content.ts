import type { ConceptDocument } from '@konzeptwerkstatt/document-model';

/** A goal as it was adopted. */
export interface AdoptedGoal {
  readonly id: string;
  readonly lineageId: string;
  readonly sectionId: string;
  readonly number: string;
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly indicatorIds: readonly string[];
}

/** A measure as it was adopted. Decimals are strings. */
export interface AdoptedMeasure {
  readonly id: string;
  readonly lineageId: string;
  readonly sectionId: string;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly type: string | null;
  readonly status: string | null;
  readonly decisionState: string;
  readonly leadOrganisationId: string | null;
  readonly targetGroups: readonly string[];
  readonly period: string | null;
  readonly resources: string | null;
  readonly budgetAmount: string | null;
  readonly fundingSource: string | null;
  readonly staffPositions: string | null;
  readonly priority: string | null;
  readonly fundingState: string | null;
  readonly contact: string | null;
  readonly district: string | null;
  /** `YYYY-MM-DD`; missing in what was adopted before there was such a field. */
  readonly fundingUntil?: string | null;
  /** Those who have declined are in neither. */
  readonly partnerIds: readonly string[];
  /** Those of lead and partners who had not said yes when it was adopted; missing in what was adopted before that was asked. */
  readonly unconfirmedIds?: readonly string[];
  readonly goalIds: readonly string[];
  readonly indicatorIds: readonly string[];
}

/** Everything an edition said when it was adopted: its text with all names and figures it showed, and its tables. */
export interface AdoptedContent {
  /** Of this shape. */
  readonly format: 1;
  /** With the measures once more as a table. */
  readonly document: ConceptDocument;
  readonly goals: readonly AdoptedGoal[];
  readonly measures: readonly AdoptedMeasure[];
}

/** An adopted edition as it is kept. */
export interface AdoptedEdition {
  readonly editionId: string;
  readonly municipalityId: string;
  readonly content: AdoptedContent;
  /** SHA-256 over the content as canonical JSON, hexadecimal. */
  readonly hash: string;
}
