import { registerEnumType } from '@nestjs/graphql';
import { DECISION_STATES, FUNDING_STATES, GOAL_KINDS, MEASURE_PARTS, MEASURE_STATUSES, MEASURE_TYPES, PARTY_STATES, PRIORITIES, TARGET_GROUPS } from '@konzeptwerkstatt/document-model';
import { upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { FATES } from '../domain/edition-comparison.policy.js';
import { GAP_KINDS } from '../domain/gap.policy.js';
import { SECTION_KINDS } from '../domain/section-kind.js';
import { MEASURE_ORDER_FIELDS } from '../queries/measure-filter.js';

export const InstrumentKindEnum = upperCaseEnum(['guidelines', 'concept', 'implementation_report', 'indicator_report', 'action_concept', 'position_paper', 'measure_catalogue', 'participation_report', 'council_paper'] as const);
registerEnumType(InstrumentKindEnum, { name: 'InstrumentKind', description: 'What a municipality writes again and again.' });

export const EditionVisibilityEnum = upperCaseEnum(['participants', 'published'] as const);
registerEnumType(EditionVisibilityEnum, { name: 'EditionVisibility', description: 'Who may read an edition: those who take part, or everybody.' });

export const SectionKindEnum = upperCaseEnum(SECTION_KINDS);
registerEnumType(SectionKindEnum, { name: 'SectionKind', description: 'A chapter, or a field of action with goals and measures.' });

export const GoalKindEnum = upperCaseEnum(GOAL_KINDS);
registerEnumType(GoalKindEnum, { name: 'GoalKind', description: 'A guiding goal or one of its sub-goals.' });

export const MeasureTypeEnum = upperCaseEnum(MEASURE_TYPES);
registerEnumType(MeasureTypeEnum, { name: 'MeasureType', description: 'What kind of undertaking a measure is; independent of how far it has come.' });

export const MeasureStatusEnum = upperCaseEnum(MEASURE_STATUSES);
registerEnumType(MeasureStatusEnum, { name: 'MeasureStatus', description: 'How far a measure has come.' });

export const DecisionStateEnum = upperCaseEnum(DECISION_STATES);
registerEnumType(DecisionStateEnum, { name: 'DecisionState', description: 'What the deciding body made of a measure.' });

export const PriorityEnum = upperCaseEnum(PRIORITIES);
registerEnumType(PriorityEnum, { name: 'Priority', description: 'How urgent a measure is.' });

export const FundingStateEnum = upperCaseEnum(FUNDING_STATES);
registerEnumType(FundingStateEnum, { name: 'FundingState', description: 'Whether the money for a measure is there, or only if the budget says so.' });

export const TargetGroupEnum = upperCaseEnum(TARGET_GROUPS);
registerEnumType(TargetGroupEnum, { name: 'TargetGroup', description: 'Whom a measure is for.' });

export const MeasurePartEnum = upperCaseEnum(MEASURE_PARTS);
registerEnumType(MeasurePartEnum, { name: 'MeasurePart', description: 'As what a measure names an organisation: in charge, or taking part.' });

export const PartyStateEnum = upperCaseEnum(PARTY_STATES);
registerEnumType(PartyStateEnum, { name: 'PartyState', description: 'What an organisation has said to its part in a measure: PROPOSED nothing yet, RESERVED yes under a reservation.' });

export const FateEnum = upperCaseEnum(FATES);
registerEnumType(FateEnum, { name: 'Fate', description: 'What became of a measure, or of a section and its text, from one edition to the next.' });

export const GapKindEnum = upperCaseEnum(GAP_KINDS);
registerEnumType(GapKindEnum, { name: 'GapKind', description: 'What is missing.' });

export const MeasureOrderFieldEnum = upperCaseEnum(MEASURE_ORDER_FIELDS);
registerEnumType(MeasureOrderFieldEnum, { name: 'MeasureOrderField', description: 'By what a list of measures is ordered; POSITION is the order of the texts.' });

export const OrderDirectionEnum = upperCaseEnum(['asc', 'desc'] as const);
registerEnumType(OrderDirectionEnum, { name: 'OrderDirection', description: 'Ascending or descending; what is not set comes last either way.' });
