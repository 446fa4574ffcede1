import { Inject } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { EditionConnection, toEdition } from '@konzeptwerkstatt/concept';
import type { EditionType } from '@konzeptwerkstatt/concept';
import { AccessPolicy, municipalityLoader, MunicipalityType } from '@konzeptwerkstatt/identity';
import { ConnectionArgs, CurrentActor, encodeCursor, NodeRegistry, offsetAfter, OptionalActor, pageOf, pageOfList, Requested, rowsToLoad } from '@konzeptwerkstatt/platform-graphql';
import type { Page, RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { ProcessReader } from '../queries/process.reader.js';
import { BodyConnection, BodyType } from './body.type.js';
import { DatedStepConnection, DatedStepType } from './dated-step.type.js';
import { PlanningProcessConnection, PlanningProcessType } from './planning-process.type.js';
import { ProcessRoleConnection, ProcessRoleType } from './process-role.type.js';
import { bodiesLoader, editionsOfProcessLoader, rolesLoader, stepsLoader } from './process.loader.js';

/** Planning processes and what belongs to them. */
@Resolver(() => PlanningProcessType)
export class PlanningProcessResolver implements OnModuleInit {
  constructor(
    @Inject(ProcessReader) private readonly reader: ProcessReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(NodeRegistry) private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('PlanningProcess', async (uuid, { actor }) => this.find(actor, uuid));
  }

  @Query(() => PlanningProcessConnection, { description: 'The processes one takes part in.' })
  async processes(@CurrentActor() actor: Actor, @Args() args: ConnectionArgs): Promise<Page<PlanningProcessType>> {
    const skip = offsetAfter(args.after);
    const { rows, count } = await this.reader.findVisible(actor, { skip, take: rowsToLoad(args) });
    return pageOf(rows.map((row) => PlanningProcessType.of(row)), args, { cursorOf: (_, index) => encodeCursor(skip + index), totalCount: count });
  }

  @Query(() => PlanningProcessType, { nullable: true, description: 'A process by raw id; null when it does not exist or is not for the visitor.' })
  process(@OptionalActor() actor: Actor | null, @Args('uuid', { type: () => String }) uuid: string): Promise<PlanningProcessType | null> {
    return isUuid(uuid) ? this.find(actor, uuid) : Promise.resolve(null);
  }

  @ResolveField(() => MunicipalityType, { description: 'Whose process it is.' })
  municipality(@Parent() { municipalityId }: PlanningProcessType, @Requested() context: RequestContext): Promise<MunicipalityType | null> {
    return context.loader(municipalityLoader).load(municipalityId);
  }

  @ResolveField(() => BodyConnection, { description: 'Bodies that take part, in order.' })
  async bodies(@Parent() process: PlanningProcessType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<BodyType>> {
    return pageOfList((await context.loader(bodiesLoader).load(process)).map((row) => BodyType.of(row)), args);
  }

  @ResolveField(() => DatedStepConnection, { description: 'Steps by date, undated ones last.' })
  async steps(@Parent() process: PlanningProcessType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<DatedStepType>> {
    return pageOfList((await context.loader(stepsLoader).load(process)).map((row) => DatedStepType.of(row)), args);
  }

  @ResolveField(() => ProcessRoleConnection, { description: 'Who holds which role now.' })
  async roles(@Parent() process: PlanningProcessType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<ProcessRoleType>> {
    return pageOfList((await context.loader(rolesLoader).load(process)).map((row) => ProcessRoleType.of(row)), args);
  }

  @ResolveField(() => EditionConnection, { description: 'Editions that are written in it, as far as the visitor may read them.' })
  async editions(@Parent() process: PlanningProcessType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<EditionType>> {
    const editions = await context.loader(editionsOfProcessLoader).load(process);
    const readable = await Promise.all(editions.map((edition) => this.policy.can(context.actor, 'edition.read', edition)));
    return pageOfList(editions.filter((_, index) => readable[index]).map(toEdition), args);
  }

  @ResolveField(() => Boolean, { description: 'Whether the visitor may give roles and add steps.' })
  mayManage(@Parent() { municipalityId, uuid }: PlanningProcessType, @OptionalActor() actor: Actor | null): Promise<boolean> {
    return this.reader.mayManage(actor, { municipalityId, id: uuid });
  }

  private async find(actor: Actor | null, uuid: string): Promise<PlanningProcessType | null> {
    const row = await this.reader.find(actor, uuid);
    return row === null ? null : PlanningProcessType.of(row);
  }
}
