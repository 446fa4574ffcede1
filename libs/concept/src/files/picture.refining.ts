import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { ReadingThreads } from '@konzeptwerkstatt/platform-files';
import type { RefinedPicture } from './picture.refiner.js';

const reader = { file: fileURLToPath(new URL('../../dist/files/picture.thread.js', import.meta.url)), deadlineMs: 20_000 };

/** Opens pictures of other people, and writes their pixels anew. */
@Injectable()
export class PictureRefining {
  constructor(private readonly threads: ReadingThreads) {}

  /** What is to be stored; PICTURE_BROKEN also for what takes too long. @throws Error as ReadingThreads.run */
  async refine(content: Buffer): Promise<RefinedPicture> {
    return ((await this.threads.run(reader, content)) as RefinedPicture | null) ?? { problem: 'PICTURE_BROKEN' };
  }
}
