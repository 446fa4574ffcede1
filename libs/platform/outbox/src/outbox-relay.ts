import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { Client } from 'pg';
import type { DeliveryQueue } from './delivery.js';
import { RELAY_LOCK } from './relay-lock.js';
import { announcePosition, assignPositions, deliveriesOf, findDispatchable, findLost, markDispatched, type SubscriberNames } from './relay-steps.js';
import { WakeUpSignal } from './wake-up-signal.js';
import type { WakeUpHub } from './wake-up-hub.js';

/** What a relay works with. */
export interface OutboxRelayOptions {
  readonly databaseUrl: string;
  readonly hub: WakeUpHub;
  readonly queue: DeliveryQueue;
  readonly subscribers: SubscriberNames;
  readonly logger: Logger;
}

/** `leading`: this process relays; `standby`: another one does; `away`: no connection to the database. */
export type RelayState = 'leading' | 'standby' | 'away';

const batchSize = 200;
const pollMs = 1_000;
/** Least time between two rounds, so that a burst of commits is one wake-up for everybody who streams. */
const roundPauseMs = 15;
const lostAfterSeconds = 60;
const lostSweepMs = 30_000;

/**
 * Carries committed events from the outbox to the queue and to the streams; see relay-steps.ts for what it guarantees. It
 * holds its lock and runs all its statements on one connection: when that is lost, so are the lock and the means to write.
 */
export class OutboxRelay {
  private readonly signal = new WakeUpSignal();
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private nextLostSweep = 0;
  private currentState: RelayState = 'away';

  constructor(private readonly options: OutboxRelayOptions) {}

  get state(): RelayState {
    return this.currentState;
  }

  /** Begins to relay as soon as no other relay does. */
  start(): void {
    const wake = (): void => this.signal.set();
    const off = this.options.hub.on('outbox', wake, wake);
    this.running ??= this.runUntilStopped().finally(off);
  }

  /** Ends after the step in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.signal.set();
    await this.running;
  }

  private async runUntilStopped(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.runSession();
      } catch (error) {
        if (!this.stopping.signal.aborted) this.options.logger.warn({ err: error }, 'outbox relay interrupted, trying again');
      }
      this.currentState = 'away';
      await this.signal.wait(pollMs);
    }
  }

  private async runSession(): Promise<void> {
    const client = new Client({
      connectionString: this.options.databaseUrl, application_name: 'konzeptwerkstatt-relay', keepAlive: true,
      connectionTimeoutMillis: 5_000, statement_timeout: 30_000, lock_timeout: 10_000,
    });
    let lost: Error | undefined;
    client.on('error', (error) => (lost = error));
    try {
      await client.connect();
      while (!this.stopping.signal.aborted && !(await this.takeLock(client))) await this.signal.wait(pollMs);
      while (!this.stopping.signal.aborted && !lost) await this.runRound(client);
      if (lost) throw lost;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async takeLock(client: Client): Promise<boolean> {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [RELAY_LOCK]);
    this.currentState = rows[0]?.taken ? 'leading' : 'standby';
    return this.currentState === 'leading';
  }

  /** One pass over all steps; then waits, unless there is more. */
  private async runRound(client: Client): Promise<void> {
    this.signal.clear();
    const assigned = await assignPositions(client, this.options.subscribers, batchSize);
    if (assigned.last !== null) await announcePosition(client, assigned.last);
    const dispatched = await this.dispatch(client);
    await this.sweepLost(client);
    if (assigned.count === batchSize || dispatched === batchSize) return;
    await sleep(roundPauseMs);
    await this.signal.wait(pollMs);
  }

  /** A queue that cannot be reached does not stop the positions: streams go on, and the events wait in the outbox. */
  private async dispatch(client: Client): Promise<number> {
    const events = await findDispatchable(client, batchSize);
    if (events.length === 0) return 0;
    try {
      await this.options.queue.deliver(deliveriesOf(events));
    } catch (error) {
      this.options.logger.warn({ err: error, events: events.length }, 'queue not reached, events stay in the outbox');
      return 0;
    }
    await markDispatched(client, events);
    return events.length;
  }

  private async sweepLost(client: Client): Promise<void> {
    if (Date.now() < this.nextLostSweep) return;
    this.nextLostSweep = Date.now() + lostSweepMs;
    const events = await findLost(client, lostAfterSeconds, batchSize);
    if (events.length === 0) return;
    await this.options.queue.deliver(deliveriesOf(events)).then(
      () => markDispatched(client, events),
      (error: unknown) => this.options.logger.warn({ err: error }, 'queue not reached, lost deliveries wait'),
    );
  }
}
