import { ApplicationError } from '@konzeptwerkstatt/kernel';
import type { EventEnvelope } from '@konzeptwerkstatt/contracts';
import { decodeCursor, encodeCursor, pageOf, rowsToLoad } from '@konzeptwerkstatt/platform-graphql';
import type { ConnectionArgs, Page } from '@konzeptwerkstatt/platform-graphql';
import { toActivity } from './activity.type.js';
import type { ActivityType } from './activity.type.js';

/** A position of the event stream from outside. @throws ApplicationError BAD_USER_INPUT */
export function streamPosition(text: string): string {
  if (!/^\d{1,18}$/.test(text)) throw new ApplicationError('BAD_USER_INPUT', 'Das ist keine Stelle im Verlauf.');
  return text;
}

function positionBefore(after: string | null | undefined): string | null {
  if (after === null || after === undefined) return null;
  const [position] = decodeCursor(after, 1);
  return streamPosition(typeof position === 'string' ? position : '');
}

/** A page of events, newest first; the cursor is the event's position. */
export async function activityPage(args: ConnectionArgs, find: (before: string | null, limit: number) => Promise<EventEnvelope[]>): Promise<Page<ActivityType>> {
  const events = await find(positionBefore(args.after), rowsToLoad(args));
  return pageOf(events.map(toActivity), args, { cursorOf: ({ position }) => encodeCursor(position) });
}
