import type { OnModuleInit } from '@nestjs/common';
import { Args, Extensions, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid } from '@konzeptwerkstatt/kernel';
import { organisationLoader } from '@konzeptwerkstatt/identity';
import { commandContext, ConnectionArgs, decodeGlobalId, encodeGlobalId, NodeRegistry, pageOfList, rawId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { MutationInput, Page } from '@konzeptwerkstatt/platform-graphql';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { DecideObservationImportCommand } from '../../commands/observation-import/decide-observation-import.command.js';
import { StartObservationImportCommand } from '../../commands/observation-import/start-observation-import.command.js';
import { UndoObservationImportCommand } from '../../commands/observation-import/undo-observation-import.command.js';
import { indicatorOfWords } from '../../domain/statistics-file/indicator-words.js';
import { guessDecimalSign } from '../../domain/statistics-file/number-cell.js';
import { dataRows, headsOf } from '../../domain/statistics-file/statistics-reading.js';
import type { ColumnMeaning } from '../../domain/statistics-file/statistics-reading.js';
import { wordsOf } from '../../domain/statistics-file/statistics-sheet.js';
import type { StatisticsSheet } from '../../domain/statistics-file/statistics-sheet.js';
import { ObservationImportReader } from '../../queries/observation-import.reader.js';
import { sheetsLoader } from '../monitoring.loader.js';
import { RegionType } from '../observation.type.js';
import {
  ApplyObservationImportInput, ApplyObservationImportPayload, SetObservationImportReadingInput, SetObservationImportReadingPayload, StartObservationImportInput, StartObservationImportPayload, toSaidReading, UndoObservationImportInput, UndoObservationImportPayload,
} from './observation-import.input.js';
import { ObservationImportType, RecentObservationImportConnection, StatisticsPlanType, StatisticsReadingType, StatisticsSheetType, toObservationImport, toRecentObservationImport } from './observation-import.type.js';
import type { RecentObservationImportType, StatisticsColumnType } from './observation-import.type.js';

const [shownRows, shownColumns, shownRegions, choosableRegions] = [25, 30, 50, 500];
const globalId = (type: 'Indicator' | 'Region', id: string | null | undefined): string | null => (id ? encodeGlobalId(type, id) : null);

const toColumn = ({ column, role, indicatorId, period, region, breakdown, unit }: ColumnMeaning): StatisticsColumnType =>
  ({ column, role, indicatorId: globalId('Indicator', indicatorId), period: period ?? null, region: region ?? null, breakdown: breakdown ?? null, unit: unit ?? null });

/** Whether the values of the sheet say themselves what separates decimals. */
function isSignSure(sheet: StatisticsSheet | undefined, reading: NonNullable<ObservationImportType['record']['reading']>): boolean {
  if (sheet === undefined) return true;
  const values = reading.columns.filter(({ role }) => role === 'value').map(({ column }) => column);
  return guessDecimalSign(dataRows(sheet, reading).flatMap((row) => values.map((column) => row[column] ?? ''))).isSure;
}

/** Statistics files that are to become values. Whoever has got one, and may record values, sees all of it. */
@Resolver(() => ObservationImportType)
export class ObservationImportResolver implements OnModuleInit {
  constructor(
    private readonly imports: ObservationImportReader,
    private readonly starting: StartObservationImportCommand,
    private readonly deciding: DecideObservationImportCommand,
    private readonly undoing: UndoObservationImportCommand,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('ObservationImport', (uuid, { actor }) => this.imports.find(actor, uuid).then((found) => (found === null ? null : toObservationImport(found))));
  }

  @Query(() => ObservationImportType, { nullable: true, description: 'A statistics file by its raw id; null when it does not exist or is not hers to open.' })
  async observationImport(@Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string, @Requested() { actor }: RequestContext): Promise<ObservationImportType | null> {
    const found = isUuid(uuid) ? await this.imports.find(actor, uuid) : null;
    return found === null ? null : toObservationImport(found);
  }

  @Query(() => RecentObservationImportConnection, { description: 'The statistics files that were brought within a month, the latest first, at most twenty; none for who may not record values.' })
  async recentObservationImports(@Args() args: ConnectionArgs, @Requested() request: RequestContext): Promise<Page<RecentObservationImportType>> {
    const found = await this.imports.findRecent(request.actor);
    const organisations = await Promise.all(found.map(async ({ actingOrganisationId }) => (actingOrganisationId === null ? null : request.loader(organisationLoader).load(actingOrganisationId))));
    return pageOfList(found.map((entry, index) => toRecentObservationImport(entry, entry.requestedBy === request.actor?.personId, organisations[index] ?? null)), args);
  }

  @ResolveField(() => [StatisticsSheetType], { description: 'Its sheets; empty until they are read.' })
  async sheets(@Parent() { record }: ObservationImportType, @Requested() request: RequestContext): Promise<StatisticsSheetType[]> {
    return (await request.loader(sheetsLoader).load(record)).map(({ name, rows }) => ({ name, rowCount: rows.length, firstRows: rows.slice(0, shownRows).map((row) => row.slice(0, shownColumns).map(wordsOf)) }));
  }

  @ResolveField(() => StatisticsReadingType, { nullable: true, description: 'How it is understood; null until it is read.' })
  async reading(@Parent() { record }: ObservationImportType, @Requested() request: RequestContext): Promise<StatisticsReadingType | null> {
    const { reading } = record;
    if (reading === null) return null;
    const sheet = (await request.loader(sheetsLoader).load(record))[reading.sheet];
    const { indicatorId, regionId, ...defaults } = reading.defaults;
    return {
      ...reading, encoding: reading.encoding ?? null, heads: sheet === undefined ? [] : headsOf(sheet, reading), isDecimalSignSure: isSignSure(sheet, reading), columns: reading.columns.map(toColumn),
      indicators: reading.indicators.map((answer) => ({ words: answer.words, indicatorId: globalId('Indicator', answer.indicatorId) })),
      defaults: { ...defaults, indicatorId: globalId('Indicator', indicatorId), regionId: globalId('Region', regionId) },
    };
  }

  @ResolveField(() => [RegionType], { description: 'The regions that values without one can be about, at most five hundred.' })
  async regions(@Parent() { record }: ObservationImportType): Promise<RegionType[]> {
    return (await this.imports.regions(record)).slice(0, choosableRegions).map((region) => ({ ...region, uuid: region.id, id: encodeGlobalId('Region', region.id) }));
  }

  // The whole file is held against all values of its indicators.
  @Extensions({ cost: 250 })
  @ResolveField(() => StatisticsPlanType, { description: 'What it would do, as it is understood now; nothing unless it waits for a decision.' })
  async plan(@Parent() { record }: ObservationImportType, @Requested() request: RequestContext): Promise<StatisticsPlanType> {
    const planned = record.state === 'ready' ? await this.imports.planOf(record, await request.loader(sheetsLoader).load(record)) : { plan: null, indicatorWords: [], indicators: [], regions: [] };
    const counts = planned.plan?.counts;
    return {
      isTooLarge: record.state === 'ready' && planned.plan === null, newCount: counts?.new ?? 0, changedCount: counts?.changed ?? 0, unchangedCount: counts?.unchanged ?? 0, leftOutCount: counts?.left_out ?? 0, refusedCount: counts?.refused ?? 0, firstFigureCount: planned.plan?.firstFigures ?? 0,
      unknownRegions: (planned.plan?.unknownRegions ?? []).slice(0, shownRegions).map((region) => ({ ...region, indicatorId: null })),
      indicatorWords: planned.indicatorWords.map(({ words, count }) => ({ words, count, indicatorId: globalId('Indicator', indicatorOfWords(words, planned.indicators)?.id) })), planned, municipalityId: record.municipalityId,
    };
  }

  @Mutation(() => StartObservationImportPayload, { description: 'Reads an uploaded statistics file. Changes no value.' })
  startObservationImport(@Requested() request: RequestContext, @Args('input') input: StartObservationImportInput): Promise<StartObservationImportPayload> {
    return this.answer(request, this.starting.run(this.command(request, 'startObservationImport', input), rawId(input.fileId)));
  }

  @Mutation(() => SetObservationImportReadingPayload, { description: 'Says how a statistics file is to be understood. Changes no value.' })
  setObservationImportReading(@Requested() request: RequestContext, @Args('input') input: SetObservationImportReadingInput): Promise<SetObservationImportReadingPayload> {
    return this.answer(request, this.deciding.read(this.command(request, 'setObservationImportReading', input), decodeGlobalId(input.importId, 'ObservationImport'), toSaidReading(input)));
  }

  @Mutation(() => ApplyObservationImportPayload, { description: 'Takes a statistics file over, all of its new and changed values or nothing.' })
  applyObservationImport(@Requested() request: RequestContext, @Args('input') input: ApplyObservationImportInput): Promise<ApplyObservationImportPayload> {
    const expected = { new: input.expectedNew, changed: input.expectedChanged };
    return this.answer(request, this.deciding.apply(this.command(request, 'applyObservationImport', input), decodeGlobalId(input.importId, 'ObservationImport'), expected));
  }

  @Mutation(() => UndoObservationImportPayload, { description: 'Takes a statistics file back, as long as nobody has corrected any of its values: what stood before stands again.' })
  undoObservationImport(@Requested() request: RequestContext, @Args('input') input: UndoObservationImportInput): Promise<UndoObservationImportPayload> {
    return this.answer(request, this.undoing.run(this.command(request, 'undoObservationImport', input), decodeGlobalId(input.importId, 'ObservationImport')));
  }

  private command(request: RequestContext, mutation: string, input: MutationInput): CommandContext {
    return commandContext(request.requireActor(), request.correlationId, mutation, input);
  }

  private async answer(request: RequestContext, command: Promise<string>): Promise<StartObservationImportPayload> {
    const { value, errors } = await settle(command);
    const found = value === null ? null : await this.imports.find(request.actor, value);
    return { observationImport: found === null ? null : toObservationImport(found), errors };
  }
}
