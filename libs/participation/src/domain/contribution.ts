/** What a contribution is about. */
export const CONTRIBUTION_TARGETS = ['edition', 'section', 'goal', 'measure', 'passage'] as const;
export type ContributionTarget = (typeof CONTRIBUTION_TARGETS)[number];

export const CONTRIBUTION_KINDS = ['question', 'support', 'objection', 'proposal', 'new_measure'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** How it came: written here, by a link that was passed on, or entered by the office. */
export const CONTRIBUTION_WAYS = ['online', 'letter', 'mail', 'phone', 'committee', 'workshop', 'paper', 'link'] as const;
export type ContributionWay = (typeof CONTRIBUTION_WAYS)[number];

/** `held` waits until its organisation releases it, the office where it came by a link, or the moderators where it is a card; `refused`: it is not released, with a reason. */
export const CONTRIBUTION_STATES = ['held', 'submitted', 'answered', 'withdrawn', 'refused'] as const;
export type ContributionState = (typeof CONTRIBUTION_STATES)[number];

/** What somebody says about a concept or a part of it. Instants are the database's. */
export interface Contribution {
  readonly id: string;
  readonly municipalityId: string;
  readonly editionId: string;
  /** Null: about the whole concept. */
  readonly sectionId: string | null;
  readonly target: ContributionTarget;
  /** The goal or measure. */
  readonly objectId: string | null;
  readonly blockId: string | null;
  readonly quote: string | null;
  /** What stood before the quoted words in their block, at most 60 characters. */
  readonly quoteBefore: string | null;
  readonly kind: ContributionKind;
  readonly title: string | null;
  readonly text: string;
  readonly replacement: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly way: ContributionWay;
  readonly sender: string | null;
  /** `YYYY-MM-DD`. */
  readonly receivedOn: string | null;
  readonly contributorId: string | null;
  readonly organisationId: string | null;
  readonly enteredById: string | null;
  readonly state: ContributionState;
  /** Why it is not released. */
  readonly refusalReason: string | null;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly partOfId: string | null;
  readonly bundleId: string | null;
  readonly assignedOrganisationId: string | null;
  /** `YYYY-MM-DD`. */
  readonly answerBy: string | null;
  /** Written for the wall of a gathering: its moderators decide whether others see it. */
  readonly isCard: boolean;
}

/** What is answered: the contribution, or the bundle it is in. */
export const subjectOf = ({ id, bundleId }: Pick<Contribution, 'id' | 'bundleId'>): string => bundleId ?? id;

/** What is said below a contribution. */
export interface ContributionReply {
  readonly id: string;
  readonly contributionId: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly text: string;
  readonly language: string;
  readonly createdAt: Date;
}

/** Whether others see it, as far as they may read what is said there. */
export const isSeenByOthers = ({ state }: Pick<Contribution, 'state'>): boolean => state === 'submitted' || state === 'answered';

/** Whether something can be said below it: nobody would read that once it was not released or was taken back. */
export const isOpenToReplies = ({ state }: Pick<Contribution, 'state'>): boolean => state !== 'refused' && state !== 'withdrawn';

/** Whether it can still be taken back: nobody has been answered yet. */
export const isWithdrawable = ({ state }: Pick<Contribution, 'state'>): boolean => state === 'held' || state === 'submitted';
