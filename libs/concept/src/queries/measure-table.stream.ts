import { Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { measureRemoved, sectionAdded, sectionMoved, sectionRemoved, sectionRenamed } from '@konzeptwerkstatt/contracts';
import type { EventEnvelope } from '@konzeptwerkstatt/contracts';
import { EventStream, WakeUpHub } from '@konzeptwerkstatt/platform-outbox';
import { SectionAccess } from '../commands/section-access.js';
import type { EditionPlace } from '../domain/section-place.js';
import { EditionDocuments } from './edition-documents.js';
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

/** Stands for all documents of the edition: after a gap nobody knows which were written in. */
const EVERY_DOCUMENT = 'every document';
/** A row carries the beginning of its transaction, which may have lasted so long before others could see it; milliseconds. */
const longestTransaction = 20_000;

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
    const documents = new EditionDocuments(this.presences, edition);
    const signals: SignalQueue<string> = new SignalQueue(() => leave());
    const leave = this.hub.on('document', ({ documentId }) => signals.push(documentId), () => signals.push(EVERY_DOCUMENT));
    // Whose document it is comes first: all texts of the installation are heard of here, and each of them often.
    const words = expand<string, News>(signals, async (signal) => {
      if (signal === EVERY_DOCUMENT) return (await documents.all()).map((documentId) => ({ documentId }));
      return (await documents.sectionOf(signal)) === null ? [] : [{ documentId: signal }];
    });
    const happenings = expand<EventEnvelope, News>(this.events.follow({ municipalityId: edition.municipalityId, editionId: edition.editionId }, start), (event) => Promise.resolve([{ event }]));
    const teller = new MeasureTableTeller(this.measures, documents, start);
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
  /** Up to when the changes of each section were told. */
  private readonly since = new Map<string, number>();
  private readonly begunAt = Date.now() - 5_000;

  constructor(
    private readonly measures: MeasureReader,
    private readonly documents: EditionDocuments,
    private position: string,
  ) {}

  async ofEvent({ position, name, payload }: EventEnvelope): Promise<MeasureTableChange[]> {
    this.position = position;
    if (structural.has(name)) return [{ position, measure: null, removedMeasureId: null }];
    const { measureId } = payload as { readonly measureId?: string };
    if (measureId === undefined) return [];
    const [measure] = name === measureRemoved.name ? [] : await this.measures.findByIds([measureId]);
    if (measure === undefined) return [{ position, measure: null, removedMeasureId: measureId }];
    this.told.set(measureId, measure.updatedAt.getTime());
    return [{ position, measure, removedMeasureId: null }];
  }

  async ofDocument(documentId: string): Promise<MeasureTableChange[]> {
    const sectionId = await this.documents.sectionOf(documentId);
    if (sectionId === null) return [];
    const since = this.since.get(sectionId) ?? this.begunAt;
    const changed = await this.measures.findChangedInSection(sectionId, new Date(since));
    this.since.set(sectionId, changed.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt.getTime() - longestTransaction), since));
    const news = changed.filter(({ id, updatedAt }) => this.told.get(id) !== updatedAt.getTime());
    return news.map((measure) => {
      this.told.set(measure.id, measure.updatedAt.getTime());
      return { position: this.position, measure, removedMeasureId: null };
    });
  }
}
