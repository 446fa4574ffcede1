import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { decodeGlobalId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import { KeepVersionCommand } from '../commands/keep-version.command.js';
import { RestoreVersionCommand } from '../commands/restore-version.command.js';
import { ConceptAnswers } from './concept-answers.js';
import { sectionLoader } from './concept.loader.js';
import { toSection } from './section.type.js';
import { KeepVersionInput, RestoreVersionInput } from './version.input.js';
import { versionLoader } from './version.loader.js';
import { KeepVersionPayload, RestoreVersionPayload } from './version.payload.js';
import { SectionVersionType, toVersion } from './version.type.js';

/** Mutations of versions. */
@Resolver(() => SectionVersionType)
export class VersionMutationResolver {
  constructor(
    private readonly keeping: KeepVersionCommand,
    private readonly restoring: RestoreVersionCommand,
    private readonly answers: ConceptAnswers,
  ) {}

  @Mutation(() => KeepVersionPayload, { description: "Keeps a section's text as it is now, under a name." })
  async keepVersion(@Requested() request: RequestContext, @Args('input') input: KeepVersionInput): Promise<KeepVersionPayload> {
    const naming = { sectionId: decodeGlobalId(input.sectionId, 'Section'), name: input.name, reason: input.reason ?? null };
    const { value, errors } = await settle(this.keeping.run(this.answers.command(request, 'keepVersion', input), naming));
    return { version: await this.version(request, value), errors };
  }

  @Mutation(() => RestoreVersionPayload, { description: 'Makes a section say again what a version said, as a new change; what is there until then is kept as a version.' })
  async restoreVersion(@Requested() request: RequestContext, @Args('input') input: RestoreVersionInput): Promise<RestoreVersionPayload> {
    const versionId = decodeGlobalId(input.versionId, 'SectionVersion');
    const { value, errors } = await settle(this.restoring.run(this.answers.command(request, 'restoreVersion', input), versionId));
    const section = value === null ? null : await request.loader(sectionLoader).clear(value.sectionId).load(value.sectionId);
    return { section: section === null ? null : toSection(section), keptVersion: await this.version(request, value?.keptVersionId ?? null), errors };
  }

  private async version(request: RequestContext, id: string | null): Promise<SectionVersionType | null> {
    const version = id === null ? null : await request.loader(versionLoader).clear(id).load(id);
    return version === null ? null : toVersion(version);
  }
}
