import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { decodeGlobalId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import { PublishEditionCommand } from '../commands/publish-edition.command.js';
import { ConceptAnswers } from './concept-answers.js';
import { editionLoader, publicationLoader } from './concept.loader.js';
import { EditionType, toEdition } from './edition.type.js';
import { PublicationType, PublishEditionInput, PublishEditionPayload, toPublication, WithdrawEditionInput, WithdrawEditionPayload } from './publication.type.js';

/** Publishing of adopted editions. */
@Resolver(() => EditionType)
export class PublicationResolver {
  constructor(
    private readonly publishing: PublishEditionCommand,
    private readonly answers: ConceptAnswers,
  ) {}

  @ResolveField(() => PublicationType, { nullable: true, description: 'Where everybody can read it; null when it was never published.' })
  async publication(@Parent() { uuid }: EditionType, @Requested() context: RequestContext): Promise<PublicationType | null> {
    const publication = await context.loader(publicationLoader).load(uuid);
    return publication === null ? null : toPublication(publication);
  }

  @Mutation(() => PublishEditionPayload, { description: 'Lets everybody read an adopted edition, without signing in.' })
  async publishEdition(@Requested() request: RequestContext, @Args('input') input: PublishEditionInput): Promise<PublishEditionPayload> {
    const { value, errors } = await settle(this.publishing.publish(this.answers.command(request, 'publishEdition', input), decodeGlobalId(input.editionId, 'Edition')));
    return { edition: await this.edition(request, value), errors };
  }

  @Mutation(() => WithdrawEditionPayload, { description: 'Takes the public page of an edition back. Its address stays reserved.' })
  async withdrawEdition(@Requested() request: RequestContext, @Args('input') input: WithdrawEditionInput): Promise<WithdrawEditionPayload> {
    const { value, errors } = await settle(this.publishing.withdraw(this.answers.command(request, 'withdrawEdition', input), decodeGlobalId(input.editionId, 'Edition')));
    return { edition: await this.edition(request, value), errors };
  }

  private async edition(request: RequestContext, id: string | null): Promise<EditionType | null> {
    const record = id === null ? null : await request.loader(editionLoader).clear(id).load(id);
    return record === null ? null : toEdition(record);
  }
}
