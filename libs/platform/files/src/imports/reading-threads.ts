import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { LOGGER, type Logger } from '@konzeptwerkstatt/platform-logging';
import { Piscina } from 'piscina';

/** So many threads of one process read files of other people at the same time: each may take half a gigabyte. */
const MAX_THREADS = 3;

/** Something that reads files of other people in a thread of its own. */
export interface ThreadReader {
  /** Path of the compiled module whose default export does the work: threads run compiled code also where everything else runs from sources. */
  readonly file: string;
  /** Longest time for one file in milliseconds, from when the thread takes it: waiting behind somebody else's file does not count. */
  readonly deadlineMs: number;
  /** Heap of the thread in MB; left out: as the process. */
  readonly heapMb?: number;
}

/** The thread of one reader, and the files that wait for it. */
interface Lane {
  pool: Piscina | undefined;
  /** Done when all that were handed in so far are read. */
  last: Promise<unknown>;
}

/** Runs what opens files of other people off the event loop: one file of a reader after the other, few readers at a time, each with a deadline and, where it says so, a memory cap. */
@Injectable()
export class ReadingThreads implements OnApplicationShutdown {
  private readonly lanes = new Map<string, Lane>();
  private readonly waiting: (() => void)[] = [];
  private busy = 0;
  private isClosed = false;

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  /**
   * @returns null for what takes too long or too much memory, or ends its thread otherwise
   * @throws Error when the process ends first: that says nothing of the file, it has to be read again
   */
  run(reader: ThreadReader, task: unknown): Promise<unknown> {
    const lane = this.lanes.get(reader.file) ?? { pool: undefined, last: Promise.resolve() };
    this.lanes.set(reader.file, lane);
    const reading = lane.last.then(() => this.bounded(() => this.work(lane, reader, task)));
    lane.last = reading.catch(() => undefined);
    return reading;
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...this.lanes.values()].map(async ({ pool }) => pool?.destroy()));
  }

  private async bounded<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    while (this.busy >= MAX_THREADS) await new Promise<void>((next) => void this.waiting.push(next));
    this.busy += 1;
    try {
      return await work();
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }

  private async work(lane: Lane, { file, deadlineMs, heapMb }: ThreadReader, task: unknown): Promise<unknown> {
    this.assertOpen();
    const resourceLimits = heapMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMb } };
    const pool = (lane.pool ??= new Piscina({ filename: file, minThreads: 0, maxThreads: 1, idleTimeout: 30_000, execArgv: [], ...resourceLimits }));
    try {
      return await pool.run(task, { signal: AbortSignal.timeout(deadlineMs) });
    } catch (error) {
      // A decoder that stumbled keeps its memory until its thread is gone.
      lane.pool = undefined;
      await pool.destroy();
      this.assertOpen();
      // For the person the file could not be read; whoever runs the installation sees whether it was the file. Messages may quote it.
      const { name, code } = error as { readonly name?: string; readonly code?: string };
      this.logger.warn({ reader: file, name, code }, 'a file could not be read in its thread');
      return null;
    }
  }

  private assertOpen(): void {
    if (this.isClosed) throw new Error('The process ended before the file was read');
  }
}
