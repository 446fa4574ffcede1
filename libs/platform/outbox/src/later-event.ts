import type { EventContract, EventEnvelope, Transaction } from '@konzeptwerkstatt/contracts';

/**
 * Whether something of that name has already happened to an event's aggregate after it. A parked event that is retried
 * comes behind later ones; a subscriber whose effect they have undone asks this first.
 */
export async function hasLaterEvent(tx: Transaction, event: EventEnvelope, contract: Pick<EventContract, 'name'>): Promise<boolean> {
  const rows = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM engine.outbox_event WHERE aggregate_id = ${event.aggregateId}::uuid AND sequence > ${event.sequence}::bigint AND name = ${contract.name}
    ) AS found`;
  return rows[0]?.found === true;
}
