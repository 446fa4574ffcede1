import { expect, it } from '@jest/globals';
import { attendanceByKind } from './attendance.policy.js';

it('organisations and gatherings are counted once however often they met, and kinds that never came have a line too', () => {
  const attended = [
    { gatheringId: 'a', kind: 'welfare', organisationId: 'x' }, { gatheringId: 'b', kind: 'welfare', organisationId: 'x' }, { gatheringId: 'b', kind: 'welfare', organisationId: 'y' },
    { gatheringId: 'a', kind: 'administration', organisationId: 'z' },
  ];
  expect(attendanceByKind(attended, ['administration', 'welfare', 'business'])).toEqual([
    { kind: 'administration', organisationCount: 1, gatheringCount: 1 }, { kind: 'welfare', organisationCount: 2, gatheringCount: 2 }, { kind: 'business', organisationCount: 0, gatheringCount: 0 },
  ]);
});
