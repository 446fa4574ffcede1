import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { ReadingThreads } from '../imports/reading-threads.js';
import type { SheetContent, SheetLimits, SheetProblem } from './sheet.js';
import type { SheetTask } from './sheets.thread.js';

/** Longest reading of one file in milliseconds. */
const DEADLINE_MS = 30_000;
/** A cell claimed to lie at the end of the world makes a grid of that size: hence a cap, in MB. */
const HEAP_MB = 512;

/** Reads spreadsheets and separated values of other people, each within a deadline and a memory cap. */
@Injectable()
export class SheetFileReading {
  constructor(private readonly threads: ReadingThreads) {}

  /** What stands in the file; `not_readable` also for what takes too long or too much memory. @throws Error as ReadingThreads.run */
  async read(content: Buffer, limits: SheetLimits): Promise<SheetContent | { readonly problem: SheetProblem }> {
    const reader = { file: fileURLToPath(new URL('../../dist/sheets/sheets.thread.js', import.meta.url)), deadlineMs: DEADLINE_MS, heapMb: HEAP_MB };
    return ((await this.threads.run(reader, { content, limits } satisfies SheetTask)) as SheetContent | { readonly problem: SheetProblem } | null) ?? { problem: 'not_readable' };
  }
}
