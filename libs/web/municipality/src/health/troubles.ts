import type { InstallationHealthQuery } from '@konzeptwerkstatt/web-data';

/** How the installation is, as the page asks for it. */
export type Health = NonNullable<NonNullable<InstallationHealthQuery['viewer']>['installation']>['health'];

/** What somebody should look at; `municipality.health.trouble.<kind>` says it. */
export interface Trouble {
  readonly kind: 'not-relayed' | 'parked' | 'repeats-failed' | 'events-late' | 'texts-late' | 'mails-failed';
  readonly count: number;
}

/** From here on waiting is worth a look, in seconds; the same as the alarms in docs/operations.md. */
const LATE_SECONDS = 60;

/** What is worth a look, the gravest first; empty when all is well. */
export function troublesOf({ events, parkedCount, queues, mails }: Pick<Health, 'events' | 'parkedCount' | 'queues' | 'mails'>): Trouble[] {
  const failed = queues.reduce((sum, queue) => sum + queue.failed, 0);
  const all: readonly (Trouble & { readonly isThere: boolean })[] = [
    { kind: 'not-relayed', count: 0, isThere: !events.isRelayed },
    { kind: 'parked', count: parkedCount, isThere: parkedCount > 0 },
    { kind: 'repeats-failed', count: failed, isThere: failed > 0 },
    { kind: 'events-late', count: events.waiting, isThere: events.oldestSeconds > LATE_SECONDS },
    { kind: 'texts-late', count: events.textsWaiting, isThere: events.textsOldestSeconds > LATE_SECONDS },
    { kind: 'mails-failed', count: mails.failedThisWeek, isThere: mails.failedThisWeek > 0 },
  ];
  return all.filter(({ isThere }) => isThere).map(({ kind, count }) => ({ kind, count }));
}
