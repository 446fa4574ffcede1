import type { Transaction } from '../transaction.js';

/** What people are told, each with the category for which a person chooses how she is told by mail. */
export const NOTIFICATION_KINDS = {
  contribution_arrived: 'contributions',
  contribution_answered: 'contributions',
  contribution_replied: 'contributions',
  contribution_mentioned: 'contributions',
  contribution_measure_changed: 'contributions',
  contribution_to_release: 'tasks',
  inquiry_to_release: 'tasks',
  inquiry_returned: 'tasks',
  contribution_received: 'tasks',
  contribution_refused: 'contributions',
  contribution_to_answer: 'tasks',
  response_proposed: 'tasks',
  response_objected: 'tasks',
  advice_requested: 'tasks',
  advice_given: 'tasks',
  moderator_named: 'tasks',
  value_overdue: 'tasks',
  phase_opened: 'deadlines',
  phase_ends: 'deadlines',
  funding_ends: 'deadlines',
  answer_ends: 'deadlines',
  objection_ends: 'deadlines',
  advice_ends: 'deadlines',
} as const;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
export type NotificationCategory = (typeof NOTIFICATION_KINDS)[NotificationKind];

/** One thing that people are told about. */
export interface NotificationSubject {
  readonly id: string;
  /** Who is told; whoever has no account any more is left out. */
  readonly personIds: readonly string[];
  /** What it is called, as the list shows it later; never words that somebody said. Null: the kind says enough. */
  readonly title: string | null;
  /** Page of the client, begins with `/`; rights are asked there. */
  readonly path: string;
}

/** Something that happened, and whom it concerns. */
export interface Notice {
  readonly municipalityId: string;
  readonly kind: NotificationKind;
  /** The event's id, or what else makes it one occasion: the same person is told of a subject once for each. */
  readonly occasion: string;
  readonly subjects: readonly NotificationSubject[];
  /** Until when something can be done. */
  readonly dueAt?: Date;
  /** Whether nobody is told of a subject again as long as she has not read what she was told of it last; for what comes in numbers. */
  readonly isGathered?: boolean;
}

/** Tells people what concerns them. Declared here because the contexts that know do not know how people want to be told; the app joins them. */
export interface Notifier {
  /** Notes it for each person, and writes the mails that are wanted at once, in the caller's transaction. Safe to repeat. */
  tell(tx: Transaction, notice: Notice): Promise<void>;
}

/** Injection token of the notifier. */
export const NOTIFIER = Symbol('Notifier');
