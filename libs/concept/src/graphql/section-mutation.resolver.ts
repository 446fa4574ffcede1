import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { decodeGlobalId, encodeGlobalId, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import { AddSectionCommand } from '../commands/add-section.command.js';
import { MoveSectionCommand } from '../commands/move-section.command.js';
import { RemoveSectionCommand } from '../commands/remove-section.command.js';
import { RenameSectionCommand } from '../commands/rename-section.command.js';
import type { SectionKind } from '../domain/section-kind.js';
import { ConceptAnswers } from './concept-answers.js';
import { RemoveSectionPayload } from './removal.payload.js';
import { AddSectionInput, MoveSectionInput, RemoveSectionInput, RenameSectionInput } from './section.input.js';
import { AddSectionPayload, MoveSectionPayload, RenameSectionPayload } from './section.payload.js';
import type { SectionPayload } from './section.payload.js';
import { SectionType } from './section.type.js';

const placeAfter = (id: string | null | undefined): string | null => (id === null || id === undefined ? null : decodeGlobalId(id, 'Section'));

/** Mutations of an edition's structure. */
@Resolver(() => SectionType)
export class SectionMutationResolver {
  constructor(
    private readonly addition: AddSectionCommand,
    private readonly renaming: RenameSectionCommand,
    private readonly moving: MoveSectionCommand,
    private readonly removal: RemoveSectionCommand,
    private readonly answers: ConceptAnswers,
  ) {}

  @Mutation(() => AddSectionPayload, { description: 'Adds a chapter or a field of action to an edition.' })
  addSection(@Requested() request: RequestContext, @Args('input') input: AddSectionInput): Promise<SectionPayload> {
    const { title, kind } = input;
    const place = input.afterSectionId === undefined ? {} : { afterSectionId: placeAfter(input.afterSectionId) };
    const section = { editionId: decodeGlobalId(input.editionId, 'Edition'), kind: kind as SectionKind, title, ...place };
    return this.answers.section(request, this.addition.run(this.answers.command(request, 'addSection', input), section));
  }

  @Mutation(() => RenameSectionPayload, { description: 'Gives a section a new title.' })
  renameSection(@Requested() request: RequestContext, @Args('input') input: RenameSectionInput): Promise<SectionPayload> {
    const sectionId = decodeGlobalId(input.sectionId, 'Section');
    return this.answers.section(request, this.renaming.run(this.answers.command(request, 'renameSection', input), sectionId, input.title, input.expected));
  }

  @Mutation(() => MoveSectionPayload, { description: 'Puts a section behind another one of its edition.' })
  moveSection(@Requested() request: RequestContext, @Args('input') input: MoveSectionInput): Promise<SectionPayload> {
    const sectionId = decodeGlobalId(input.sectionId, 'Section');
    return this.answers.section(request, this.moving.run(this.answers.command(request, 'moveSection', input), sectionId, placeAfter(input.afterSectionId)));
  }

  @Mutation(() => RemoveSectionPayload, { description: 'Takes a section out of its edition; its text stays stored.' })
  async removeSection(@Requested() request: RequestContext, @Args('input') input: RemoveSectionInput): Promise<RemoveSectionPayload> {
    const sectionId = decodeGlobalId(input.sectionId, 'Section');
    const { edition, errors } = await this.answers.edition(request, this.removal.run(this.answers.command(request, 'removeSection', input), sectionId));
    return { removedSectionId: edition === null ? null : encodeGlobalId('Section', sectionId), edition, errors };
  }
}
