import { WAKE_UP_CHANNEL, type Transaction, type WakeUp } from '@konzeptwerkstatt/contracts';

/**
 * Sends a wake-up to all processes when the transaction commits. Within one transaction PostgreSQL folds equal ones into one.
 * It may get lost; receivers look again after a while anyway.
 */
export async function sendWakeUp(tx: Transaction, wakeUp: WakeUp): Promise<void> {
  await tx.$queryRaw`SELECT pg_notify(${WAKE_UP_CHANNEL}, ${JSON.stringify(wakeUp)})::text`;
}
