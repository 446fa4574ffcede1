import { registerEnumType } from '@nestjs/graphql';
import type { GatheringKindName } from '../domain/gathering-draft.policy.js';

export const GatheringKindEnum = { WORKSHOP: 'workshop', WORKING_GROUP: 'working_group', CONFERENCE: 'conference', COUNCIL_MEETING: 'council_meeting' } as const satisfies Record<string, GatheringKindName>;
registerEnumType(GatheringKindEnum, { name: 'GatheringKind', description: 'What kind of meeting it is.' });

export const GatheringStateEnum = { PLANNED: 'planned', RUNNING: 'running', OVER: 'over' } as const;
registerEnumType(GatheringStateEnum, { name: 'GatheringState', description: 'Whether a gathering is still to come, goes on (guests are let in half an hour before), or is over.' });
export type GatheringStateName = (typeof GatheringStateEnum)[keyof typeof GatheringStateEnum];

export const AttendanceStateEnum = { REGISTERED: 'registered', ATTENDED: 'attended' } as const;
registerEnumType(AttendanceStateEnum, { name: 'AttendanceState', description: 'Whether an organisation is registered or was there.' });
