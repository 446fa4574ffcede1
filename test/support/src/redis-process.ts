import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';

/** A Redis of its own that keeps nothing, from the system's package. */
export class RedisProcess {
  private constructor(readonly port: number, private readonly settings: readonly string[], private child: ChildProcess) {}

  /**
   * @param settings more of its settings, as on its command line
   * @returns null when there is no redis-server on this machine
   */
  static async start(settings: readonly string[] = []): Promise<RedisProcess | null> {
    const port = await freePort();
    const child = await run(port, settings);
    return child === null ? null : new RedisProcess(port, settings, child);
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Ends it as a machine without power does. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** Starts it again at the same place, empty. */
  async restart(): Promise<void> {
    const child = await run(this.port, this.settings);
    if (child === null) throw new Error('redis-server has gone from this machine');
    this.child = child;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}

async function run(port: number, settings: readonly string[]): Promise<ChildProcess | null> {
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...settings], { stdio: 'ignore' });
  const missing = new Promise<boolean>((resolve) => child.once('error', () => resolve(true)).once('spawn', () => resolve(false)));
  if (await missing) return null;
  process.once('exit', () => child.kill('SIGKILL'));
  for (let tries = 0; !(await listens(port)); tries++) {
    if (tries > 200 || child.exitCode !== null) throw new Error('redis-server did not start');
    await sleep(20);
  }
  return child;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => { socket.destroy(); resolve(true); }).once('error', () => resolve(false));
  });
}
