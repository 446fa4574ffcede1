/**
 * Measures the whole product while 200 people are at one conference: `npm run bench:conference`.
 *   --minutes=10  --print-only
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkout } from './bench-database.js';
import { Bench } from './collab/bench.js';
import { ServerProcess } from './collab/processes/server-process.js';
import { servers, type ServerKind } from './collab/processes/servers.registry.js';
import { conference, Conference } from './conference/conference.js';
import { writeMeasured } from './measured-page.js';
import { print } from './print.js';
import { median, percentile } from './statistics.js';

const minutes = Number(process.argv.find((argument) => argument.startsWith('--minutes='))?.slice('--minutes='.length) ?? 10);
/** Everything in one process, as `npm start` runs it. */
const product: ServerKind = { ...servers.ours, label: 'Konzeptwerkstatt', program: join(checkout, 'apps/standalone/dist/main.js'), nodeOptions: ['--max-semi-space-size=16'] };
const sampleEveryMs = 5_000;

/** Megabytes, every few seconds until it is over. */
async function watchMemory(server: ServerProcess, isOver: () => boolean): Promise<number[]> {
  const samples: number[] = [];
  for (; !isOver(); await sleep(sampleEveryMs)) samples.push(server.memory().rss);
  return samples;
}

type Row = readonly [what: string, measured: string, goal: string, isMet: boolean];

async function measure(server: ServerProcess, bench: Bench): Promise<readonly Row[]> {
  const meeting = await Conference.gather(server.port);
  await meeting.meet(30);
  meeting.restart();
  meeting.requests.milliseconds.length = 0;
  const before = bench.cpu([server]);
  let isOver = false;
  const memory = watchMemory(server, () => isOver);
  await meeting.meet(minutes * 60);
  const cpu = (bench.cpu([server]) - before) / (minutes * 60);
  isOver = true;
  const samples = await memory;
  const tenth = Math.ceil(samples.length / 10);
  // The first tenth is left out: what is compiled and cached then stays.
  const [early, late] = [median(samples.slice(tenth, 3 * tenth)), median(samples.slice(-2 * tenth))];
  const { milliseconds, errors } = meeting.requests;
  const { latencies, missing, ended } = meeting;
  meeting.leave();
  [...new Set(errors)].slice(0, 5).forEach((error) => print(error.slice(0, 300)));
  const twice = (values: readonly number[]): string => `${median(values).toFixed(0)} / ${percentile(values, 0.95).toFixed(0)}`;
  return [
    [`${milliseconds.length} requests: p50 / p95 ms`, twice(milliseconds), 'p95 ≤ 300', percentile(milliseconds, 0.95) <= 300],
    ['requests that failed', String(errors.length), '0', errors.length === 0],
    ['letters: p50 / p95 ms until others have them', twice(latencies), 'p95 ≤ 500', percentile(latencies, 0.95) <= 500],
    ['deliveries that were missing', String(missing), '0', missing === 0],
    ['connections that the server ended', String(ended), '0', ended === 0],
    ['memory MB (RSS), second and third tenth / last two tenths', `${early.toFixed(0)} / ${late.toFixed(0)}`, 'at most a tenth more', late <= 1.1 * early],
    ['processors busy with it, of the product and its database', cpu.toFixed(2), '', true],
  ];
}

function report(rows: readonly Row[]): string {
  const lines = rows.map(([what, measured, goal, isMet]) => `| ${what} | ${measured} | ${goal === '' ? '' : `${goal} — ${isMet ? 'met' : 'missed'}`} |`);
  return [`${minutes} minutes; ${availableParallelism()} cores, which the people's side shares; Node ${process.versions.node}.`, '', '| what | measured | goal |', '| --- | --: | --- |', ...lines].join('\n');
}

async function main(): Promise<void> {
  const bench = await Bench.open();
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-conference-'));
  process.once('exit', () => ServerProcess.killAll());
  try {
    await bench.clear(product);
    print(`… ${conference.people} people, ${conference.typists} of them writing, ${minutes} minutes`);
    const server = await bench.start(product, { SEED: 'demo', LOG_LEVEL: 'error', DATA_DIR: dataDir });
    const text = report(await measure(server, bench));
    await server.stop();
    print(text);
    if (!process.argv.includes('--print-only')) writeMeasured('bench:conference', text);
  } finally {
    await bench.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();
