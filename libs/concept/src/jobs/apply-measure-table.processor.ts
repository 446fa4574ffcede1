import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, ValidationError } from '@konzeptwerkstatt/kernel';
import { applyMeasureTableJob, measureTableImported } from '@konzeptwerkstatt/contracts';
import type { JobProcessor, Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { EditFieldCommand } from '../commands/edit-field.command.js';
import { actorOfImport, MAX_IMPORT_ATTEMPTS } from '../domain/measure-table-import.js';
import type { MeasureTableImport, PlannedChange } from '../domain/measure-table-import.js';
import { MeasureTableImportRepository } from '../persistence/measure-table-import.repository.js';

type Data = { readonly importId: string };

/**
 * Takes planned changes over, one after the other, each as the mutation a person would send: same rights, same `expected`, same writer.
 * A change that was made before the worker was killed is not made again, because its key is known.
 */
@Injectable()
export class ApplyMeasureTableProcessor implements JobProcessor<Data> {
  readonly job = applyMeasureTableJob;

  constructor(
    private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly fields: EditFieldCommand,
    private readonly imports: MeasureTableImportRepository,
  ) {}

  async process({ importId }: Data, signal: AbortSignal): Promise<void> {
    const { client } = this.database;
    const begun = await this.imports.begin(client, importId, 'applying');
    if (begun === null) return;
    if (begun.attempts > MAX_IMPORT_ATTEMPTS) return this.imports.fail(client, importId, 'broke_off');
    const outcomes = [...begun.outcomes];
    for (const [index, change] of outcomes.entries()) {
      if (change.result !== 'pending') continue;
      signal.throwIfAborted();
      const outcome = await this.outcomeOf(begun, change);
      outcomes[index] = outcome;
      await this.imports.noteOutcome(client, importId, index, outcome, Math.round(((index + 1) / outcomes.length) * 100));
    }
    await this.finish(begun, outcomes);
  }

  private async outcomeOf(begun: MeasureTableImport, change: PlannedChange): Promise<PlannedChange> {
    try {
      await this.apply(begun, change);
      return { ...change, result: 'applied' };
    } catch (error) {
      if (error instanceof ValidationError) {
        const code = error.details[0]?.code ?? null;
        return code === 'STALE_VALUE' ? { ...change, result: 'conflict' } : { ...change, result: 'refused', code };
      }
      // Removed meanwhile, or the right was withdrawn; what is away for a while is tried again with the whole job.
      if (error instanceof ApplicationError && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')) return { ...change, result: 'refused', code: error.code };
      throw error;
    }
  }

  private async apply(begun: MeasureTableImport, change: PlannedChange): Promise<void> {
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
