import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EditionType, toEdition, VisibleEditionsReader } from '@konzeptwerkstatt/concept';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { commandContext, decodeGlobalId, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { AssembleReportCommand } from '../commands/assemble-report.command.js';
import { AssembleReportInput, AssembleReportPayload } from './report.type.js';

/** Reports that are made of what is known. */
@Resolver(() => EditionType)
export class ReportResolver {
  constructor(
    @Inject(AssembleReportCommand) private readonly assemble: AssembleReportCommand,
    @Inject(VisibleEditionsReader) private readonly visible: VisibleEditionsReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @Mutation(() => AssembleReportPayload, { description: "Assembles a report from an edition's data, as an edition of its own that people go on writing." })
  async assembleReport(@Args('input', { type: () => AssembleReportInput }) input: AssembleReportInput, @Requested() request: RequestContext): Promise<AssembleReportPayload> {
    const actor = request.requireActor();
    const { kind, title, year, language } = input;
    const { value, errors } = await settle(this.assemble.run(commandContext(actor, request.correlationId, 'assembleReport', input), { editionId: decodeGlobalId(input.editionId, 'Edition'), kind, title, year, language }));
    const found = value === null ? null : await this.visible.findEdition(actor, value);
    return { edition: found === null ? null : toEdition(found), errors };
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may assemble reports from its data.' })
  mayReport(@Parent() { place: { municipalityId, processId, editionId } }: EditionType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return this.policy.can(actor, 'edition.edit', { municipalityId, processId, editionId });
  }
}
