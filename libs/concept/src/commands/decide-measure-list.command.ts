import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { applyFileImportJob } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { MEASURE_LIST_IMPORT } from '../domain/import-names.js';
import { conceptError } from '../domain/concept.errors.js';
import { columnsOf, headsOf, plainHead } from '../domain/measure-list.columns.js';
import type { ListField, ListReading, MeasureListImport } from '../domain/measure-list.js';
import { MeasureListImportRepository } from '../persistence/measure-list-import.repository.js';
import { EditionReader } from '../queries/edition.reader.js';
import { MeasureListImportReader } from '../queries/measure-list-import.reader.js';

/** How a list is to be understood; without columns they are taken for what they are called. */
export type SaidReading = Omit<ListReading, 'columns'> & { readonly columns: ListReading['columns'] | null };

/** What people say of their list, and that it is taken over. */
@Injectable()
export class DecideMeasureListCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly editions: EditionReader,
    private readonly reader: MeasureListImportReader,
    private readonly imports: MeasureListImportRepository,
  ) {}

  /** Notes how the list is to be understood. @returns the import's id @throws ApplicationError NOT_FOUND; ValidationError IMPORT_NOT_READY, VALUE_NOT_ALLOWED for a sheet or row that it does not have */
  async read(context: CommandContext, importId: string, said: SaidReading): Promise<string> {
    const found = await this.get(context, importId);
    return this.unitOfWork.run(context, async ({ tx }) => {
      const sheet = found.sheets?.[said.sheet];
      if (sheet === undefined || said.headerRow < 0 || said.headerRows < 1 || said.headerRows > 5 || said.headerRow + said.headerRows > sheet.rows.length) throw conceptError('VALUE_NOT_ALLOWED', ['headerRow']);
      const columns = said.columns ?? columnsOf(sheet, said, await this.imports.remembered(tx, found.municipalityId));
      if (!(await this.imports.noteReading(tx, importId, { ...said, columns }))) throw conceptError('IMPORT_NOT_READY', []);
      return importId;
    });
  }

  /**
   * Decides that the list is taken over; a job does it, all or nothing. What its columns are is remembered for the next list.
   * @returns the import's id @throws ApplicationError NOT_FOUND; ValidationError EDITION_FROZEN, NOTHING_TO_APPLY, IMPORT_NOT_READY
   */
  async apply(context: CommandContext, importId: string): Promise<string> {
    const found = await this.get(context, importId);
    const [edition] = await this.editions.findByIds([found.editionId]);
    if (edition?.isFrozen) throw conceptError('EDITION_FROZEN', []);
    const { rows } = found.state === 'ready' ? await this.reader.plan(context.actor, found) : { rows: [] };
    return this.unitOfWork.run(context, async ({ tx, jobs }) => {
      const decided = rows.filter(({ state }) => state === 'ready').length;
      if (found.state === 'ready' && decided === 0) throw conceptError('NOTHING_TO_APPLY', []);
      if (!(await this.imports.decide(tx, importId, decided))) throw conceptError('IMPORT_NOT_READY', []);
      await this.imports.remember(tx, found.municipalityId, saidHeads(found));
      jobs.enqueueAfterCommit(applyFileImportJob, { kind: MEASURE_LIST_IMPORT, importId });
      return importId;
    });
  }

  private async get({ actor }: CommandContext, importId: string): Promise<MeasureListImport> {
    const found = await this.reader.find(actor, importId);
    if (found === null) throw notFound();
    return found;
  }
}

function saidHeads({ sheets, reading }: MeasureListImport): ReadonlyMap<string, ListField> {
  const sheet = reading === null ? undefined : sheets?.[reading.sheet];
  if (reading === null || sheet === undefined) return new Map();
  const heads = headsOf(sheet, reading);
  return new Map(Object.entries(reading.columns).flatMap(([field, column]): [string, ListField][] => {
    const head = plainHead(heads[column] ?? '');
    return head === '' ? [] : [[head, field as ListField]];
  }));
}
