import { fileURLToPath } from 'node:url';
import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';

/** The thread runs compiled code also where everything else runs from sources. */
const threadFile = fileURLToPath(new URL('../../../dist/rendering/chart/chart.thread.js', import.meta.url));

/** Longest drawing of all charts of a report in milliseconds; then its thread is ended. */
const deadlineMs = 30_000;

/** Draws charts off the event loop. A report is never lost for a picture: what cannot be drawn is left out, and whoever asked says so in words. */
@Injectable()
export class ChartDrawer implements OnApplicationShutdown {
  private readonly logger = new Logger(ChartDrawer.name);
  private pool: Piscina | undefined;

  /** @param drawings SVG @returns PNG files in the same order; null for what could not be drawn */
  async draw(drawings: readonly string[]): Promise<readonly (Uint8Array | null)[]> {
    if (drawings.length === 0) return [];
    // Made only when it is needed: most processes never draw anything.
    this.pool ??= new Piscina({ filename: threadFile, minThreads: 0, maxThreads: 1, idleTimeout: 60_000, resourceLimits: { maxOldGenerationSizeMb: 512 }, execArgv: [] });
    try {
      return (await this.pool.run(drawings, { signal: AbortSignal.timeout(deadlineMs) })) as (Uint8Array | null)[];
    } catch (error) {
      this.logger.error(error);
      return drawings.map(() => null);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }
}
