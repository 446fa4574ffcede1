/** What kind of undertaking a measure is: new, continued from before, a standing task, a trial, or a mandate to lobby others. */
export const MEASURE_TYPES = ['new', 'continued', 'permanent', 'pilot', 'mandate'] as const;
export type MeasureType = (typeof MEASURE_TYPES)[number];

/** How far a measure has come. */
export const MEASURE_STATUSES = ['idea', 'planned', 'running', 'done', 'continued', 'paused', 'dropped'] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];

/** What the deciding body made of a measure; independent of type and status. */
export const DECISION_STATES = ['draft', 'proposed', 'adopted', 'rejected'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** How urgent a measure is, as a conference or the deciding body ranked it. */
export const PRIORITIES = ['high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Whether the money for a measure is there, or only if the budget says so (vorbehaltlich Haushalt). */
export const FUNDING_STATES = ['subject_to_budget', 'secured'] as const;
export type FundingState = (typeof FUNDING_STATES)[number];

/** A guiding goal (Leitziel) or one of its sub-goals (Teilziel). */
export const GOAL_KINDS = ['guiding', 'sub'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];

/** Whom a measure is for; closed, so that tables of several concepts can be compared. */
export const TARGET_GROUPS = [
  'everyone',
  'children_youth',
  'families',
  'women',
  'older_people',
  'people_with_disabilities',
  'refugees',
  'newcomers',
  'eu_citizens',
  'job_seekers',
  'employees',
  'companies',
  'students',
  'volunteers',
  'migrant_organisations',
  'administration_staff',
] as const;
export type TargetGroup = (typeof TARGET_GROUPS)[number];

/** Longest plain texts, in characters (UTF-16 units). */
export const MAX_RESOURCES_LENGTH = 2000;
export const MAX_FUNDING_SOURCE_LENGTH = 300;
export const MAX_TITLE_LENGTH = 300;
export const MAX_CONTACT_LENGTH = 300;
export const MAX_DISTRICT_LENGTH = 300;
