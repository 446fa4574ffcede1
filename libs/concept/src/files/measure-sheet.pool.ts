import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { ListContent } from './measure-list.reader.js';
import type { SheetReading } from './measure-sheet.reader.js';
import type { SheetTask } from './measure-sheet.thread.js';

/** The thread runs compiled code also where everything else runs from sources. */
const threadFile = fileURLToPath(new URL('../../dist/files/measure-sheet.thread.js', import.meta.url));

/** Heap of the thread in MB: a cell claimed to lie at the end of the world makes a grid of that size. */
const heapMb = 256;

/** Reads workbooks of other people off the event loop, one after the other, each with a deadline and a memory cap. */
@Injectable()
export class MeasureSheetPool implements OnApplicationShutdown {
  /** Longest reading of one workbook in milliseconds. */
  protected readonly deadlineMs: number = 20_000;
  private pool: Piscina | undefined;
  private isClosed = false;
  /** Done when all that were handed in so far are read. */
  private last: Promise<unknown> = Promise.resolve();

  /**
   * What came back; `not_readable` also for what takes too long or too much memory, from when the thread takes it: waiting behind
   * somebody else's workbook does not count.
   * @throws Error when the process ends first: that says nothing of the file, it has to be read again
   */
  read(content: Buffer): Promise<SheetReading> {
    return this.inTurn<SheetReading>({ kind: 'table', content });
  }

  /** What stands in a list of somebody's own; otherwise as `read`. */
  readList(content: Buffer): Promise<ListContent> {
    return this.inTurn<ListContent>({ kind: 'list', content });
  }

  private inTurn<Reading extends SheetReading | ListContent>(task: SheetTask): Promise<Reading> {
    const reading = this.last.then(() => this.readNow<Reading>(task));
    this.last = reading.catch(() => undefined);
    return reading;
  }

  private async readNow<Reading extends SheetReading | ListContent>(task: SheetTask): Promise<Reading> {
    this.assertOpen();
    this.pool ??= new Piscina({ filename: threadFile, minThreads: 0, maxThreads: 1, idleTimeout: 30_000, resourceLimits: { maxOldGenerationSizeMb: heapMb }, execArgv: [] });
    try {
      return (await this.pool.run(task, { signal: AbortSignal.timeout(this.deadlineMs) })) as Reading;
    } catch {
      this.assertOpen();
      return { problem: 'not_readable' } as Reading;
    }
  }

  private assertOpen(): void {
    if (this.isClosed) throw new Error('The process ended before the workbook was read');
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    await this.pool?.destroy();
  }
}
