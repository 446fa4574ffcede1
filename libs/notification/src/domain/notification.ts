import type { NotificationCategory, NotificationKind } from '@konzeptwerkstatt/contracts';

/** How a person is told of a category by mail: at once, in one mail a day, or not at all. In the application she is always told. */
export const NOTIFICATION_MAILS = ['at_once', 'daily', 'none'] as const;
export type NotificationMail = (typeof NOTIFICATION_MAILS)[number];

/** The categories, in the order in which people choose. */
export const NOTIFICATION_CATEGORIES: readonly NotificationCategory[] = ['contributions', 'tasks', 'deadlines'];

/** What counts until a person chooses. Tasks come in numbers, so they are gathered. */
export const USUAL_MAIL: Readonly<Record<NotificationCategory, NotificationMail>> = { contributions: 'at_once', tasks: 'daily', deadlines: 'at_once' };

/** Kinds of which at most one mail in 24 hours is written at once, however often they happen; the rest stands in the application. */
export const AT_MOST_DAILY: ReadonlySet<NotificationKind> = new Set<NotificationKind>(['contribution_measure_changed', 'contribution_replied', 'contribution_mentioned']);

/** Kinds whose mails name their subject: dates of a process and names of indicators are no secret, what somebody says about a draft may be one. */
export const NAMED_IN_MAILS: ReadonlySet<NotificationKind> = new Set<NotificationKind>(['phase_opened', 'phase_ends', 'moderator_named', 'value_overdue']);

/** A person is told of something. */
export interface Notification {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly title: string | null;
  /** Page of the client. */
  readonly path: string;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly isRead: boolean;
}

/** What a person chose for a category. */
export interface NotificationChoice {
  readonly category: NotificationCategory;
  readonly mail: NotificationMail;
}
