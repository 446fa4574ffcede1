import { Args, ArgsType, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionArgs, pageOfList } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import type { PlannedState, PlannedValue } from '../../domain/statistics-file/statistics-plan.js';
import { ObservationImportReader } from '../../queries/observation-import.reader.js';
import { PlannedValueStateEnum } from './observation-import.enums.js';
import { StatisticsPlanType, StatisticsValueConnection } from './observation-import.type.js';
import type { StatisticsValueType } from './observation-import.type.js';

@ArgsType()
export class StatisticsValueArgs extends ConnectionArgs {
  @Field(() => PlannedValueStateEnum, { nullable: true, description: 'Only values of which that becomes.' })
  state?: PlannedState | null;
}

/** The values of a plan, page by page. */
@Resolver(() => StatisticsPlanType)
export class StatisticsPlanResolver {
  constructor(private readonly imports: ObservationImportReader) {}

  @ResolveField(() => StatisticsValueConnection, { description: 'Its values in the order of the file.' })
  async values(@Parent() { planned, municipalityId }: StatisticsPlanType, @Args() args: StatisticsValueArgs): Promise<Page<StatisticsValueType>> {
    const [indicators, regions] = [new Map(planned.indicators.map((indicator) => [indicator.id, indicator])), new Map(planned.regions.map(({ id, label }) => [id, label]))];
    const all = (planned.plan?.values ?? []).filter(({ state }) => !args.state || state === args.state);
    const { edges, ...page } = pageOfList(all, args);
    const before = await this.imports.shownBefore(municipalityId, edges.map(({ node }) => node), planned.indicators);
    const toValue = (value: PlannedValue): StatisticsValueType => {
      const indicator = value.indicatorId === null ? undefined : indicators.get(value.indicatorId);
      const { row, column, words, state, problem, notes, regionId, regionWords, period, breakdown, facts } = value;
      return {
        row, column, words, state, problem, notes, indicatorName: indicator?.name ?? null, unit: indicator?.unit ?? null, unitLabel: indicator?.unitLabel ?? null, decimals: indicator?.decimals ?? 0,
        region: (regionId === null ? undefined : regions.get(regionId)) ?? regionWords, periodFrom: period?.from ?? null, periodTo: period?.to ?? null, periodPrecision: period?.precision ?? null, breakdown,
        value: facts?.value ?? null, missingReason: facts?.missingReason ?? null, status: facts?.status ?? null, note: facts?.note ?? null, beforeValue: value.before === null ? null : (before.get(value.before.id) ?? null),
      };
    };
    return { ...page, edges: edges.map(({ node, ...edge }) => ({ ...edge, node: toValue(node) })) };
  }
}
