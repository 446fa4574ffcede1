import type { OnModuleInit } from '@nestjs/common';
import { Args, Extensions, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid } from '@konzeptwerkstatt/kernel';
import { commandContext, ConnectionArgs, decodeGlobalId, NodeRegistry, pageOfList, RequestContext, Requested, settle, rawId } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { ApplyMeasureTableImportCommand } from '../commands/apply-measure-table-import.command.js';
import { StartImportCommand } from '../commands/start-import.command.js';
import type { ComparedRow } from '../domain/measure-sheet.comparison.js';
import { MeasureTableImportReader } from '../queries/measure-table-import.reader.js';
import {
  ApplyMeasureTableImportInput, ApplyMeasureTableImportPayload, MeasureTableImportType, StartMeasureTableImportInput, StartMeasureTableImportPayload, TableOutcomeConnection,
  TableRowConnection, toMeasureTableImport, toTableOutcome, toTableRow,
} from './measure-table-import.type.js';
import type { TableOutcomeType, TableRowType } from './measure-table-import.type.js';

/** Measure tables that come back as spreadsheets. Whoever has got an import may see all of it. */
@Resolver(() => MeasureTableImportType)
export class MeasureTableImportResolver implements OnModuleInit {
  constructor(
    private readonly imports: MeasureTableImportReader,
    private readonly start: StartImportCommand,
    private readonly apply: ApplyMeasureTableImportCommand,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('MeasureTableImport', (uuid, { actor }) => this.imports.find(actor, uuid).then((found) => (found === null ? null : toMeasureTableImport(found))));
  }

  @Query(() => MeasureTableImportType, { nullable: true, description: 'An import by its raw id; null when it does not exist or is not hers to open.' })
  async measureTableImport(@Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string, @Requested() { actor }: RequestContext): Promise<MeasureTableImportType | null> {
    const found = isUuid(uuid) ? await this.imports.find(actor, uuid) : null;
    return found === null ? null : toMeasureTableImport(found);
  }

  // The whole sheet is compared with the whole table.
  @Extensions({ cost: 250 })
  @ResolveField(() => TableRowConnection, { description: 'Rows with something to look at, compared with the edition as it is now; empty unless it waits for a decision.' })
  async rows(@Parent() parent: MeasureTableImportType, @Args() args: ConnectionArgs, @Requested() request: RequestContext): Promise<Page<TableRowType>> {
    return pageOfList((await this.compared(parent, request)).filter(({ state }) => state !== 'unchanged').map(toTableRow), args);
  }

  @Extensions({ cost: 250 })
  @ResolveField(() => Int, { description: 'How many rows are as they went out.' })
  async unchangedCount(@Parent() parent: MeasureTableImportType, @Requested() request: RequestContext): Promise<number> {
    return (await this.compared(parent, request)).filter(({ state }) => state === 'unchanged').length;
  }

  @ResolveField(() => TableOutcomeConnection, { description: 'What became of each change, once it is taken over.' })
  outcomes(@Parent() { record }: MeasureTableImportType, @Args() args: ConnectionArgs): Page<TableOutcomeType> {
    return pageOfList(record.outcomes.map(toTableOutcome), args);
  }

  @Mutation(() => StartMeasureTableImportPayload, { description: 'Compares an uploaded spreadsheet with an edition. Changes nothing.' })
  async startMeasureTableImport(@Args('input', { type: () => StartMeasureTableImportInput }) input: StartMeasureTableImportInput, @Requested() request: RequestContext): Promise<StartMeasureTableImportPayload> {
    const fileId = rawId(input.fileId);
    return this.answer(request, this.start.run(commandContext(request.requireActor(), request.correlationId, 'startMeasureTableImport', input), { editionId: decodeGlobalId(input.editionId, 'Edition'), fileId, broughtFor: 'measure_table' }));
  }

  @Mutation(() => ApplyMeasureTableImportPayload, { description: 'Takes over the changes of a compared spreadsheet, conflicts left out.' })
  async applyMeasureTableImport(@Args('input', { type: () => ApplyMeasureTableImportInput }) input: ApplyMeasureTableImportInput, @Requested() request: RequestContext): Promise<ApplyMeasureTableImportPayload> {
    return this.answer(request, this.apply.run(commandContext(request.requireActor(), request.correlationId, 'applyMeasureTableImport', input), decodeGlobalId(input.importId, 'MeasureTableImport')));
  }

  private async compared({ record }: MeasureTableImportType, request: RequestContext): Promise<readonly ComparedRow[]> {
    return record.state === 'ready' ? this.imports.compare(request.requireActor(), record) : [];
  }

  private async answer(request: RequestContext, command: Promise<string>): Promise<StartMeasureTableImportPayload> {
    const { value, errors } = await settle(command);
    const found = value === null ? null : await this.imports.find(request.actor, value);
    return { measureTableImport: found === null ? null : toMeasureTableImport(found), errors };
  }
}
