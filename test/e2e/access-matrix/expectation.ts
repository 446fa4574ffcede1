import type { GraphqlAnswer } from '@konzeptwerkstatt/test-support';
import type { VisitorName } from './visitors.js';

/**
 * What one visitor gets: `data` (of what she may see), `null` (for what does not exist for her), a code of the closed set at
 * top level, or `errors: CODE` in the payload.
 */
export type Expectation = 'data' | 'null' | 'NOT_FOUND' | 'FORBIDDEN' | 'UNAUTHENTICATED' | 'BAD_USER_INPUT' | `errors: ${string}`;

/** What everybody gets. */
export type Expectations = Readonly<Record<VisitorName, Expectation>>;

const signedIn = (of: Pick<Expectations, 'contributor' | 'reviewer' | 'office' | 'foreign'>): Expectations => ({ anonymous: 'UNAUTHENTICATED', ended: 'UNAUTHENTICATED', ...of });

/** Open to all, each for what is hers. */
export const everybody: Expectations = { anonymous: 'data', contributor: 'data', reviewer: 'data', office: 'data', foreign: 'data', ended: 'data' };
/** Everybody with a session, each for herself. */
export const everybodySignedIn: Expectations = signedIn({ contributor: 'data', reviewer: 'data', office: 'data', foreign: 'data' });
/** Readers of a concept that is not published. */
export const readers: Expectations = { anonymous: 'null', contributor: 'data', reviewer: 'data', office: 'data', foreign: 'null', ended: 'null' };
/** Whoever may write a section. */
export const writers: Expectations = signedIn({ contributor: 'data', reviewer: 'FORBIDDEN', office: 'data', foreign: 'NOT_FOUND' });
/** Readers of a concept who take part. */
export const signedInReaders: Expectations = signedIn({ contributor: 'data', reviewer: 'data', office: 'data', foreign: 'NOT_FOUND' });
/** Whoever runs the process or the edition. */
export const managers: Expectations = signedIn({ contributor: 'FORBIDDEN', reviewer: 'FORBIDDEN', office: 'data', foreign: 'NOT_FOUND' });
/** The contributor alone, for what belongs to her. */
export const ownerOnly = (others: Expectation): Expectations => signedIn({ contributor: 'data', reviewer: others, office: others, foreign: others });

/** For guests of a gathering only. */
export const nobodys: Expectations = { anonymous: 'null', contributor: 'null', reviewer: 'null', office: 'null', foreign: 'null', ended: 'null' };

/** The same for what is asked for by its id: for everybody else it does not exist. */
export const ownerAlone: Expectations = { anonymous: 'null', contributor: 'data', reviewer: 'null', office: 'null', foreign: 'null', ended: 'null' };

/** An answer in the words of the matrix. */
export function summarise(field: string, { data, errors }: GraphqlAnswer<Record<string, unknown>>): string {
  if (errors.length > 0) return [...new Set(errors.map(({ extensions }) => extensions.code))].join(' + ');
  const value = data?.[field];
  if (value === null || value === undefined) return 'null';
  const problems = (value as { errors?: readonly { code: string }[] }).errors ?? [];
  return problems.length === 0 ? 'data' : `errors: ${problems.map(({ code }) => code).join(', ')}`;
}
