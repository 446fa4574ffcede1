import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '@konzeptwerkstatt/contracts';
import { EventStream } from '@konzeptwerkstatt/platform-outbox';

/** A municipality's events are read in pages of so many, at most so often, to find those of the editions asked for. */
const pageSize = 100;
const maxPages = 10;

/** Reads what happened, newest first. */
@Injectable()
export class ActivityReader {
  constructor(private readonly events: EventStream) {}

  /** What happened in one edition before a position (null: the newest). */
  findByEdition({ municipalityId, editionId }: { readonly municipalityId: string; readonly editionId: string }, before: string | null, limit: number): Promise<EventEnvelope[]> {
    return this.events.readBefore(before, { municipalityId, editionId }, limit);
  }

  /** What happened in several editions of a municipality before a position; looks back over the last thousand events. */
  async findByEditions(municipalityId: string, editionIds: ReadonlySet<string>, before: string | null, limit: number): Promise<EventEnvelope[]> {
    const found: EventEnvelope[] = [];
    let position = before;
    for (let page = 0; page < maxPages && found.length < limit && editionIds.size > 0; page++) {
      const events = await this.events.readBefore(position, { municipalityId }, pageSize);
      found.push(...events.filter(({ editionId }) => editionId !== null && editionIds.has(editionId)));
      position = events.at(-1)?.position ?? null;
      if (events.length < pageSize || position === null) break;
    }
    return found.slice(0, limit);
  }
}
