import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ApplicationError, ValidationError } from '@konzeptwerkstatt/kernel';
import { measureTableImported } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { actorOfImport, FileImportRegistry, isNotAllowed } from '@konzeptwerkstatt/platform-files';
import type { FileImportKind } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { EditFieldCommand } from '../commands/edit-field.command.js';
import { MEASURE_TABLE_IMPORT, MEASURE_TABLE_PURPOSE } from '../domain/import-names.js';
import type { ImportProblem, MeasureTableImport, PlannedChange } from '../domain/measure-table-import.js';
import { MeasureSheetReading } from '../files/measure-sheet.reading.js';
import { MeasureTableImportRepository } from '../persistence/measure-table-import.repository.js';

/**
 * A measure table that went out as a spreadsheet and comes back. Planned changes are taken over one after the other, each as the mutation a person would send: same rights, same `expected`, same
 * writer. A change that was made before the worker was killed is not made again, because its key is known.
 */
@Injectable()
export class MeasureTableImportKind implements FileImportKind<MeasureTableImport, ImportProblem>, OnModuleInit {
  readonly name = MEASURE_TABLE_IMPORT;
  readonly purpose = MEASURE_TABLE_PURPOSE;
  readonly quietMs = 15_000;

  constructor(
    private readonly kinds: FileImportRegistry,
    private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly sheets: MeasureSheetReading,
    private readonly fields: EditFieldCommand,
    readonly imports: MeasureTableImportRepository,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async read({ id }: MeasureTableImport, content: Buffer): Promise<ImportProblem | null> {
    const reading = await this.sheets.read(content);
    if ('problem' in reading) return reading.problem;
    await this.imports.noteRows(this.database.client, id, reading.rows);
    return null;
  }

  async apply(begun: MeasureTableImport, signal: AbortSignal): Promise<void> {
    const outcomes = [...begun.outcomes];
    for (const [index, change] of outcomes.entries()) {
      if (change.result !== 'pending') continue;
      signal.throwIfAborted();
      const outcome = await this.outcomeOf(begun, change);
      outcomes[index] = outcome;
      await this.imports.noteOutcome(this.database.client, begun.id, index, outcome, Math.round(((index + 1) / outcomes.length) * 100));
    }
    await this.finish(begun, outcomes);
  }

  /** What is wrong with a change is its outcome; everything else is tried again. */
  problemOf(): null {
    return null;
  }

  private async outcomeOf(begun: MeasureTableImport, change: PlannedChange): Promise<PlannedChange> {
    try {
      await this.write(begun, change);
      return { ...change, result: 'applied' };
    } catch (error) {
      if (error instanceof ValidationError) {
        const code = error.details[0]?.code ?? null;
        return code === 'STALE_VALUE' ? { ...change, result: 'conflict' } : { ...change, result: 'refused', code };
      }
      // Removed meanwhile, or the right was withdrawn; what is away for a while is tried again with the whole job.
      if (error instanceof ApplicationError && isNotAllowed(error)) return { ...change, result: 'refused', code: error.code };
      throw error;
    }
  }

  private async write(begun: MeasureTableImport, change: PlannedChange): Promise<void> {
    const { measureId, field, value, expected } = change;
    const base = { object: 'measure', id: measureId, input: field } as const;
    if (field === 'partner' || field === 'targetGroup') {
      const [before, after] = [(expected ?? []) as readonly string[], (value ?? []) as readonly string[]];
      const edits = [...after.filter((member) => !before.includes(member)).map((member) => ({ member, present: true })), ...before.filter((member) => !after.includes(member)).map((member) => ({ member, present: false }))];
      for (const { member, present } of edits) await this.fields.setMember(this.contextOf(begun, change, `${member}/${String(present)}`), { ...base, field, member, present });
    } else if (field === 'title') {
      await this.fields.setTitle(this.contextOf(begun, change), { ...base, title: String(value), expected: String(expected) });
    } else {
      const references = field === 'lead' ? ({ references: 'organisation' } as const) : {};
      await this.fields.setValue(this.contextOf(begun, change), { ...base, field, value: value as string | null, expected: expected as string | null, ...references });
    }
  }

  private contextOf(begun: MeasureTableImport, { measureId, field, value }: PlannedChange, member = ''): CommandContext {
    return {
      actor: actorOfImport(begun), correlationId: begun.id, mutation: 'applyMeasureTableImport', idempotencyKey: `${begun.id}/${measureId}/${field}/${member}`,
      input: { importId: begun.id, measureId, field, value, member },
    };
  }

  private async finish(begun: MeasureTableImport, outcomes: readonly PlannedChange[]): Promise<void> {
    const { id, editionId, municipalityId } = begun;
    const applied = outcomes.filter(({ result }) => result === 'applied').length;
    await this.unitOfWork.run({ actor: actorOfImport(begun) }, async ({ tx, events }) => {
      if (!(await this.imports.finish(tx, id))) return;
      events.record(measureTableImported, { municipalityId, editionId, aggregateType: 'measure-table', aggregateId: id, payload: { importId: id, editionId, applied, refused: outcomes.length - applied } });
    });
  }
}
