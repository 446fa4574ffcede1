import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@konzeptwerkstatt/test-support/processes';
import { cpuOf, memoryOf, type Memory } from './process-usage.js';
import type { ServerKind } from './servers.registry.js';

/** With a demonstration to load. */
const startWithin = 120_000;

/** A server in a process group of its own. */
export class ServerProcess {
  private static readonly running = new Set<ServerProcess>();

  private constructor(readonly kind: ServerKind, readonly port: number, private readonly child: ChildProcess) {
    ServerProcess.running.add(this);
    child.once('exit', () => ServerProcess.running.delete(this));
  }

  /** Starts one and waits until it answers. @throws Error when it ends before, or takes too long */
  static async start(kind: ServerKind, environment: Readonly<Record<string, string>>): Promise<ServerProcess> {
    const port = await freePort();
    const env = { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...environment };
    const child = spawn(process.execPath, [...(kind.nodeOptions ?? []), kind.program], { env, detached: true, stdio: ['ignore', 'ignore', 'inherit'] });
    const server = new ServerProcess(kind, port, child);
    for (const end = Date.now() + startWithin; !(await server.answers()); await sleep(20)) {
      if (child.exitCode !== null || Date.now() > end) throw new Error(`${kind.label} did not start`);
    }
    return server;
  }

  /** Ends whatever still runs: nobody may be left behind when a run breaks off. */
  static killAll(): void {
    for (const server of this.running) server.signal('SIGKILL');
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  cpu(): number {
    return cpuOf(this.pid);
  }

  memory(): Memory {
    return memoryOf(this.pid);
  }

  /** As the kernel does it when there is no memory left: no time for anything. */
  async kill(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.signal('SIGKILL');
    await ended;
  }

  /** Asks it to end; one that does not within ten seconds is killed. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.signal('SIGTERM');
    const timer = setTimeout(() => this.signal('SIGKILL'), 10_000);
    await ended;
    clearTimeout(timer);
  }

  private signal(name: NodeJS.Signals): void {
    try {
      process.kill(-this.pid, name);
    } catch (error) {
      // It was faster.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  private answers(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/health/ready`).then(({ status }) => status === 200, () => false);
  }
}
