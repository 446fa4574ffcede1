import type { DecisionState, FundingState, GoalKind, MeasureStatus, MeasureType, Priority, TargetGroup } from '../fields/field-vocabulary.js';

/** What a document calls its parts and values, in the language it is written in. */
export interface DocumentWords {
  readonly language: string;
  readonly contents: string;
  readonly measureTable: string;
  readonly number: string;
  readonly goal: string;
  readonly measure: string;
  readonly untitledGoal: string;
  readonly untitledMeasure: string;
  /** For a picture of which nobody has said yet what is to be seen. */
  readonly undescribedPicture: string;
  /** @param description what would be to be seen */
  readonly missingPicture: (description: string) => string;
  /** Labels of fields by their name in the document model. */
  readonly fields: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<MeasureType, string>>;
  readonly statuses: Readonly<Record<MeasureStatus, string>>;
  readonly decisionStates: Readonly<Record<DecisionState, string>>;
  readonly priorities: Readonly<Record<Priority, string>>;
  readonly fundingStates: Readonly<Record<FundingState, string>>;
  readonly targetGroups: Readonly<Record<TargetGroup, string>>;
  readonly goalKinds: Readonly<Record<GoalKind, string>>;
  /** @param period as the document stores it: `2025/2027`, `2025-Q1/..` */
  readonly period: (period: string) => string;
  /** @param amount euro as decimal text */
  readonly amount: (amount: string) => string;
  /** @param posts full-time equivalents as decimal text */
  readonly posts: (posts: string) => string;
  /** @param day `YYYY-MM-DD` */
  readonly day: (day: string) => string;
}
