import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { CorrectionsAnswer } from './word-corrections.js';
import type { WordTask } from './word-document.thread.js';
import type { WordAnswer } from './word-reading.js';

/** The thread runs compiled code also where everything else runs from sources. */
const threadFile = fileURLToPath(new URL('../../dist/word/word-document.thread.js', import.meta.url));

/** Heap of the thread in MB: eight hundred pages need a third of it. */
const heapMb = 512;

/** Reads Word documents of other people off the event loop, one after the other, each with a deadline and a memory cap. */
@Injectable()
export class WordDocumentPool implements OnApplicationShutdown {
  /** Longest reading of one document in milliseconds. */
  protected readonly deadlineMs: number = 30_000;
  private pool: Piscina | undefined;
  private isClosed = false;
  /** Done when all that were handed in so far are read. */
  private last: Promise<unknown> = Promise.resolve();

  /**
   * What the document says; `too_large` for what takes too long or too much memory, from when the thread takes it.
   * @throws Error when the process ends first: that says nothing of the file, it has to be read again
   */
  async read(content: Buffer): Promise<WordAnswer> {
    return ((await this.inTurn({ content, pictures: null })) as WordAnswer | null) ?? { problem: 'too_large' };
  }

  /** What became of a document of ours. As `read`. */
  async corrections(content: Buffer): Promise<CorrectionsAnswer> {
    return ((await this.inTurn({ content, pictures: null, isCorrection: true })) as CorrectionsAnswer | null) ?? { problem: 'too_large' };
  }

  /** Pictures of a document by their parts; those that cannot be had are left out. @throws Error as `read` */
  async pictures(content: Buffer, parts: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    if (parts.length === 0) return new Map();
    return ((await this.inTurn({ content, pictures: parts })) as ReadonlyMap<string, Uint8Array> | null) ?? new Map();
  }

  private inTurn(task: WordTask): Promise<unknown> {
    const reading = this.last.then(() => this.work(task));
    this.last = reading.catch(() => undefined);
    return reading;
  }

  /** @returns null for what takes too long or too much memory */
  private async work(task: WordTask): Promise<unknown> {
    this.assertOpen();
    this.pool ??= new Piscina({ filename: threadFile, minThreads: 0, maxThreads: 1, idleTimeout: 30_000, resourceLimits: { maxOldGenerationSizeMb: heapMb }, execArgv: [] });
    try {
      return await this.pool.run(task, { signal: AbortSignal.timeout(this.deadlineMs) });
    } catch {
      this.assertOpen();
      return null;
    }
  }

  private assertOpen(): void {
    if (this.isClosed) throw new Error('The process ended before the document was read');
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    await this.pool?.destroy();
  }
}
