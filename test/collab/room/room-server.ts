import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout, freePort } from '@konzeptwerkstatt/test-support';

/** How the rooms are started. */
export interface RoomServerOptions {
  readonly databaseUrl: string;
  /** Modules of `broken/` that are loaded first: each breaks or opens one thing. */
  readonly loaded?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const folder = join(checkout, 'test/collab/room');
const running = new Set<ChildProcess>();
// A run that is cut short must not leave servers behind.
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** The rooms as a process of their own, always under the same port. */
export class RoomServer {
  private constructor(readonly port: number, private readonly options: RoomServerOptions, private child: ChildProcess) {}

  /** @throws Error when it does not come up */
  static async start(options: RoomServerOptions): Promise<RoomServer> {
    const port = await freePort();
    return new RoomServer(port, options, await launch(port, options));
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Resident memory in MiB. */
  get residentMiB(): number {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))![1]) / 1024;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    if (!this.isRunning) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  /** The same again under the same port, by default as it was started. */
  async restart(loaded = this.options.loaded): Promise<void> {
    await this.kill();
    this.child = await launch(this.port, { ...this.options, loaded: loaded ?? [] });
  }

  /** Changes what somebody may do; null: none of her business. The server is not told to look again. */
  setRights(name: string, rights: { canRead: boolean; canWrite: boolean } | null): Promise<void> {
    return this.tell({ name, rights });
  }

  signOut(name: string): Promise<void> {
    return this.tell({ name, signedOut: true });
  }

  private async tell(message: object): Promise<void> {
    const done = once(this.child, 'message');
    this.child.send(message);
    await done;
  }
}

async function launch(port: number, { databaseUrl, loaded = [], env = {} }: RoomServerOptions): Promise<ChildProcess> {
  const imports = loaded.map((name) => `--import=${pathToFileURL(join(folder, 'broken', `${name}.mjs`)).href}`);
  const child = spawn(process.execPath, [...imports, join(folder, 'room-process.mjs'), databaseUrl, String(port)], {
    cwd: checkout, stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  running.add(child);
  const exit = once(child, 'exit').then(() => running.delete(child));
  const ready = once(child.stdout!, 'data').then(() => 'ready' as const);
  if ((await Promise.race([ready, exit])) !== 'ready') throw new Error('the rooms did not start');
  // For looking closer, with TEST_LOG_LEVEL; and a pipe that nobody empties would stop the server.
  child.stdout!.pipe(process.stderr);
  return child;
}
