import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { EditionType, toEdition, VisibleEditionsReader } from '@konzeptwerkstatt/concept';
import { isUuid } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { commandContext, decodeGlobalId, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { AssembleReportCommand } from '../commands/assemble-report.command.js';
import { ReportAssemblyReader } from '../queries/report-assembly.reader.js';
import { AssembleReportInput, AssembleReportPayload, ReportAssemblyType, toReportAssembly } from './report.type.js';

/** Reports that are made of what is known. */
@Resolver(() => EditionType)
export class ReportResolver {
  constructor(
    @Inject(AssembleReportCommand) private readonly assemble: AssembleReportCommand,
    @Inject(ReportAssemblyReader) private readonly assemblies: ReportAssemblyReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @Mutation(() => AssembleReportPayload, { description: "Asks for a report assembled from an edition's data: an edition of its own that people go on writing." })
  async assembleReport(@Args('input', { type: () => AssembleReportInput }) input: AssembleReportInput, @Requested() request: RequestContext): Promise<AssembleReportPayload> {
    const actor = request.requireActor();
    const { kind, title, year, language } = input;
    const { value, errors } = await settle(this.assemble.run(commandContext(actor, request.correlationId, 'assembleReport', input), { editionId: decodeGlobalId(input.editionId, 'Edition'), kind, title, year, language }));
    const found = value === null ? null : await this.assemblies.find(actor, value);
    return { assembly: found === null ? null : toReportAssembly(found), errors };
  }

  @Query(() => ReportAssemblyType, { nullable: true, description: 'A report that the viewer asked for, by its raw id; null when it does not exist or is not hers.' })
  async reportAssembly(@Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string, @Requested() { actor }: RequestContext): Promise<ReportAssemblyType | null> {
    const found = isUuid(uuid) ? await this.assemblies.find(actor, uuid) : null;
    return found === null ? null : toReportAssembly(found);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may assemble reports from its data.' })
  mayReport(@Parent() { place: { municipalityId, processId, editionId } }: EditionType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return this.policy.can(actor, 'edition.edit', { municipalityId, processId, editionId });
  }
}

/** The report that came of what somebody asked for. */
@Resolver(() => ReportAssemblyType)
export class ReportAssemblyResolver {
  constructor(@Inject(VisibleEditionsReader) private readonly visible: VisibleEditionsReader) {}

  @ResolveField(() => EditionType, { nullable: true, description: 'The report, an edition like any other; null unless it is ready.' })
  async edition(@Parent() { reportId }: ReportAssemblyType, @Requested() { actor }: RequestContext): Promise<EditionType | null> {
    const found = reportId === null ? null : await this.visible.findEdition(actor, reportId);
    return found === null ? null : toEdition(found);
  }
}
