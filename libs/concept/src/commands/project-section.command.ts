import { Inject, Injectable } from '@nestjs/common';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader, Transaction } from '@konzeptwerkstatt/contracts';
import type { SectionContent } from '@konzeptwerkstatt/document-model';
import { sendWakeUp } from '@konzeptwerkstatt/platform-outbox';
import type { EventCollector } from '@konzeptwerkstatt/platform-outbox';
import { authorshipOf } from '../domain/content-changes.policy.js';
import { diffProjection } from '../domain/projection.policy.js';
import type { ProjectionFact } from '../domain/projection.policy.js';
import { pictureRows, referencedIds, wantedRows } from '../domain/wanted-rows.policy.js';
import type { SectionPlace } from '../domain/section-place.js';
import { PendingTextChangeRepository } from '../persistence/pending-text-change.repository.js';
import { PictureRepository } from '../persistence/picture.repository.js';
import { ProjectionRepository } from '../persistence/projection.repository.js';
import { PictureReader } from '../queries/picture.reader.js';
import { KnownReferencesReader } from './known-references.reader.js';
import { projectionEvent } from './projection-event.js';

/** A fact with the organisation that brought it about, for telling whoever is overtaken by it. */
export interface AttributedFact extends ProjectionFact {
  readonly organisationId: string | null;
}

/** What a projection needs of its caller's transaction. */
export interface ProjectionUnit {
  readonly tx: Transaction;
  readonly events: Pick<EventCollector, 'add'>;
}

/** Brings the rows of a section up to date with its text, inside the caller's transaction. The only way in which those rows are written. */
@Injectable()
export class ProjectSectionCommand {
  constructor(
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
    private readonly rows: ProjectionRepository,
    private readonly texts: PendingTextChangeRepository,
    private readonly references: KnownReferencesReader,
    private readonly pictures: PictureRepository,
    private readonly pictureFiles: PictureReader,
  ) {}

  /**
   * Locks the document, writes the differences, collects their events and marks the log as projected.
   * @returns what was found out; empty when there was nothing to project. Running it again changes nothing.
   */
  async run(unit: ProjectionUnit, place: SectionPlace): Promise<AttributedFact[]> {
    const { documentId, municipalityId } = place;
    const unprojected = await this.documents.readUnprojected(unit.tx, documentId);
    const last = unprojected?.steps.at(-1);
    if (unprojected === null || last === undefined) return [];
    const known = await this.references.find(unit.tx, municipalityId, referencedIds(last.content));
    const difference = diffProjection(await this.rows.findRows(unit.tx, place), wantedRows(documentId, last.content, known));
    // So that each difference gets its own writer and not just the last one.
    const authorship = authorshipOf(unprojected.before, unprojected.steps);
    await this.rows.write(unit.tx, place, difference);
    await this.projectPictures(unit.tx, place, last.content);
    // What the system loads is not news to anybody.
    await this.texts.note(unit.tx, documentId, authorship.texts.filter(({ actor }) => actor.kind !== 'system'));
    await this.documents.markProjected(unit.tx, documentId, unprojected.rowIds);
    // Words become events only after a pause; whoever watches a table hears of them at once by this.
    if (difference.measures.updates.length > 0) await sendWakeUp(unit.tx, { kind: 'document', documentId });
    return difference.facts.map((fact) => {
      const actor = authorship.byKey.get(fact.key) ?? last.actor;
      unit.events.add(projectionEvent(place, fact, actor));
      return { ...fact, organisationId: actor.organisationId };
    });
  }

  private async projectPictures(tx: Transaction, place: SectionPlace, content: SectionContent): Promise<void> {
    const files = await this.pictureFiles.findOwn(tx, place, content.pictures.flatMap(({ fileId }) => fileId ?? []));
    await this.pictures.save(tx, place, pictureRows(place.documentId, content, new Set(files.map(({ id }) => id))));
  }

  /** Marks what was written in a document that has no living section any more; nothing of it goes into the tables. */
  async discard({ tx }: Pick<ProjectionUnit, 'tx'>, documentId: string): Promise<void> {
    const unprojected = await this.documents.readUnprojected(tx, documentId);
    if (unprojected !== null) await this.documents.markProjected(tx, documentId, unprojected.rowIds);
  }
}
