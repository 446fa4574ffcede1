import { percentile } from '../../statistics.js';
import type { Bench } from '../bench.js';
import type { Crowd } from '../clients/crowd.js';
import { typeFor, type Load } from '../clients/typing.js';
import type { ServerProcess } from '../processes/server-process.js';

/** What typing cost, and how long it was on its way. */
export interface TypingFigures {
  /** CPU seconds of servers and database per 1,000 deliveries. */
  readonly cpuPerThousand: number;
  readonly p50: number;
  readonly p95: number;
  readonly deliveries: number;
  /** Deliveries that did not come within ten seconds. */
  readonly missing: number;
}

const warmUpSeconds = 1;

/** Types for a while, and then for the time that counts, until the last delivery. */
export async function measureTyping(bench: Bench, servers: readonly ServerProcess[], crowds: readonly Crowd[], load: Load, others: readonly number[] = []): Promise<TypingFigures> {
  await typeFor(crowds, { ...load, seconds: warmUpSeconds });
  await settled(crowds);
  crowds.forEach(({ board }) => board.restart());
  const before = bench.cpu(servers, others);
  await typeFor(crowds, load);
  const missing = await settled(crowds);
  const cpu = bench.cpu(servers, others) - before;
  const deliveries = crowds.reduce((sum, { board }) => sum + board.delivered, 0);
  const latencies = crowds.flatMap(({ board }) => board.latencies);
  return { cpuPerThousand: (1000 * cpu) / deliveries, p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95), deliveries, missing };
}

async function settled(crowds: readonly Crowd[]): Promise<number> {
  const all = await Promise.all(crowds.map(async (crowd) => ((await crowd.settled(10_000)) ? 0 : crowd.missing)));
  return all.reduce((sum, missing) => sum + missing, 0);
}
