import { Inject, Injectable } from '@nestjs/common';
import { notFound, ValidationError } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_WRITER } from '@konzeptwerkstatt/contracts';
import type { DocumentWriter, Transaction } from '@konzeptwerkstatt/contracts';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { versionsOfContent } from '../domain/block-version.policy.js';
import { conceptError, conceptProblem } from '../domain/concept.errors.js';
import type { WrittenMeasure } from '../domain/measure-list.js';
import { MeasureListImportRepository } from '../persistence/measure-list-import.repository.js';
import { MeasureListImportReader } from '../queries/measure-list-import.reader.js';
import { ListPlaces } from './list-places.js';
import { ProjectSectionCommand } from './project-section.command.js';
import { RemoveSectionCommand } from './remove-section.command.js';

/** Takes out again what a list has written: all or nothing, with the sections that were added for it and in which nobody has written since. */
@Injectable()
export class UndoMeasureListCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(DOCUMENT_WRITER) private readonly writer: DocumentWriter,
    private readonly places: ListPlaces,
    private readonly projection: ProjectSectionCommand,
    private readonly reader: MeasureListImportReader,
    private readonly imports: MeasureListImportRepository,
    private readonly removal: RemoveSectionCommand,
  ) {}

  /**
   * As long as nobody has changed any of what was written.
   * @returns the import's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError IMPORT_NOT_READY, EDITION_FROZEN; LIST_CHANGED_SINCE once for each measure that was changed, with its title as path
   */
  async run(context: CommandContext, importId: string): Promise<string> {
    const { actor } = context;
    const found = await this.reader.find(actor, importId);
    if (found === null) throw notFound();
    const bySection = Map.groupBy(found.written, ({ sectionId }) => sectionId);
    await this.places.requireSections(actor, [...bySection.keys()]);
    const removable = await this.places.removable(actor, found);
    return this.unitOfWork.run(context, async (unit) => {
      await this.places.lockOpen(unit.tx, found);
      if ((await this.imports.lock(unit.tx, importId))?.state !== 'done') throw conceptError('IMPORT_NOT_READY', []);
      const changed: string[] = [];
      for (const [sectionId, written] of bySection) changed.push(...(await this.takeOut(unit, sectionId, written, actor)));
      if (changed.length > 0) throw new ValidationError(changed.map((title) => conceptProblem('LIST_CHANGED_SINCE', ['measures', title])));
      const untouched = await this.places.untouched(unit.tx, removable);
      if (untouched.length > 0) await this.removal.removeAll(unit, found.editionId, untouched, actor);
      await this.imports.noteUndone(unit.tx, importId);
      return importId;
    });
  }

  /** @returns titles of what somebody has changed; then the caller takes everything back */
  private async takeOut(unit: Unit<Transaction>, sectionId: string, written: readonly WrittenMeasure[], actor: Actor): Promise<string[]> {
    const place = await this.places.find(unit.tx, sectionId);
    if (place === null) return [];
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
