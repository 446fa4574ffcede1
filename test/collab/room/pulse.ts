import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { checkout } from '@konzeptwerkstatt/test-support';

/** Feels the pulse of a server's event loop from outside, by the pings of a well-behaved client that does nothing else. */
export class Pulse {
  private constructor(private readonly thread: Worker) {}

  static async of({ port, pid }: { readonly port: number; readonly pid: number }, documentId: string): Promise<Pulse> {
    const thread = new Worker(join(checkout, 'test/collab/room/pulse-thread.mjs'), { workerData: { url: `ws://127.0.0.1:${port}/collab/${documentId}`, pid }, execArgv: [] });
    // One at least has been answered.
    await once(thread, 'message');
    return new Pulse(thread);
  }

  /** @returns the longest time without an answer, in milliseconds, less what the server waited for a processor */
  async stop(): Promise<number> {
    this.thread.postMessage('stop');
    const longest = await new Promise<number>((resolve) => this.thread.on('message', (message: unknown) => typeof message === 'number' && resolve(message)));
    await this.thread.terminate();
    return longest;
  }
}
