import { Inject } from '@nestjs/common';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { WorkType } from '@konzeptwerkstatt/concept';
import { ConnectionArgs, pageOfList } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { IndicatorGate } from '../commands/indicator.gate.js';
import { IndicatorReader } from '../queries/indicator.reader.js';
import { OverdueIndicatorReader } from '../queries/overdue-indicator.reader.js';
import { IndicatorConnection, toIndicator } from './indicator.type.js';
import type { IndicatorType } from './indicator.type.js';

/** Figures that wait for the organisation the viewer acts for. */
@Resolver(() => WorkType)
export class OverdueWorkResolver {
  constructor(
    @Inject(IndicatorGate) private readonly gate: IndicatorGate,
    @Inject(OverdueIndicatorReader) private readonly overdue: OverdueIndicatorReader,
    @Inject(IndicatorReader) private readonly indicators: IndicatorReader,
  ) {}

  @ResolveField(() => IndicatorConnection, { description: 'Indicators in charge of the organisation the viewer acts for whose next value is overdue, those that have waited longest first; none for who may not record values.' })
  async overdueIndicators(@Parent() { actor }: WorkType, @Args() args: ConnectionArgs): Promise<Page<IndicatorType>> {
    const { municipalityId, organisationId } = actor;
    if (municipalityId === null || organisationId === null || !(await this.gate.mayRecord(actor, municipalityId))) return pageOfList([], args);
    const ids = (await this.overdue.ofOrganisation(municipalityId, organisationId)).map(({ id }) => id);
    const rows = new Map((await this.indicators.findManyByIds(municipalityId, ids)).map((row) => [row.id, row]));
    return pageOfList(ids.flatMap((id) => rows.get(id) ?? []).map(toIndicator), args);
  }
}
