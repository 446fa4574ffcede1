import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of Linux's /proc, per second; the same on every platform that Node runs on. */
const ticksPerSecond = 100;

/** What a line of /proc/<pid>/stat tells of time. */
export interface ProcessTimes {
  readonly parent: number;
  /** Seconds, user and system, of all threads, also of those that have ended. */
  readonly own: number;
  /** Seconds of children that have ended and were waited for. */
  readonly children: number;
}

/** Reads a line of /proc/<pid>/stat. The name of the program may contain anything, so what counts begins behind its last bracket. */
export function readTimes(stat: string): ProcessTimes {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number);
  const seconds = (...indexes: number[]): number => indexes.reduce((sum, index) => sum + (fields[index] ?? 0), 0) / ticksPerSecond;
  return { parent: fields[1] ?? 0, own: seconds(11, 12), children: seconds(13, 14) };
}

function timesOf(pid: number): ProcessTimes | null {
  try {
    return readTimes(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return null;
  }
}

/** CPU seconds of a process so far. */
export function cpuOf(pid: number): number {
  return timesOf(pid)?.own ?? 0;
}

/**
 * CPU seconds of a process and of its children, the ended ones too: of a PostgreSQL by its postmaster. A child that ends
 * moves from the one sum to the other.
 */
export function cpuOfFamily(pid: number): number {
  const top = timesOf(pid);
  if (top === null) return 0;
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => timesOf(Number(name)));
  return children.reduce((sum, child) => sum + (child?.parent === pid ? child.own : 0), top.own + top.children);
}

/** Megabytes. */
export interface Memory {
  readonly rss: number;
  /** What it has for itself and its share of what it has with others. */
  readonly pss: number;
}

const kilobytes = (text: string, name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);

export function memoryOf(pid: number): Memory {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1');
  return { rss: kilobytes(rollup, 'Rss') / 1024, pss: kilobytes(rollup, 'Pss') / 1024 };
}
