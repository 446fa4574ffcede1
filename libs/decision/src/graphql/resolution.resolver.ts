import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { EditionType } from '@konzeptwerkstatt/concept';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { commandContext, ConnectionArgs, Correlation, CurrentActor, decodeGlobalId, pageOfList, RequestContext, Requested, settle, rawId } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { AttachResolutionPaperCommand } from '../commands/attach-resolution-paper.command.js';
import { RecordResolutionCommand } from '../commands/record-resolution.command.js';
import { ResolutionReader } from '../queries/resolution.reader.js';
import { AttachResolutionPaperInput, AttachResolutionPaperPayload, RecordResolutionInput, RecordResolutionPayload } from './resolution.input.js';
import { resolutionsLoader } from './resolution.loader.js';
import { ResolutionConnection, toResolution } from './resolution.type.js';
import type { ResolutionType } from './resolution.type.js';

/** What was resolved on an edition. */
@Resolver(() => EditionType)
export class ResolutionResolver {
  constructor(
    @Inject(RecordResolutionCommand) private readonly recording: RecordResolutionCommand,
    @Inject(AttachResolutionPaperCommand) private readonly attaching: AttachResolutionPaperCommand,
    @Inject(ResolutionReader) private readonly reader: ResolutionReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @ResolveField(() => ResolutionConnection, { description: 'What bodies resolved on it, the latest first.' })
  async resolutions(@Parent() { uuid }: EditionType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<ResolutionType>> {
    return pageOfList((await context.loader(resolutionsLoader).load(uuid)).map(toResolution), args);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may record resolutions on it, publish it and begin the next edition.' })
  mayAdopt(@Parent() { place: { municipalityId, processId, editionId } }: EditionType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return this.policy.can(actor, 'edition.adopt', { municipalityId, processId, editionId });
  }

  @Mutation(() => RecordResolutionPayload, { description: 'Records what a body resolved on an edition. If that adopts it, its text is frozen within moments.' })
  async recordResolution(
    @Args('input', { type: () => RecordResolutionInput }) input: RecordResolutionInput, @CurrentActor() actor: Actor, @Correlation() correlation: string,
  ): Promise<RecordResolutionPayload> {
    const { bodyName, decidedOn, result, adopts, consultations } = input;
    const facts = {
      bodyName, decidedOn, result, adopts, consultations, votesYes: input.votesYes ?? null, votesNo: input.votesNo ?? null, votesAbstained: input.votesAbstained ?? null,
      paperNumber: input.paperNumber ?? null, oparlUrl: input.oparlUrl ?? null, remark: input.remark ?? null,
    };
    const fileId = input.fileId ?? null;
    const wanted = { editionId: decodeGlobalId(input.editionId, 'Edition'), facts, fileId: rawId(fileId) };
    const { value: id, errors } = await settle(this.recording.run(commandContext(actor, correlation, 'recordResolution', input), wanted));
    const resolution = id === null ? null : await this.reader.find(id);
    return { resolution: resolution === null ? null : toResolution(resolution), errors };
  }

  @Mutation(() => AttachResolutionPaperPayload, { description: 'Adds the signed paper to a resolution that has none yet, also after the adoption.' })
  async attachResolutionPaper(
    @Args('input', { type: () => AttachResolutionPaperInput }) input: AttachResolutionPaperInput, @CurrentActor() actor: Actor, @Correlation() correlation: string,
  ): Promise<AttachResolutionPaperPayload> {
    const resolutionId = decodeGlobalId(input.resolutionId, 'Resolution');
    const { errors } = await settle(this.attaching.run(commandContext(actor, correlation, 'attachResolutionPaper', input), { resolutionId, fileId: rawId(input.fileId) }));
    const resolution = errors.length > 0 ? null : await this.reader.find(resolutionId);
    return { resolution: resolution === null ? null : toResolution(resolution), errors };
  }
}
