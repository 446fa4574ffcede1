import { Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { EventEnvelope } from '@konzeptwerkstatt/contracts';
import { EventStream, WakeUpHub } from '@konzeptwerkstatt/platform-outbox';
import { SectionAccess } from '../commands/section-access.js';
import type { EditionPlace } from '../domain/section-place.js';
import { EditionDocuments } from './edition-documents.js';
import { END, expand, SignalQueue } from './live-iterator.js';
import { PresenceReader } from './presence.reader.js';
import type { Presence } from './presence.reader.js';

/** Follows what happens in an edition, and who is in it. Rights are asked for each event. */
@Injectable()
export class EditionLiveStream {
  constructor(
    private readonly events: EventStream,
    private readonly hub: WakeUpHub,
    private readonly presences: PresenceReader,
    private readonly access: SectionAccess,
  ) {}

  /** The edition's events from a position (null: from now on). */
  async activity(actor: Actor | null, edition: EditionPlace, after: string | null): Promise<AsyncIterableIterator<EventEnvelope>> {
    const { municipalityId, editionId } = edition;
    const source = this.events.follow({ municipalityId, editionId }, after ?? (await this.events.lastPosition()));
    return expand(source, async (event) => ((await this.mayRead(actor, edition)) ? [event] : END));
  }

  /** Who is in the edition's texts: now, and whenever somebody comes or goes. */
  async presence(actor: Actor | null, edition: EditionPlace): Promise<AsyncIterableIterator<readonly Presence[]>> {
    await this.hub.start();
    const signals: SignalQueue<string> = new SignalQueue(() => leave());
    const leave = this.hub.on('presence', ({ documentId }) => signals.push(documentId), () => signals.push('all'));
    signals.push('all');
    const documents = new EditionDocuments(this.presences, edition);
    return expand(signals, async (signal) => {
      // Whose document it is comes first: people come and go everywhere in the installation.
      if (signal !== 'all' && (await documents.sectionOf(signal)) === null) return [];
      return (await this.mayRead(actor, edition)) ? [await this.presences.findByEdition(edition)] : END;
    });
  }

  private mayRead(actor: Actor | null, edition: EditionPlace): Promise<boolean> {
    // A copy, because rights are remembered with the actor object.
    return this.access.mayReadEdition(actor === null ? null : { ...actor }, edition);
  }
}
