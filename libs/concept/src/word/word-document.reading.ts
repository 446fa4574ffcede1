import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { ReadingThreads } from '@konzeptwerkstatt/platform-files';
import type { CorrectionsAnswer } from './word-corrections.js';
import type { WordTask } from './word-document.thread.js';
import type { WordAnswer } from './word-reading.js';

/** Reads Word documents of other people, each within a deadline and a memory cap. */
@Injectable()
export class WordDocumentReading {
  /** Longest reading of one document in milliseconds. */
  protected readonly deadlineMs: number = 30_000;

  constructor(private readonly threads: ReadingThreads) {}

  /** What the document says; `too_large` for what takes too long or too much memory. @throws Error as ReadingThreads.run */
  async read(content: Buffer): Promise<WordAnswer> {
    return ((await this.run({ content, pictures: null })) as WordAnswer | null) ?? { problem: 'too_large' };
  }

  /** What became of a document of ours. As `read`. */
  async corrections(content: Buffer): Promise<CorrectionsAnswer> {
    return ((await this.run({ content, pictures: null, isCorrection: true })) as CorrectionsAnswer | null) ?? { problem: 'too_large' };
  }

  /** Pictures of a document by their parts; those that cannot be had are left out. @throws Error as `read` */
  async pictures(content: Buffer, parts: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    if (parts.length === 0) return new Map();
    return ((await this.run({ content, pictures: parts })) as ReadonlyMap<string, Uint8Array> | null) ?? new Map();
  }

  private run(task: WordTask): Promise<unknown> {
    // Eight hundred pages need a third of this heap.
    return this.threads.run({ file: fileURLToPath(new URL('../../dist/word/word-document.thread.js', import.meta.url)), deadlineMs: this.deadlineMs, heapMb: 512 }, task);
  }
}
