import { cpus, loadavg } from 'node:os';
import { writeMeasured } from '../../measured-page.js';
import { median } from '../../statistics.js';
import type { BenchCase, Figures, Results } from '../cases/bench-case.js';
import { serverNames, servers, type ServerName } from '../processes/servers.registry.js';

/** Figure by figure the median of several runs; a run in which one was not taken does not count for it. */
export function medianFigures(runs: readonly Figures[]): Figures {
  const names = new Set(runs.flatMap((figures) => Object.keys(figures)));
  return Object.fromEntries([...names].map((name) => {
    const values = runs.flatMap((figures) => figures[name] ?? []).filter((value) => !Number.isNaN(value));
    return [name, values.length === 0 ? Number.NaN : median(values)];
  }));
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What it ran on, and how much else went on there. */
function machine(): string {
  const [one, , fifteen] = loadavg();
  return `${cpus().length} cores, load ${(fifteen ?? 0).toFixed(1)} over the last quarter of an hour and ${(one ?? 0).toFixed(1)} in the end; Node ${process.versions.node}.`;
}

/** The table of a case in Markdown. */
export function tableOf(one: BenchCase, results: Results): string {
  const shownServers = serverNames.filter((name) => results.has(name));
  const ours = results.get('ours');
  const met = ours === undefined ? undefined : Object.keys(ours).length > 0 && one.isMet(results, ours);
  const verdict = met === undefined ? '' : met ? ' — met' : ' — missed';
  const rowOf = (name: ServerName): string => row([
    servers[name].label, ...one.columns.map(({ show }) => show(results.get(name) ?? {})), name === 'ours' ? `${one.target}${verdict}` : '',
  ]);
  return [
    `**${one.title}** (\`--cases=${one.id}\`)`, '',
    row(['server', ...one.columns.map(({ title }) => title), 'target']), row(['---', ...one.columns.map(() => '--:'), '---']),
    ...shownServers.map(rowOf),
  ].join('\n');
}

/** Puts the tables into docs/benchmarks.md, between its two marks. @param rounds how often each was run */
export function writeTables(tables: readonly string[], rounds: number): void {
  const head = rounds === 1 ? 'One run of each.' : `Medians of ${rounds} runs.`;
  writeMeasured('bench:collab', [`${head} ${machine()}`, ...tables].join('\n\n'));
}
