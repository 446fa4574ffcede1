import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout, pause } from '@konzeptwerkstatt/test-support';

interface Running {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
}

/** A database server of the suite's own, with every commit on the disk, that may be killed and started again. */
export class OwnPostgres {
  private constructor(private readonly folder: string, private keeper: ChildProcess, private running: Running) {}

  static async start(): Promise<OwnPostgres> {
    await mkdir(join(checkout, '.data'), { recursive: true });
    const folder = await mkdtemp(join(checkout, '.data/collab-test-'));
    await chmod(folder, 0o755);
    return new OwnPostgres(folder, ...(await launch(folder)));
  }

  get url(): string {
    return this.running.url;
  }

  /** `kill -9` of the server and everything it has started. */
  async kill(): Promise<void> {
    const { pid } = this.running;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
    for (const one of [pid, ...children]) signal(one, 'SIGKILL');
    await this.end();
  }

  /** Ends it as `pg_ctl stop -m fast` does. */
  async stop(): Promise<void> {
    signal(this.running.pid, 'SIGINT');
    await this.end();
  }

  /** Starts it again under the same address. */
  async restart(): Promise<void> {
    [this.keeper, this.running] = await launch(this.folder, this.running.port);
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async end(): Promise<void> {
    while (signal(this.running.pid, 0)) await pause(10);
    if (this.keeper.exitCode !== null || this.keeper.signalCode !== null) return;
    const gone = once(this.keeper, 'exit');
    this.keeper.kill('SIGKILL');
    await gone;
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    // One that has ended and waits for its parent is gone too.
    if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return false;
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

async function launch(folder: string, port?: number): Promise<[ChildProcess, Running]> {
  const keeper = fork(join(checkout, 'test/collab/room/postgres-process.mjs'), [folder, ...(port === undefined ? [] : [String(port)])], { env: { ...process.env, NODE_OPTIONS: '' }, execArgv: [] });
  const [running] = (await Promise.race([once(keeper, 'message'), once(keeper, 'exit')])) as [Running | number];
  if (typeof running !== 'object') throw new Error('the database did not start');
  return [keeper, running];
}
