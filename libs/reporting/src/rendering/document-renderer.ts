import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { RenderingAnswer, RenderingTask } from './rendering.task.js';

/** The thread runs compiled code also where everything else runs from sources. */
const threadFile = fileURLToPath(new URL('../../dist/rendering/rendering.thread.js', import.meta.url));

/** Longest rendering in milliseconds; then its thread is ended. */
const deadlineMs = 120_000;

/** Renders documents off the event loop, one at a time; the thread ends when there is nothing to do. */
@Injectable()
export class DocumentRenderer implements OnApplicationShutdown {
  private pool: Piscina | undefined;

  /** @throws Error when it takes too long, too much memory, or the renderer itself fails */
  async render(task: RenderingTask, signal?: AbortSignal): Promise<RenderingAnswer> {
    const deadline = AbortSignal.timeout(deadlineMs);
    // Made only when it is needed: most processes never render anything.
    this.pool ??= new Piscina({ filename: threadFile, minThreads: 0, maxThreads: 1, idleTimeout: 60_000, resourceLimits: { maxOldGenerationSizeMb: 1024 }, execArgv: [] });
    return (await this.pool.run(task, { signal: signal === undefined ? deadline : AbortSignal.any([deadline, signal]) })) as RenderingAnswer;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }
}
