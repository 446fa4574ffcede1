import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { isUuid } from '@konzeptwerkstatt/kernel';
import { decodeGlobalId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import { AddPictureCommand } from '../commands/add-picture.command.js';
import { ConceptAnswers } from './concept-answers.js';
import { AddPictureInput, AddPicturePayload } from './picture.type.js';

const NO_FILE = '00000000-0000-0000-0000-000000000000';

/** Pictures for texts. */
@Resolver()
export class PictureResolver {
  constructor(
    private readonly addition: AddPictureCommand,
    private readonly answers: ConceptAnswers,
  ) {}

  @Mutation(() => AddPicturePayload, { description: 'Gives an uploaded picture to a section. Puts nothing into its text yet.' })
  async addPicture(@Requested() request: RequestContext, @Args('input') input: AddPictureInput): Promise<AddPicturePayload> {
    const picture = { sectionId: decodeGlobalId(input.sectionId, 'Section'), fileId: isUuid(input.fileId) ? input.fileId : NO_FILE };
    const { value, errors } = await settle(this.addition.run(this.answers.command(request, 'addPicture', input), picture));
    return { fileId: value, errors };
  }
}
