import type { Logger } from '@konzeptwerkstatt/platform-logging';
import type { DocumentTailReader } from '../log/document-tail.reader.js';
import type { RoomRegistry } from '../room/room-registry.js';

interface NewsWatchParts {
  readonly reader: Pick<DocumentTailReader, 'findNews'>;
  readonly rooms: Pick<RoomRegistry, 'all' | 'find'>;
  /** This process's name in the log: its own rows are no news. */
  readonly node: string;
  readonly logger: Logger;
}

/** Looks in one statement which open documents others have written to, in case nobody could tell. */
export class NewsWatch {
  private since = '0';
  private looking: Promise<void> | null = null;

  constructor(private readonly parts: NewsWatchParts) {}

  look(): Promise<void> {
    return (this.looking ??= this.findAndCatchUp().finally(() => (this.looking = null)));
  }

  /** Everything may have been missed. */
  lookEverywhere(): void {
    for (const room of this.parts.rooms.all()) void room.catchUp();
  }

  private async findAndCatchUp(): Promise<void> {
    const { reader, rooms, node, logger } = this.parts;
    const documentIds = [...rooms.all()].map(({ documentId }) => documentId);
    try {
      const { news, xmin } = await reader.findNews(documentIds, this.since, node);
      this.since = xmin;
      for (const documentId of news) void rooms.find(documentId)?.catchUp();
    } catch (error) {
      logger.warn({ err: error }, 'news not looked for');
    }
  }
}
