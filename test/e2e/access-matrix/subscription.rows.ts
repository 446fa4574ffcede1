import type { Expectations } from './expectation.js';
import type { MatrixRow } from './matrix-row.js';

const followers: Expectations = { anonymous: 'NOT_FOUND', contributor: 'data', reviewer: 'data', office: 'data', foreign: 'NOT_FOUND', ended: 'NOT_FOUND' };

/** From the beginning, so that there is something to deliver at once. */
const fromTheBeginning: MatrixRow['variables'] = ({ world }) => ({ editionId: world.edition.id, after: '0' });

/** Every subscription of the schema. */
export const subscriptionRows: readonly MatrixRow[] = [
  { operation: 'Subscription.activityAdded', expected: followers, selection: 'id name', variables: fromTheBeginning },
  { operation: 'Subscription.measureTableChanged', expected: followers, selection: 'position measure { id title }', variables: fromTheBeginning },
  {
    operation: 'Subscription.wallChanged', expected: { ...followers, anonymous: 'UNAUTHENTICATED', ended: 'UNAUTHENTICATED' }, guest: 'NOT_FOUND', selection: 'isEverything card { id text }',
    variables: async ({ world }) => ({ gatheringUuid: (await world.gathering()).uuid }),
  },
  { operation: 'Subscription.presenceChanged', expected: { ...followers, anonymous: 'UNAUTHENTICATED', ended: 'UNAUTHENTICATED' }, selection: 'sections { section { id } }', variables: ({ world }) => ({ editionId: world.edition.id }) },
];
