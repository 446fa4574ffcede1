import { Inject, Injectable } from '@nestjs/common';
import { newRandomId, notFound, ValidationError } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_WRITER } from '@konzeptwerkstatt/contracts';
import type { DocumentWriter, Transaction } from '@konzeptwerkstatt/contracts';
import type { BlockSpec, SectionContent } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { actorOfImport } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { versionsOfContent } from '../domain/block-version.policy.js';
import { conceptError, conceptProblem } from '../domain/concept.errors.js';
import type { MeasureListImport, WrittenMeasure } from '../domain/measure-list.js';
import type { PlannedRow } from '../domain/measure-list.plan.js';
import { tidyTitle } from '../domain/title.policy.js';
import { MeasureListImportRepository } from '../persistence/measure-list-import.repository.js';
import { MeasureListImportReader } from '../queries/measure-list-import.reader.js';
import { ListPlaces } from './list-places.js';
import { ProjectSectionCommand } from './project-section.command.js';

type Named = Pick<WrittenMeasure, 'blockId' | 'title'>;

/** The blocks for rows of one section: each goal that is not there before the first measure that serves it. */
function blocksFor(rows: readonly PlannedRow[], { goals }: SectionContent): { blocks: BlockSpec[]; named: Named[] } {
  const known = new Map(goals.map(({ title, blockId }) => [title.toLocaleLowerCase('de'), blockId]));
  const [blocks, named]: [BlockSpec[], Named[]] = [[], []];
  const goalFor = (title: string): string => {
    const key = title.toLocaleLowerCase('de');
    const found = known.get(key);
    if (found !== undefined) return found;
    const id = newRandomId();
    known.set(key, id);
    blocks.push({ type: 'goal', id, title, values: { kind: 'guiding' } });
    named.push({ blockId: id, title });
    return id;
  };
  for (const { title, description, values, goal } of rows) {
    const link = goal === null || goal === '' ? {} : { [`goal/${goalFor(tidyTitle(goal).slice(0, 300))}`]: true as const };
    const id = newRandomId();
    blocks.push({ type: 'measure', id, title, description, values: { ...values, ...link } });
    named.push({ blockId: id, title });
  }
  return { blocks, named };
}

/** Names what was changed: whoever wants to take the list back has to know what stands in the way. */
function changedSince(titles: readonly string[]): ValidationError {
  const [problem, names] = [conceptProblem('LIST_CHANGED_SINCE', [], { count: titles.length }), titles.slice(0, 10).map((title) => `„${title}“`).join(', ')];
  return new ValidationError([{ ...problem, message: `${problem.message} Geändert: ${names}${titles.length > 10 ? ' und weitere' : ''}.` }]);
}

/** Writes the measures of a list into their sections, and takes them out again: all or nothing, through the one way every change of a text goes. */
@Injectable()
export class WriteMeasureListCommand {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(DOCUMENT_WRITER) private readonly writer: DocumentWriter,
    private readonly places: ListPlaces,
    private readonly projection: ProjectSectionCommand,
    private readonly reader: MeasureListImportReader,
    private readonly imports: MeasureListImportRepository,
  ) {}

  /**
   * Writes what the list says as it is understood now, when that is still what was decided; otherwise the list waits for a decision again. A
   * list that is written already is left alone.
   * @throws ApplicationError FORBIDDEN, NOT_FOUND, UNAVAILABLE; ValidationError EDITION_FROZEN; nothing is written then
   */
  async write(started: MeasureListImport): Promise<void> {
    const actor = actorOfImport(started);
    await this.places.requireOpen(started);
    const rows = (await this.reader.plan(actor, started)).rows.filter(({ state }) => state === 'ready');
    // Rights, titles or the edition are others than when it was decided: all or nothing means that somebody has to look again.
    if (rows.length !== started.decided) return this.imports.askAgain(this.database.client, started.id);
    await this.places.requireAll(actor, started, rows);
    await this.unitOfWork.run({ actor, correlationId: started.id }, async (unit) => {
      const now = await this.imports.lock(unit.tx, started.id);
      if (now?.state !== 'applying') return;
      const written: WrittenMeasure[] = [];
      for (const [sectionId, ofSection] of await this.places.bySection(unit, started, rows)) written.push(...(await this.append(unit, sectionId, ofSection, actor)));
      await this.imports.finish(unit.tx, started.id, written);
    });
  }

  /**
   * Takes everything out again that the list has written, as long as nobody has changed any of it.
   * @returns the import's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError IMPORT_NOT_READY, EDITION_FROZEN, LIST_CHANGED_SINCE with the titles of what was changed
   */
  async undo(context: CommandContext, importId: string): Promise<string> {
    const found = await this.reader.find(context.actor, importId);
    if (found === null) throw notFound();
    const bySection = Map.groupBy(found.written, ({ sectionId }) => sectionId);
    await this.places.requireSections(context.actor, [...bySection.keys()]);
    return this.unitOfWork.run(context, async (unit) => {
      if ((await this.imports.lock(unit.tx, importId))?.state !== 'done') throw conceptError('IMPORT_NOT_READY', []);
      const changed: string[] = [];
      for (const [sectionId, written] of bySection) changed.push(...(await this.takeOut(unit, sectionId, written, context.actor)));
      if (changed.length > 0) throw changedSince(changed);
      await this.imports.noteUndone(unit.tx, importId);
      return importId;
    });
  }

  private async append(unit: Unit<Transaction>, sectionId: string, rows: readonly PlannedRow[], actor: Actor): Promise<WrittenMeasure[]> {
    const place = await this.places.writable(unit.tx, sectionId);
    const { blocks, named } = blocksFor(rows, await this.writer.lock(unit.tx, place.documentId));
    await this.projection.run(unit, place);
    const versions = versionsOfContent(await this.writer.append(unit.tx, place.documentId, { kind: 'appendBlocks', blocks }, actor));
    await this.projection.run(unit, place);
    return named.map(({ blockId, title }) => ({ sectionId, blockId, title, version: versions.get(blockId) ?? '' }));
  }

  /** @returns titles of what somebody has changed; then the caller takes everything back */
  private async takeOut(unit: Unit<Transaction>, sectionId: string, written: readonly WrittenMeasure[], actor: Actor): Promise<string[]> {
    const place = await this.places.find(unit.tx, sectionId);
    if (place === null) return [];
    if (place.isFrozen) throw conceptError('EDITION_FROZEN', []);
    const versions = versionsOfContent(await this.writer.lock(unit.tx, place.documentId));
    const there = written.filter(({ blockId }) => versions.has(blockId));
    const changed = there.filter(({ blockId, version }) => versions.get(blockId) !== version);
    if (changed.length > 0 || there.length === 0) return changed.map(({ title }) => title);
    await this.projection.run(unit, place);
    await this.writer.append(unit.tx, place.documentId, { kind: 'removeBlocks', blockIds: there.map(({ blockId }) => blockId) }, actor);
    await this.projection.run(unit, place);
    return [];
  }
}
