import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { OnModuleInit } from '@nestjs/common';
import { isUuid, municipalClock, systemClock } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { GoalConnection, goalsOfIndicatorLoader, MeasureConnection, measuresOfIndicatorLoader, ownedPage, toGoal, toMeasure } from '@konzeptwerkstatt/concept';
import type { GoalType, MeasureType } from '@konzeptwerkstatt/concept';
import {
  ConnectionArgs, CurrentActor, DateScalar, encodeCursor, NodeRegistry, offsetAfter, OptionalActor, pageOf, Requested, rowsToLoad,
} from '@konzeptwerkstatt/platform-graphql';
import type { Page, RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { IndicatorGate } from '../commands/indicator.gate.js';
import { assess } from '../domain/assessment.policy.js';
import { groupGaps } from '../domain/gap.policy.js';
import { latestDay, overdueSince } from '../domain/reporting-rhythm.policy.js';
import { INDICATOR_FILE_FORMS, indicatorFileId } from '../queries/indicator-file-id.js';
import { IndicatorReader, promisedOf } from '../queries/indicator.reader.js';
import { toSeriesPoint } from '../queries/observation.reader.js';
import { AssessmentType, GroupGapType, IndicatorFilesType, toAssessment, toGroupGap } from './assessment.type.js';
import { IndicatorConnection, IndicatorDefinitionType, IndicatorType, toDefinition, toIndicator } from './indicator.type.js';
import { IndicatorFileLanguageEnum } from './monitoring.enums.js';
import { definitionVersionsLoader, indicatorLoader, latestObservationLoader, latestPartLoader, newestDefinitionLoader, observationsLoader, seriesLoader } from './monitoring.loader.js';
import { ObservationConnection, ObservationType, RegionType, toObservation, toRegion } from './observation.type.js';

/** The indicator with the counts of a share, as long as it is there. */
async function countOf(municipalityId: string, id: string | null, context: RequestContext): Promise<IndicatorType | null> {
  const row = id === null ? null : await context.loader(indicatorLoader).load({ municipalityId, id });
  return row === null ? null : toIndicator(row);
}

/** Indicators and what belongs to them. */
@Resolver(() => IndicatorType)
export class IndicatorResolver implements OnModuleInit {
  constructor(
    @Inject(IndicatorReader) private readonly reader: IndicatorReader,
    @Inject(IndicatorGate) private readonly gate: IndicatorGate,
    @Inject(NodeRegistry) private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Indicator', async (uuid, { actor }) => {
      const row = await this.reader.find(actor, uuid);
      return row === null ? null : toIndicator(row);
    });
  }

  @Query(() => IndicatorConnection, { description: 'The indicators of the municipality one works in, by name.' })
  async indicators(@CurrentActor() actor: Actor, @Args() args: ConnectionArgs): Promise<Page<IndicatorType>> {
    const skip = offsetAfter(args.after);
    const { rows, count } = await this.reader.findVisible(actor, { skip, take: rowsToLoad(args) });
    return pageOf(rows.map(toIndicator), args, { cursorOf: (_, index) => encodeCursor(skip + index), totalCount: count });
  }

  @Query(() => IndicatorType, { nullable: true, description: 'An indicator by raw id; null when it does not exist or is not for the visitor.' })
  async indicator(@OptionalActor() actor: Actor | null, @Args('uuid', { type: () => String }) uuid: string): Promise<IndicatorType | null> {
    const row = isUuid(uuid) ? await this.reader.find(actor, uuid) : null;
    return row === null ? null : toIndicator(row);
  }

  @ResolveField(() => IndicatorDefinitionType, { description: 'What is counted: the newest version.' })
  async definition(@Parent() { row }: IndicatorType, @Requested() context: RequestContext): Promise<IndicatorDefinitionType> {
    const definition = await context.loader(newestDefinitionLoader).load(row);
    if (definition === null) throw new Error(`Indicator ${row.id} has no definition`);
    return toDefinition(definition);
  }

  @ResolveField(() => Boolean, { description: 'Whether the visitor may record values.' })
  mayRecord(@Parent() { row }: IndicatorType, @OptionalActor() actor: Actor | null): Promise<boolean> {
    return this.gate.mayRecord(actor, row.municipalityId);
  }

  @ResolveField(() => ObservationConnection, { description: 'Its values, newest first; corrected ones are left out.' })
  async observations(@Parent() { row }: IndicatorType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<ObservationType>> {
    const offset = offsetAfter(args.after);
    const { rows, total } = await context.loader(observationsLoader).load({ municipalityId: row.municipalityId, id: row.id, offset, limit: rowsToLoad(args) });
    return pageOf(rows.map(toObservation), args, { cursorOf: (_, index) => encodeCursor(offset + index), ...(total === null ? {} : { totalCount: total }) });
  }

  @ResolveField(() => ObservationType, { nullable: true, description: "The latest total in the own municipality's region." })
  async latestObservation(@Parent() { row }: IndicatorType, @Requested() context: RequestContext): Promise<ObservationType | null> {
    const observation = await context.loader(latestObservationLoader).load(row);
    return observation === null ? null : toObservation(observation);
  }

  @ResolveField(() => ObservationType, { nullable: true, description: "The latest value of a part of the population in the own municipality's region: all there is of what is only counted by groups." })
  async latestPart(@Parent() { row }: IndicatorType, @Requested() context: RequestContext): Promise<ObservationType | null> {
    const observation = await context.loader(latestPartLoader).load(row);
    return observation === null ? null : toObservation(observation);
  }

  @ResolveField(() => IndicatorType, { nullable: true, description: 'Of a share: the indicator that counts its numerator.' })
  numeratorIndicator(@Parent() { row }: IndicatorType, @Requested() context: RequestContext): Promise<IndicatorType | null> {
    return countOf(row.municipalityId, row.numeratorId, context);
  }

  @ResolveField(() => IndicatorType, { nullable: true, description: 'Of a share: the indicator that counts its denominator.' })
  denominatorIndicator(@Parent() { row }: IndicatorType, @Requested() context: RequestContext): Promise<IndicatorType | null> {
    return countOf(row.municipalityId, row.denominatorId, context);
  }

  @ResolveField(() => MeasureConnection, { description: 'Measures that name it, in the editions that the visitor may read.' })
  measures(@Parent() { row }: IndicatorType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<MeasureType>> {
    return ownedPage(context, measuresOfIndicatorLoader, row.id, args, toMeasure);
  }

  @ResolveField(() => GoalConnection, { description: 'Goals that are observed by it, in the editions that the visitor may read.' })
  goals(@Parent() { row }: IndicatorType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<GoalType>> {
    return ownedPage(context, goalsOfIndicatorLoader, row.id, args, toGoal);
  }

  @ResolveField(() => [IndicatorDefinitionType], { description: 'Every version of what is counted, oldest first: between two of them lies a break in series.' })
  async definitions(@Parent() { row }: IndicatorType, @Requested() context: RequestContext): Promise<IndicatorDefinitionType[]> {
    return (await context.loader(definitionVersionsLoader).load(row)).map(toDefinition);
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: 'The office in charge of its figures.' })
  async responsibleOrganisation(@Parent() { row }: IndicatorType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return row.responsibleOrganisationId === null ? null : context.loader(organisationLoader).load(row.responsibleOrganisationId);
  }

  @ResolveField(() => AssessmentType, { nullable: true, description: "How its latest value in the own municipality's region stands; null where nothing can or may be judged." })
  async assessment(@Parent() { row }: IndicatorType, @Requested() context: RequestContext): Promise<AssessmentType | null> {
    const found = assess(promisedOf(row), (await context.loader(seriesLoader).load(row)).map(toSeriesPoint));
    return found === null ? null : toAssessment(found);
  }

  @ResolveField(() => RegionType, { nullable: true, description: "The own municipality's region; null before its first value." })
  async ownRegion(@Parent() { row }: IndicatorType): Promise<RegionType | null> {
    const region = await this.reader.findOwnRegion(row.municipalityId);
    return region === null ? null : toRegion(region);
  }

  @ResolveField(() => [GroupGapType], { description: "How far its groups are apart in the own municipality's region, oldest first." })
  async gaps(@Parent() { row }: IndicatorType, @Requested() context: RequestContext): Promise<GroupGapType[]> {
    return groupGaps((await context.loader(seriesLoader).load(row)).map(toSeriesPoint)).map(toGroupGap);
  }

  @ResolveField(() => DateScalar, { nullable: true, description: 'The day since which the next value is missed by its rhythm; null when nothing is overdue.' })
  async overdueSince(@Parent() { row }: IndicatorType, @Requested() context: RequestContext): Promise<string | null> {
    const latest = await Promise.all([context.loader(latestObservationLoader).load(row), context.loader(latestPartLoader).load(row)]);
    return overdueSince(row.rhythm, latestDay(latest), municipalClock(systemClock.now()).day);
  }

  @ResolveField(() => IndicatorFilesType, { description: 'Where its values are to be had as files.' })
  files(@Parent() { uuid }: IndicatorType, @Args('language', { type: () => IndicatorFileLanguageEnum, defaultValue: 'de', description: 'Of the words in those for people.' }) language: DocumentLanguage): IndicatorFilesType {
    return Object.fromEntries(INDICATOR_FILE_FORMS.map((form) => [form, `/files/${indicatorFileId(uuid, form, language)}`])) as unknown as IndicatorFilesType;
  }
}
