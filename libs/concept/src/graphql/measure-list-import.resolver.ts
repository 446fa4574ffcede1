import type { OnModuleInit } from '@nestjs/common';
import { Args, Extensions, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid } from '@konzeptwerkstatt/kernel';
import { organisationLoader } from '@konzeptwerkstatt/identity';
import type { OrganisationType } from '@konzeptwerkstatt/identity';
import { commandContext, ConnectionArgs, decodeGlobalId, NodeRegistry, pageOfList, pickedId, RequestContext, Requested, settle, rawId } from '@konzeptwerkstatt/platform-graphql';
import type { MutationInput, Page } from '@konzeptwerkstatt/platform-graphql';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { DecideMeasureListCommand } from '../commands/decide-measure-list.command.js';
import type { SaidReading } from '../commands/decide-measure-list.command.js';
import { StartImportCommand } from '../commands/start-import.command.js';
import { UndoMeasureListCommand } from '../commands/undo-measure-list.command.js';
import { headsOf } from '../domain/measure-list.columns.js';
import type { ListField, MeasureListImport } from '../domain/measure-list.js';
import { MeasureListImportReader } from '../queries/measure-list-import.reader.js';
import {
  ApplyMeasureListImportInput, ApplyMeasureListImportPayload, MeasureListImportType, MeasureListPlanType, MeasureListRowConnection, SetMeasureListReadingInput, SetMeasureListReadingPayload,
  StartMeasureListImportInput, StartMeasureListImportPayload, toListRow, toMeasureListImport, UndoMeasureListImportInput, UndoMeasureListImportPayload,
} from './measure-list-import.type.js';
import type { MeasureListRowType } from './measure-list-import.type.js';

const [maxTargets, maxAnswers] = [200, 500];

function toType(found: MeasureListImport): MeasureListImportType {
  const sheet = found.reading === null ? undefined : found.sheets?.[found.reading.sheet];
  return toMeasureListImport(found, found.reading === null || sheet === undefined ? [] : headsOf(sheet, found.reading));
}

function readingOf({ sheet, headerRow, headerRows, columns, targets, organisations, withDuplicates }: SetMeasureListReadingInput): SaidReading {
  return {
    sheet, headerRow, headerRows, withDuplicates,
    columns: columns ? Object.fromEntries(columns.map(({ field, column }) => [field as ListField, column])) : null,
    targets: targets.slice(0, maxTargets).map(({ words, sectionId, newTitle }) => ({ words, sectionId: sectionId ? decodeGlobalId(sectionId, 'Section') : null, newTitle: newTitle?.trim() || null })),
    organisations: organisations.slice(0, maxAnswers).map(({ words, organisationId }) => ({ words, organisationId: organisationId ? pickedId(organisationId, 'Organisation') : null })),
  };
}

/** Measure lists that are to become measures. Whoever has got one may see all of it. */
@Resolver(() => MeasureListImportType)
export class MeasureListImportResolver implements OnModuleInit {
  constructor(
    private readonly imports: MeasureListImportReader,
    private readonly starting: StartImportCommand,
    private readonly deciding: DecideMeasureListCommand,
    private readonly undoing: UndoMeasureListCommand,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('MeasureListImport', (uuid, { actor }) => this.imports.find(actor, uuid).then((found) => (found === null ? null : toType(found))));
  }

  @Query(() => MeasureListImportType, { nullable: true, description: 'A measure list by its raw id; null when it does not exist or is not hers to open.' })
  async measureListImport(@Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string, @Requested() { actor }: RequestContext): Promise<MeasureListImportType | null> {
    const found = isUuid(uuid) ? await this.imports.find(actor, uuid) : null;
    return found === null ? null : toType(found);
  }

  // The whole list is held against the whole edition.
  @Extensions({ cost: 250 })
  @ResolveField(() => MeasureListPlanType, { description: 'What it would do, as it is understood now; nothing unless it waits for a decision.' })
  async plan(@Parent() { record }: MeasureListImportType, @Requested() request: RequestContext): Promise<MeasureListPlanType> {
    if (record.state !== 'ready') return { readyCount: 0, sections: [], names: [], planned: [] };
    const { rows, sections, names } = await this.imports.plan(request.requireActor(), record);
    const similar = await Promise.all(names.map(async ({ similar: found }) => Promise.all(found.map(({ id }) => request.loader(organisationLoader).load(id)))));
    return {
      readyCount: rows.filter(({ state }) => state === 'ready').length, sections, planned: rows,
      names: names.map(({ words }, index) => ({ words, similar: (similar[index] ?? []).filter((organisation): organisation is OrganisationType => organisation !== null) })),
    };
  }

  @Mutation(() => StartMeasureListImportPayload, { description: 'Reads an uploaded measure list. Changes nothing.' })
  startMeasureListImport(@Requested() request: RequestContext, @Args('input') input: StartMeasureListImportInput): Promise<StartMeasureListImportPayload> {
    const fileId = rawId(input.fileId);
    return this.answer(request, this.starting.run(this.command(request, 'startMeasureListImport', input), { editionId: decodeGlobalId(input.editionId, 'Edition'), fileId, broughtFor: 'measure_list' }));
  }

  @Mutation(() => SetMeasureListReadingPayload, { description: 'Says how a measure list is to be understood. Changes nothing in the edition.' })
  setMeasureListReading(@Requested() request: RequestContext, @Args('input') input: SetMeasureListReadingInput): Promise<SetMeasureListReadingPayload> {
    return this.answer(request, this.deciding.read(this.command(request, 'setMeasureListReading', input), decodeGlobalId(input.importId, 'MeasureListImport'), readingOf(input)));
  }

  @Mutation(() => ApplyMeasureListImportPayload, { description: 'Makes measures of a list, all of what is ready or nothing.' })
  applyMeasureListImport(@Requested() request: RequestContext, @Args('input') input: ApplyMeasureListImportInput): Promise<ApplyMeasureListImportPayload> {
    return this.answer(request, this.deciding.apply(this.command(request, 'applyMeasureListImport', input), decodeGlobalId(input.importId, 'MeasureListImport')));
  }

  @Mutation(() => UndoMeasureListImportPayload, { description: 'Takes out again what a list has written, as long as nobody has changed any of it.' })
  undoMeasureListImport(@Requested() request: RequestContext, @Args('input') input: UndoMeasureListImportInput): Promise<UndoMeasureListImportPayload> {
    return this.answer(request, this.undoing.run(this.command(request, 'undoMeasureListImport', input), decodeGlobalId(input.importId, 'MeasureListImport')));
  }

  private command(request: RequestContext, mutation: string, input: MutationInput): CommandContext {
    return commandContext(request.requireActor(), request.correlationId, mutation, input);
  }

  private async answer(request: RequestContext, command: Promise<string>): Promise<StartMeasureListImportPayload> {
    const { value, errors } = await settle(command);
    const found = value === null ? null : await this.imports.find(request.actor, value);
    return { measureListImport: found === null ? null : toType(found), errors };
  }
}

/** The rows of a plan, page by page. */
@Resolver(() => MeasureListPlanType)
export class MeasureListPlanResolver {
  @ResolveField(() => MeasureListRowConnection, { description: 'Its rows in the order of the list.' })
  rows(@Parent() { planned }: MeasureListPlanType, @Args() args: ConnectionArgs): Page<MeasureListRowType> {
    return pageOfList(planned.map(toListRow), args);
  }
}
