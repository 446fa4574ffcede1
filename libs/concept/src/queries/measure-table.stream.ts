import { Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { measureRemoved, sectionAdded, sectionMoved, sectionRemoved, sectionRenamed } from '@konzeptwerkstatt/contracts';
import type { EventEnvelope } from '@konzeptwerkstatt/contracts';
import { EventStream, WakeUpHub } from '@konzeptwerkstatt/platform-outbox';
import { SectionAccess } from '../commands/section-access.js';
import type { EditionPlace } from '../domain/section-place.js';
import { END, expand, merge, SignalQueue } from './live-iterator.js';
import { MeasureReader } from './measure.reader.js';
import type { MeasureRecord } from './measure.record.js';
import { PresenceReader } from './presence.reader.js';

/** What changed in a measure table; without measure and removed id its sections did. */
export interface MeasureTableChange {
  readonly position: string;
  readonly measure: MeasureRecord | null;
  readonly removedMeasureId: string | null;
}

/** An event of the edition, or a document of it that was written in. */
type News = { readonly event: EventEnvelope } | { readonly documentId: string };

const structural: ReadonlySet<string> = new Set([sectionAdded.name, sectionMoved.name, sectionRemoved.name, sectionRenamed.name]);

/** Tells of every change of a measure table: fields by their events, words (which become events only after a pause) by the wake-ups of their document. */
@Injectable()
export class MeasureTableStream {
  constructor(
    private readonly events: EventStream,
    private readonly hub: WakeUpHub,
    private readonly measures: MeasureReader,
    private readonly presences: PresenceReader,
    private readonly access: SectionAccess,
  ) {}

  /** Follows an edition from a position (null: from now on) until its reader goes or may no longer read it. */
  async follow(actor: Actor | null, edition: EditionPlace, after: string | null): Promise<AsyncIterableIterator<MeasureTableChange>> {
    const start = after ?? (await this.events.lastPosition());
    await this.hub.start();
    const signals: SignalQueue<string> = new SignalQueue(() => leave());
    const leave = this.hub.on('document', ({ documentId }) => signals.push(documentId));
    const words = expand<string, News>(signals, (documentId) => Promise.resolve([{ documentId }]));
    const happenings = expand<EventEnvelope, News>(this.events.follow({ municipalityId: edition.municipalityId, editionId: edition.editionId }, start), (event) => Promise.resolve([{ event }]));
    const teller = new MeasureTableTeller(this.measures, this.presences, edition, start);
    return expand(merge([happenings, words]), async (news) => {
      // A copy, because rights are remembered with the actor object.
      if (!(await this.access.mayReadEdition(actor === null ? null : { ...actor }, edition))) return END;
      return 'event' in news ? teller.ofEvent(news.event) : teller.ofDocument(news.documentId);
    });
  }
}

/** Works out the rows behind the news of one reader. */
class MeasureTableTeller {
  private readonly told = new Map<string, number>();
  private readonly since = new Date(Date.now() - 5_000);
  private documents: Map<string, string> | null = null;

  constructor(
    private readonly measures: MeasureReader,
    private readonly presences: PresenceReader,
    private readonly edition: EditionPlace,
    private position: string,
  ) {}

  async ofEvent({ position, name, payload }: EventEnvelope): Promise<MeasureTableChange[]> {
    this.position = position;
    if (structural.has(name)) {
      this.documents = null;
      return [{ position, measure: null, removedMeasureId: null }];
    }
    const { measureId } = payload as { readonly measureId?: string };
    if (measureId === undefined) return [];
    const [measure] = name === measureRemoved.name ? [] : await this.measures.findByIds([measureId]);
    if (measure === undefined) return [{ position, measure: null, removedMeasureId: measureId }];
    this.told.set(measureId, measure.updatedAt.getTime());
    return [{ position, measure, removedMeasureId: null }];
  }

  async ofDocument(documentId: string): Promise<MeasureTableChange[]> {
    this.documents ??= await this.presences.findDocuments(this.edition);
    const sectionId = this.documents.get(documentId);
    if (sectionId === undefined) return [];
    const changed = await this.measures.findChangedInSection(sectionId, this.since);
    const news = changed.filter(({ id, updatedAt }) => this.told.get(id) !== updatedAt.getTime());
    return news.map((measure) => {
      this.told.set(measure.id, measure.updatedAt.getTime());
      return { position: this.position, measure, removedMeasureId: null };
    });
  }
}
