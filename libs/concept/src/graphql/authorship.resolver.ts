import { Args, Extensions, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ApplicationError, isUuid } from '@konzeptwerkstatt/kernel';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import { RecordCopiedTextCommand } from '../commands/record-copied-text.command.js';
import { AuthorshipReader } from '../queries/authorship.reader.js';
import { RecordCopiedTextInput, RecordCopiedTextPayload } from './authorship.input.js';
import { textAuthorshipLoader } from './authorship.loader.js';
import { AuthoredPassageType, AuthorShareType, EditionAuthorshipType, SectionAuthorshipType, toEditionAuthorship, toSectionAuthorship } from './authorship.type.js';
import { ConceptAnswers } from './concept-answers.js';
import { EditionType } from './edition.type.js';
import { SectionType } from './section.type.js';

const maxBlocks = 500;
const isClock = (clock: number): boolean => Number.isSafeInteger(clock) && clock >= 0;

function checkedCopy({ documentId, sourceDocumentId, blockIds, clientId, fromClock: from, toClock: to }: RecordCopiedTextInput) {
  const areIds = [documentId, sourceDocumentId, ...blockIds].every(isUuid);
  if (!areIds || blockIds.length > maxBlocks || ![clientId, from, to].every(isClock) || to <= from) throw new ApplicationError('BAD_USER_INPUT', 'Diese Angaben passen nicht zusammen.');
  return { documentId, sourceDocumentId, blockIds, clientId, from, to };
}

/** Who wrote a section's text. Whoever may read it may know by organisation. */
@Resolver(() => SectionType)
export class SectionAuthorshipResolver {
  constructor(
    private readonly copying: RecordCopiedTextCommand,
    private readonly answers: ConceptAnswers,
  ) {}

  // The text and its latest history are built for it: dearer than reading.
  @Extensions({ cost: 400 })
  @ResolveField(() => SectionAuthorshipType, { description: 'Who wrote its text, by organisation.' })
  async authorship(@Parent() { place }: SectionType, @Requested() context: RequestContext): Promise<SectionAuthorshipType> {
    return toSectionAuthorship(await context.loader(textAuthorshipLoader).load(place));
  }

  @Mutation(() => RecordCopiedTextPayload, { description: 'Notes that words were copied from a section’s text into another one; where the same words really stand there, they keep their authors.' })
  recordCopiedText(@Requested() request: RequestContext, @Args('input') input: RecordCopiedTextInput): Promise<RecordCopiedTextPayload> {
    const command = this.answers.command(request, 'recordCopiedText', input);
    return this.answers.section(request, this.copying.run(command, checkedCopy(input)));
  }
}

/** Who wrote the texts of an edition. */
@Resolver(() => EditionType)
export class EditionAuthorshipResolver {
  constructor(private readonly authorship: AuthorshipReader) {}

  // All texts are built for it, two at a time.
  @Extensions({ cost: 4000 })
  @ResolveField(() => EditionAuthorshipType, { name: 'authorship', description: 'Who wrote its texts, by organisation.' })
  async authors(@Parent() { place }: EditionType, @Requested() { actor }: RequestContext): Promise<EditionAuthorshipType> {
    return toEditionAuthorship(await this.authorship.ofEdition(actor, place));
  }
}

@Resolver(() => AuthorShareType)
export class AuthorShareResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation; null for guests and for words that nobody in particular wrote.' })
  organisation(@Parent() { organisationId }: AuthorShareType, @Requested() context: RequestContext): Promise<OrganisationType | null> | null {
    return organisationId === null ? null : context.loader(organisationLoader).load(organisationId);
  }
}

@Resolver(() => AuthoredPassageType)
export class AuthoredPassageResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation; null for guests and for words that nobody in particular wrote.' })
  organisation(@Parent() { organisationId }: AuthoredPassageType, @Requested() context: RequestContext): Promise<OrganisationType | null> | null {
    return organisationId === null ? null : context.loader(organisationLoader).load(organisationId);
  }
}
