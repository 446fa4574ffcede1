import type { Inquiry, InquiryRecipient } from './inquiry.js';

/** What becomes of the wish to remind somebody: its mail goes out at once or as soon as the last one is a week old, or there is a reason why it is not reminded. */
export const REMINDER_OUTCOMES = ['now', 'later', 'handed_in', 'not_asked_yet', 'no_address', 'example'] as const;
export type ReminderOutcome = (typeof REMINDER_OUTCOMES)[number];

/** How mails reach the organisation. */
export interface ReminderReach {
  readonly hasAddress: boolean;
  /** When the next mail may go to it; null: at once. */
  readonly nextMailAt: Date | null;
}

/** @param recipient of an open inquiry */
export function reminderOutcome({ isExample }: Pick<Inquiry, 'isExample'>, { handedInAt, askedAt }: Pick<InquiryRecipient, 'handedInAt' | 'askedAt'>, { hasAddress, nextMailAt }: ReminderReach): ReminderOutcome {
  if (handedInAt !== null) return 'handed_in';
  if (isExample) return 'example';
  if (!hasAddress) return 'no_address';
  if (askedAt === null) return 'not_asked_yet';
  return nextMailAt === null ? 'now' : 'later';
}

/** Whether a reminder goes out. */
export const isReminded = (outcome: ReminderOutcome): boolean => outcome === 'now' || outcome === 'later';
