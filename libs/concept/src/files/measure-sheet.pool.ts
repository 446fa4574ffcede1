import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { SheetReading } from './measure-sheet.reader.js';

/** The thread runs compiled code also where everything else runs from sources. */
const threadFile = fileURLToPath(new URL('../../dist/files/measure-sheet.thread.js', import.meta.url));

/** Longest reading of one workbook in milliseconds, and heap of its thread in MB: a cell claimed to lie at the end of the world makes a grid of that size. */
const [deadlineMs, heapMb] = [20_000, 256];

/** Reads workbooks of other people off the event loop, with a deadline and a memory cap. */
@Injectable()
export class MeasureSheetPool implements OnApplicationShutdown {
  private pool: Piscina | undefined;

  /** What came back; `not_readable` also for what takes too long or too much memory. */
  async read(content: Buffer): Promise<SheetReading> {
    this.pool ??= new Piscina({ filename: threadFile, minThreads: 0, maxThreads: 1, idleTimeout: 30_000, resourceLimits: { maxOldGenerationSizeMb: heapMb }, execArgv: [] });
    try {
      return (await this.pool.run(content, { signal: AbortSignal.timeout(deadlineMs) })) as SheetReading;
    } catch {
      return { problem: 'not_readable' };
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }
}
