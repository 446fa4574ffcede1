import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, notFound } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { FileImportStart } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { conceptError } from '../domain/concept.errors.js';
import { MEASURE_LIST_IMPORT, MEASURE_LIST_PURPOSE, MEASURE_TABLE_IMPORT, MEASURE_TABLE_PURPOSE, WORD_FILE_PURPOSE, WORD_IMPORT } from '../domain/import-names.js';
import { WORD_IMPORT_KINDS } from '../domain/word-import.js';
import type { WordImportKind } from '../domain/word-import.js';
import { MeasureListImportRepository } from '../persistence/measure-list-import.repository.js';
import { MeasureTableImportRepository } from '../persistence/measure-table-import.repository.js';
import { WordImportRepository } from '../persistence/word-import.repository.js';
import { VisibleEditionsReader } from '../queries/visible-editions.reader.js';
import { SectionAccess } from './section-access.js';

/** What a file is brought for: a measure table that comes back, a list of somebody's own, a Word document for sections or with corrections. */
export type BroughtFor = 'measure_table' | 'measure_list' | WordImportKind;

/** A file that is to become something in an edition. */
export interface BroughtFile {
  readonly editionId: string;
  readonly fileId: string;
  readonly broughtFor: BroughtFor;
}

const isForWord = (broughtFor: BroughtFor): broughtFor is WordImportKind => WORD_IMPORT_KINDS.some((kind) => kind === broughtFor);

/** Begins reading a file that is to become something in an edition. Nothing is changed by it. */
@Injectable()
export class StartImportCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly visible: VisibleEditionsReader,
    private readonly access: SectionAccess,
    private readonly starting: FileImportStart,
    private readonly tables: MeasureTableImportRepository,
    private readonly lists: MeasureListImportRepository,
    private readonly words: WordImportRepository,
  ) {}

  /**
   * Tables and lists are asked row by row what of them their owner may write; documents change the edition as a whole.
   * @returns the import's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError EDITION_FROZEN, FILE_GONE
   */
  async run(context: CommandContext, file: BroughtFile): Promise<string> {
    const { actor } = context;
    const edition = await this.visible.findEdition(actor, file.editionId);
    if (edition === null) throw notFound();
    if (isForWord(file.broughtFor)) await this.access.requireEdit(actor, edition);
    const { personId, organisationId, municipalityId } = actor;
    if (personId === null || edition.municipalityId !== municipalityId) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    if (edition.isFrozen) throw conceptError('EDITION_FROZEN', []);
    return this.unitOfWork.run(context, async (unit) => {
      const id = await this.start(unit, file, { actor: { personId, organisationId }, municipalityId });
      if (id === null) throw conceptError('FILE_GONE', ['fileId']);
      return id;
    });
  }

  private start(unit: Unit<Transaction>, { editionId, fileId, broughtFor }: BroughtFile, owner: { readonly actor: { personId: string; organisationId: string | null }; readonly municipalityId: string }): Promise<string | null> {
    const started = { ...owner, fileId };
    if (isForWord(broughtFor)) return this.starting.start(unit, { name: WORD_IMPORT, purpose: WORD_FILE_PURPOSE, imports: this.words }, { ...started, more: { editionId, kind: broughtFor } });
    if (broughtFor === 'measure_list') return this.starting.start(unit, { name: MEASURE_LIST_IMPORT, purpose: MEASURE_LIST_PURPOSE, imports: this.lists }, { ...started, more: { editionId } });
    return this.starting.start(unit, { name: MEASURE_TABLE_IMPORT, purpose: MEASURE_TABLE_PURPOSE, imports: this.tables }, { ...started, more: { editionId } });
  }
}
