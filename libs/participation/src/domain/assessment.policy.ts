import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { CRITERIA, isCriterion } from './check-criteria.js';
import type { Criterion } from './check-criteria.js';
import { participationProblem } from './participation.errors.js';
import { isBrokenDown } from './suppression.policy.js';

/** From 1 (not yet) to 4 (fully). */
export const RATINGS = [1, 2, 3, 4] as const;
export const MAX_COMMENT_LENGTH = 2_000;

/** How one person rates one criterion. */
export interface Rating {
  readonly criterion: string;
  /** Null: she cannot say. */
  readonly rating: number | null;
  readonly comment: string;
}

/** A rating of an assessment that is handed in. */
export interface HandedInRating extends Rating {
  /** Who said it; null after erasure. */
  readonly personId: string | null;
}

/** How all see one criterion together. */
export interface CriterionResult {
  readonly criterion: Criterion;
  readonly ratedCount: number;
  /** How many gave 1, 2, 3 and 4; null: too few to be broken down. */
  readonly counts: readonly number[] | null;
  /** In an order that says nothing about who wrote them; none while there are too few ratings. */
  readonly comments: readonly { readonly text: string; readonly personId: string | null }[];
}

/** What is wrong with ratings. @param isHandedIn then at least one is needed */
export function ratingProblems(ratings: readonly Rating[], isHandedIn: boolean): UserErrorDetail[] {
  const isValid = ({ criterion, rating }: Rating): boolean => isCriterion(criterion) && (rating === null || RATINGS.some((known) => known === rating));
  const isRepeated = new Set(ratings.map(({ criterion }) => criterion)).size < ratings.length;
  return [
    ...(isRepeated || !ratings.every(isValid) ? [participationProblem('RATING_INVALID', ['ratings'])] : []),
    ...(ratings.some(({ comment }) => comment.length > MAX_COMMENT_LENGTH) ? [participationProblem('COMMENT_TOO_LONG', ['ratings'])] : []),
    ...(ratings.every(({ comment }) => isStorableText(comment)) ? [] : [participationProblem('TEXT_NOT_STORABLE', ['ratings'])]),
    ...(isHandedIn && ratings.every(({ rating }) => rating === null) ? [participationProblem('RATING_REQUIRED', ['ratings'])] : []),
  ];
}

/**
 * How all see the concept together; one line for each criterion, in the order of the source.
 *
 * @param ratings of assessments that are handed in, the comments in an order that says nothing
 * @param assessmentCount how many are handed in
 * @returns null while there are too few
 */
export function resultsOf(ratings: readonly HandedInRating[], assessmentCount: number): CriterionResult[] | null {
  if (!isBrokenDown(assessmentCount)) return null;
  return CRITERIA.map((criterion) => {
    const own = ratings.filter((one) => one.criterion === criterion);
    const rated = own.filter(({ rating }) => rating !== null);
    const isShown = isBrokenDown(rated.length);
    return {
      criterion, ratedCount: rated.length, counts: isShown ? RATINGS.map((value) => rated.filter(({ rating }) => rating === value).length) : null,
      comments: isShown ? own.filter(({ comment }) => comment !== '').map(({ comment, personId }) => ({ text: comment, personId })) : [],
    };
  });
}
