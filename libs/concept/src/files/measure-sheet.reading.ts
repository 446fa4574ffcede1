import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { ReadingThreads } from '@konzeptwerkstatt/platform-files';
import type { SheetReading } from './measure-sheet.reader.js';

/** Reads measure tables that come back, each within a deadline and a memory cap. */
@Injectable()
export class MeasureSheetReading {
  /** Longest reading of one workbook in milliseconds. */
  protected readonly deadlineMs: number = 20_000;

  constructor(private readonly threads: ReadingThreads) {}

  /** What came back; `not_readable` also for what takes too long or too much memory. @throws Error as ReadingThreads.run */
  async read(content: Buffer): Promise<SheetReading> {
    // A cell claimed to lie at the end of the world makes a grid of that size: hence the cap.
    const reader = { file: fileURLToPath(new URL('../../dist/files/measure-sheet.thread.js', import.meta.url)), deadlineMs: this.deadlineMs, heapMb: 256 };
    return ((await this.threads.run(reader, content)) as SheetReading | null) ?? { problem: 'not_readable' };
  }
}
