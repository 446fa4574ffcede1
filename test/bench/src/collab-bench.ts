/**
 * Measures the collaboration server beside the servers people would pick instead: `npm run bench:collab`.
 *   --cases=a,d  --servers=ours,relay  --rounds=3  --print-only
 * A run of some cases or some servers only prints.
 */
import { Bench } from './collab/bench.js';
import type { BenchCase, Figures } from './collab/cases/bench-case.js';
import { cases } from './collab/cases/case.registry.js';
import { ServerProcess } from './collab/processes/server-process.js';
import { serverNames, servers, type ServerName } from './collab/processes/servers.registry.js';
import { medianFigures, tableOf, writeTables } from './collab/report/collab-report.js';
import { print } from './print.js';

const option = (name: string): string | undefined => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const listed = <T extends string>(name: string, all: readonly T[]): T[] => {
  const wanted = option(name)?.split(',');
  const unknown = wanted?.find((one) => !(all as readonly string[]).includes(one));
  if (unknown !== undefined) throw new Error(`--${name}: there is no "${unknown}", only ${all.join(', ')}`);
  return all.filter((one) => wanted?.includes(one) ?? true);
};

const rounds = Number(option('rounds') ?? 3);

/** A server that fails a case has no figures there; the others go on. */
function failed({ id }: BenchCase, name: ServerName, error: unknown): Figures {
  print(`… ${id} ${name} failed: ${String(error)}`);
  ServerProcess.killAll();
  return {};
}

/** All servers in turn, and that several times: what else the machine does hits each of them. */
async function measure(bench: Bench, one: BenchCase, names: readonly ServerName[]): Promise<string> {
  const runs = new Map<ServerName, Figures[]>();
  for (let round = 0; round < rounds; round++) {
    for (const name of one.servers.filter((server) => names.includes(server) && (round === 0 || one.once?.includes(server) !== true))) {
      const begun = performance.now();
      await bench.clear(servers[name]);
      const figures = await one.run(bench, servers[name], round).catch((error: unknown): Figures => failed(one, name, error));
      if (figures === null) continue;
      runs.set(name, [...(runs.get(name) ?? []), figures]);
      print(`… ${one.id} ${round + 1}/${rounds} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s): ${Object.entries(figures).map(([key, value]) => `${key} ${Number(value.toPrecision(4))}`).join(', ')}`);
    }
  }
  return tableOf(one, new Map([...runs].map(([name, figures]) => [name, medianFigures(figures)])));
}

async function main(): Promise<void> {
  const ids = listed('cases', cases.map(({ id }) => id));
  const names = listed('servers', serverNames);
  const bench = await Bench.open();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void bench.close().then(() => process.exit(130)));
  process.once('uncaughtException', (error) => {
    process.stderr.write(`${error.stack ?? String(error)}\n`);
    void bench.close().then(() => process.exit(1));
  });
  process.once('exit', () => ServerProcess.killAll());
  try {
    const tables: string[] = [];
    for (const one of cases.filter(({ id }) => ids.includes(id))) {
      tables.push(await measure(bench, one, names));
      print(`\n${tables.at(-1)}\n`);
    }
    const isWhole = ids.length === cases.length && names.length === serverNames.length;
    if (isWhole && !process.argv.includes('--print-only')) writeTables(tables, rounds);
  } finally {
    await bench.close();
  }
}

await main();
