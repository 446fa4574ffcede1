import type { RoomClient } from '@konzeptwerkstatt/test-support';
import type { VisitorName } from './visitors.js';

/** What one gets in a room: the text, and whether what one types stays; or the code with which the server closes. */
export type RoomExpectation = 'reads and writes' | 'reads' | `closed with ${number}`;

export const roomExpectations: Readonly<Record<VisitorName, RoomExpectation>> = {
  anonymous: 'closed with 4401', contributor: 'reads and writes', reviewer: 'reads', office: 'reads and writes', foreign: 'closed with 4404', ended: 'closed with 4401',
};

/** What was found out about a room in the same words. */
export function roomOutcome(client: RoomClient, hasText: boolean, isShownToOthers: boolean): string {
  if (isShownToOthers) return 'reads and writes';
  return hasText ? 'reads' : `closed with ${client.closeCode}`;
}

type Statuses = Readonly<Record<VisitorName, number>>;

/** Addresses outside of GraphQL and their HTTP status for everybody. */
export const addressRows: readonly { readonly address: string; readonly path: (editionUuid: string) => string; readonly expected: Statuses }[] = [
  ...['german', 'machine'].map((form) => ({
    address: `/files/ of the ${form} measure table`, path: (uuid: string) => `/files/measures-${uuid}.${form}.csv`,
    expected: { anonymous: 404, contributor: 200, reviewer: 200, office: 200, foreign: 404, ended: 404 },
  })),
  ...['live', 'ready'].map((kind) => ({
    address: `/health/${kind}`, path: () => `/health/${kind}`,
    expected: { anonymous: 200, contributor: 200, reviewer: 200, office: 200, foreign: 200, ended: 200 },
  })),
];
