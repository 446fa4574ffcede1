import type { Bench } from '../bench.js';
import type { ServerKind, ServerName } from '../processes/servers.registry.js';

/** What one run of a case found, by name. */
export type Figures = Readonly<Record<string, number>>;
/** The medians of all runs, by server. */
export type Results = ReadonlyMap<ServerName, Figures>;

/** A column of a case's table. */
export interface Column {
  readonly title: string;
  /** Text of a server's cell. */
  show(figures: Figures): string;
}

/** One comparison between the servers. */
export interface BenchCase {
  /** As `--cases=` names it. */
  readonly id: string;
  readonly title: string;
  readonly servers: readonly ServerName[];
  /** Of these, who runs in the first round only: they take long, or are there for orientation. */
  readonly once?: readonly ServerName[];
  readonly columns: readonly Column[];
  /** What we want to reach, in words. */
  readonly target: string;
  /** Runs the case once, from starting the server to ending it. Null: this machine lacks what it needs. */
  run(bench: Bench, kind: ServerKind, round: number): Promise<Figures | null>;
  /** Whether our server reached it; undefined when what it is compared with was not measured. */
  isMet(results: Results, ours: Figures): boolean | undefined;
}

/** A column that shows one figure. */
export function column(title: string, name: string, digits: number, unit = ''): Column {
  return { title, show: (figures) => shown(figures[name], digits, unit) };
}

/** A column that shows two figures with a stroke between them. */
export function columnOfTwo(title: string, one: string, other: string, digits: number): Column {
  return { title, show: (figures) => `${shown(figures[one], digits)} / ${shown(figures[other], digits)}` };
}

function shown(value: number | undefined, digits: number, unit = ''): string {
  return value === undefined || Number.isNaN(value) ? '–' : `${value.toFixed(digits)}${unit}`;
}

/** The least figure of the named servers; undefined when none has it. */
export function best(results: Results, names: readonly ServerName[], figure: string): number | undefined {
  const found = names.flatMap((name) => results.get(name)?.[figure] ?? []).filter((value) => !Number.isNaN(value));
  return found.length === 0 ? undefined : Math.min(...found);
}

/** Whether a figure of ours is at most so many times that of the others. */
export function atMost(value: number | undefined, share: number, other: number | undefined): boolean | undefined {
  return value === undefined || other === undefined ? undefined : value <= share * other;
}

/** The limits that nobody would use. */
export const relays: readonly ServerName[] = ['relay', 'batching-relay'];
/** The servers that people use. */
export const peers: readonly ServerName[] = ['hocuspocus', 'ywebsocket'];
