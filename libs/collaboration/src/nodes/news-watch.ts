import type { Logger } from '@konzeptwerkstatt/platform-logging';
import type { DocumentTailReader } from '../log/document-tail.reader.js';
import type { RoomRegistry } from '../room/room-registry.js';

interface NewsWatchParts {
  readonly reader: Pick<DocumentTailReader, 'findNews'>;
  readonly rooms: Pick<RoomRegistry, 'ids' | 'hear'>;
  /** This process's name in the log: its own rows are no news. */
  readonly node: string;
  readonly logger: Logger;
}

/** Looks in one statement which documents that are open, or being opened, others have written to, in case nobody could tell. */
export class NewsWatch {
  private since = '0';
  private looking: Promise<void> | null = null;

  constructor(private readonly parts: NewsWatchParts) {}

  look(): Promise<void> {
    return (this.looking ??= this.findAndCatchUp().finally(() => (this.looking = null)));
  }

  /** Everything may have been missed. */
  lookEverywhere(): void {
    const { rooms } = this.parts;
    for (const documentId of rooms.ids()) void rooms.hear(documentId);
  }

  private async findAndCatchUp(): Promise<void> {
    const { reader, rooms, node, logger } = this.parts;
    try {
      const { news, xmin } = await reader.findNews(rooms.ids(), this.since, node);
      this.since = xmin;
      for (const documentId of news) void rooms.hear(documentId);
    } catch (error) {
      logger.warn({ err: error }, 'news not looked for');
    }
  }
}
