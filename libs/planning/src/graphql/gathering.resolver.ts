import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isUuid } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { sectionLoader, SectionType, toSection } from '@konzeptwerkstatt/concept';
import { AccessPolicy, organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { OptionalActor, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { GatheringReader } from '../queries/gathering.reader.js';
import { ProcessReader } from '../queries/process.reader.js';
import type { PhaseRow } from '../queries/process.reader.js';
import { isOutside } from '../domain/gathering-draft.policy.js';
import { attendancesLoader, phaseLoader, tablesLoader } from './gathering.loader.js';
import { AttendanceType, GatheringTableType, GatheringType } from './gathering.type.js';
import { PhaseType } from './phase.type.js';
import { PlanningProcessType } from './planning-process.type.js';

/** Gatherings and what belongs to them. */
@Resolver(() => GatheringType)
export class GatheringResolver {
  constructor(
    @Inject(GatheringReader) private readonly reader: GatheringReader,
    @Inject(ProcessReader) private readonly processes: ProcessReader,
  ) {}

  @Query(() => GatheringType, { nullable: true, description: 'A gathering by raw id; null when it does not exist or is not for the visitor.' })
  async gathering(@OptionalActor() actor: Actor | null, @Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string): Promise<GatheringType | null> {
    const row = isUuid(uuid) ? await this.reader.find(actor, uuid) : null;
    return row === null ? null : GatheringType.of(row);
  }

  @ResolveField(() => PlanningProcessType, { nullable: true, description: 'The process it belongs to.' })
  async process(@Parent() { row }: GatheringType, @OptionalActor() actor: Actor | null): Promise<PlanningProcessType | null> {
    const process = await this.processes.find(actor, row.processId);
    return process === null ? null : PlanningProcessType.of(process);
  }

  @ResolveField(() => PhaseType, { nullable: true, description: 'The phase of the process that it belongs to.' })
  async phase(@Parent() { row }: GatheringType, @Requested() context: RequestContext): Promise<PhaseType | null> {
    const phase = await this.phaseOf(row, context);
    return phase === null ? null : PhaseType.of(phase);
  }

  @ResolveField(() => Boolean, { description: 'Whether it begins before its phase opens, or ends after it has closed.' })
  async isOutsidePhase(@Parent() { row }: GatheringType, @Requested() context: RequestContext): Promise<boolean> {
    const phase = await this.phaseOf(row, context);
    return phase !== null && isOutside(row, phase);
  }

  @ResolveField(() => [GatheringTableType], { description: 'Its tables, in order.' })
  async tables(@Parent() { row }: GatheringType, @Requested() context: RequestContext): Promise<GatheringTableType[]> {
    return (await context.loader(tablesLoader).load(row)).map((table) => GatheringTableType.of(table));
  }

  @ResolveField(() => [AttendanceType], { description: 'Organisations that are registered or were there.' })
  async attendances(@Parent() { row }: GatheringType, @Requested() context: RequestContext): Promise<AttendanceType[]> {
    return (await context.loader(attendancesLoader).load(row)).map((attendance) => AttendanceType.of(attendance));
  }

  @ResolveField(() => Boolean, { description: 'Whether the visitor may change and remove it.' })
  mayPlan(@Parent() { row }: GatheringType, @OptionalActor() actor: Actor | null): Promise<boolean> {
    return this.processes.mayManage(actor, { municipalityId: row.municipalityId, id: row.processId });
  }

  @ResolveField(() => Boolean, { description: 'Whether the visitor may run it: release cards, say who was there, end it.' })
  mayModerate(@Parent() { row }: GatheringType, @OptionalActor() actor: Actor | null): Promise<boolean> {
    return this.reader.mayModerate(actor, row);
  }

  private phaseOf({ municipalityId, phaseId }: GatheringType['row'], context: RequestContext): Promise<PhaseRow | null> {
    return phaseId === null ? Promise.resolve(null) : context.loader(phaseLoader).load({ municipalityId, phaseId });
  }
}

/** What a table is about. */
@Resolver(() => GatheringTableType)
export class GatheringTableResolver {
  constructor(@Inject(AccessPolicy) private readonly policy: AccessPolicy) {}

  @ResolveField(() => SectionType, { nullable: true, description: 'The section; null when it was taken out or the visitor may not read it.' })
  async section(@Parent() { row }: GatheringTableType, @Requested() context: RequestContext): Promise<SectionType | null> {
    const record = await context.loader(sectionLoader).load(row.sectionId);
    return record !== null && (await this.policy.can(context.actor, 'section.read', record)) ? toSection(record) : null;
  }
}

/** Which organisation it is. */
@Resolver(() => AttendanceType)
export class AttendanceResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation.' })
  organisation(@Parent() { row }: AttendanceType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return context.loader(organisationLoader).load(row.organisationId);
  }
}

/** The gatherings of a process. */
@Resolver(() => PlanningProcessType)
export class ProcessGatheringResolver {
  constructor(@Inject(GatheringReader) private readonly reader: GatheringReader) {}

  @ResolveField(() => [GatheringType], { description: 'Meetings within it, in the order of time.' })
  async gatherings(@Parent() { municipalityId, uuid }: PlanningProcessType): Promise<GatheringType[]> {
    return (await this.reader.findMany(municipalityId, [uuid])).map((row) => GatheringType.of(row));
  }
}
