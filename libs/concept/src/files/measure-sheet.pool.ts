import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { SheetReading } from './measure-sheet.reader.js';

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
    const reading = this.last.then(() => this.readNow(content));
    this.last = reading.catch(() => undefined);
    return reading;
  }

  private async readNow(content: Buffer): Promise<SheetReading> {
    this.assertOpen();
    this.pool ??= new Piscina({ filename: threadFile, minThreads: 0, maxThreads: 1, idleTimeout: 30_000, resourceLimits: { maxOldGenerationSizeMb: heapMb }, execArgv: [] });
    try {
      return (await this.pool.run(content, { signal: AbortSignal.timeout(this.deadlineMs) })) as SheetReading;
    } catch {
      this.assertOpen();
      return { problem: 'not_readable' };
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
