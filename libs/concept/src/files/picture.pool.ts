import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { RefinedPicture } from './picture.refiner.js';

/** The thread runs compiled code also where everything else runs from sources. */
const threadFile = fileURLToPath(new URL('../../dist/files/picture.thread.js', import.meta.url));

/** Longest time for one picture in milliseconds. */
const deadlineMs = 20_000;

/** Opens pictures of other people off the event loop, one after the other: one alone may take half a gigabyte. */
@Injectable()
export class PicturePool implements OnApplicationShutdown {
  private pool: Piscina | undefined;
  private isClosed = false;
  private last: Promise<unknown> = Promise.resolve();

  /** What is to be stored; PICTURE_BROKEN also for what takes too long. @throws Error when the process ends first */
  refine(content: Buffer): Promise<RefinedPicture> {
    const refining = this.last.then(() => this.refineNow(content));
    this.last = refining.catch(() => undefined);
    return refining;
  }

  private async refineNow(content: Buffer): Promise<RefinedPicture> {
    this.assertOpen();
    const pool = (this.pool ??= new Piscina({ filename: threadFile, minThreads: 0, maxThreads: 1, idleTimeout: 30_000, execArgv: [] }));
    try {
      return (await pool.run(content, { signal: AbortSignal.timeout(deadlineMs) })) as RefinedPicture;
    } catch {
      // A decoder that stumbled keeps its memory until its thread is gone.
      this.pool = undefined;
      await pool.destroy();
      this.assertOpen();
      return { problem: 'PICTURE_BROKEN' };
    }
  }

  private assertOpen(): void {
    if (this.isClosed) throw new Error('The process ended before the picture was opened');
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    await this.pool?.destroy();
  }
}
