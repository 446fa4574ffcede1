import { Inject, Injectable } from '@nestjs/common';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_WRITER } from '@konzeptwerkstatt/contracts';
import type { DocumentWriter, Transaction } from '@konzeptwerkstatt/contracts';
import type { BlockSpec, SectionContent } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { actorOfImport } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { versionsOfContent } from '../domain/block-version.policy.js';
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

/** Writes the measures of a list into their sections: all or nothing, through the one way every change of a text goes. */
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
      await this.places.lockOpen(unit.tx, started);
      const now = await this.imports.lock(unit.tx, started.id);
      if (now?.state !== 'applying') return;
      const written: WrittenMeasure[] = [];
      const { bySection, addedSections } = await this.places.bySection(unit, started, rows);
      for (const [sectionId, ofSection] of bySection) written.push(...(await this.append(unit, sectionId, ofSection, actor)));
      await this.imports.finish(unit.tx, started.id, { written, addedSections });
    });
  }

  private async append(unit: Unit<Transaction>, sectionId: string, rows: readonly PlannedRow[], actor: Actor): Promise<WrittenMeasure[]> {
    const place = await this.places.get(unit.tx, sectionId);
    const { blocks, named } = blocksFor(rows, await this.writer.lock(unit.tx, place.documentId));
    await this.projection.run(unit, place);
    const versions = versionsOfContent(await this.writer.append(unit.tx, place.documentId, { kind: 'appendBlocks', blocks }, actor));
    await this.projection.run(unit, place);
    return named.map(({ blockId, title }) => ({ sectionId, blockId, title, version: versions.get(blockId) ?? '' }));
  }
}
