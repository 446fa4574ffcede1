import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { MAX_TEXT_LENGTH } from './contribution-text.policy.js';
import type { Contribution } from './contribution.js';
import { participationProblem } from './participation.errors.js';
import type { ContributionResponse } from './response.policy.js';

/** How an answer that is not published stands with those it is for: not asked yet, asked and still in time, objected to, or accepted, by word or because the deadline passed without one. */
export const RESPONSE_STANDINGS = ['not_proposed', 'open', 'objected', 'accepted'] as const;
export type ResponseStanding = (typeof RESPONSE_STANDINGS)[number];

/** For how many days an answer can be proposed. */
export const MAX_CONSENT_DAYS = 60;

/** What somebody said to a proposed answer, for one contribution. */
export interface ProposalReaction {
  readonly contributionId: string;
  /** The revision of the answer that was proposed. */
  readonly responseRevision: number;
  readonly municipalityId: string;
  readonly subjectId: string;
  readonly isAccepted: boolean;
  readonly reason: string;
  readonly organisationId: string | null;
  readonly personId: string | null;
  /** From 1 on. */
  readonly revision: number;
  readonly reactedAt: Date;
}

/** Whether there is somebody who can be asked: a letter from outside has nobody here. */
export const isAsked = ({ contributorId, organisationId }: Pick<Contribution, 'contributorId' | 'organisationId'>): boolean => contributorId !== null || organisationId !== null;

/** Whether the answer is proposed to those it is for, in time or not. */
export const isProposed = ({ proposedUntil, publishedAt }: Pick<ContributionResponse, 'proposedUntil' | 'publishedAt'>): boolean => proposedUntil !== null && publishedAt === null;

/** The reactions to the answer as it is proposed now; those to earlier wordings are history. */
export const currentReactions = (response: Pick<ContributionResponse, 'subjectId' | 'revision'>, reactions: readonly ProposalReaction[]): ProposalReaction[] =>
  reactions.filter(({ subjectId, responseRevision }) => subjectId === response.subjectId && responseRevision === response.revision);

/**
 * How an answer that is not published stands.
 * @param contributions all that it answers
 * @param reactions to any of its wordings
 */
export function standingOf(response: Pick<ContributionResponse, 'subjectId' | 'revision' | 'proposedUntil'>, contributions: readonly Pick<Contribution, 'id' | 'contributorId' | 'organisationId'>[], reactions: readonly ProposalReaction[], now: Date): ResponseStanding {
  if (response.proposedUntil === null) return 'not_proposed';
  const asked = contributions.filter(isAsked);
  const said = new Map(currentReactions(response, reactions).map((reaction) => [reaction.contributionId, reaction.isAccepted]));
  if (asked.some(({ id }) => said.get(id) === false)) return 'objected';
  return response.proposedUntil <= now || asked.every(({ id }) => said.get(id) === true) ? 'accepted' : 'open';
}

/** Who objects, or stays with an answer in spite of it, says why. */
export function objectionProblems(reason: string): UserErrorDetail[] {
  if (reason.trim() === '') return [participationProblem('REASON_REQUIRED', ['reason'])];
  if (reason.length > MAX_TEXT_LENGTH) return [participationProblem('TEXT_TOO_LONG', ['reason'])];
  return isStorableText(reason) ? [] : [participationProblem('TEXT_NOT_STORABLE', ['reason'])];
}
