import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { ReadingThreads } from '@konzeptwerkstatt/platform-files';
import type { ListContent } from './measure-list.reader.js';
import type { SheetReading } from './measure-sheet.reader.js';
import type { SheetTask } from './measure-sheet.thread.js';

/** Reads workbooks of other people, each within a deadline and a memory cap. */
@Injectable()
export class MeasureSheetReading {
  /** Longest reading of one workbook in milliseconds. */
  protected readonly deadlineMs: number = 20_000;

  constructor(private readonly threads: ReadingThreads) {}

  /** What came back; `not_readable` also for what takes too long or too much memory. @throws Error as ReadingThreads.run */
  async read(content: Buffer): Promise<SheetReading> {
    return ((await this.run({ kind: 'table', content })) as SheetReading | null) ?? { problem: 'not_readable' };
  }

  /** What stands in a list of somebody's own; otherwise as `read`. */
  async readList(content: Buffer): Promise<ListContent> {
    return ((await this.run({ kind: 'list', content })) as ListContent | null) ?? { problem: 'not_readable' };
  }

  private run(task: SheetTask): Promise<unknown> {
    // A cell claimed to lie at the end of the world makes a grid of that size: hence the cap.
    return this.threads.run({ file: fileURLToPath(new URL('../../dist/files/measure-sheet.thread.js', import.meta.url)), deadlineMs: this.deadlineMs, heapMb: 256 }, task);
  }
}
