import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { decodeGlobalId, MutationInput, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import { TakeOverWordsCommand } from '../commands/take-over.command.js';
import { ConceptAnswers } from './concept-answers.js';
import { OriginInput, originOf } from './origin.input.js';
import { SectionPayload } from './section.payload.js';

@InputType({ description: 'Words of a text that are to read differently.' })
export class TakeOverWordsInput extends MutationInput {
  @Field(() => ID, { description: 'The section.' })
  sectionId!: string;

  @Field(() => String, { nullable: true, description: 'Raw id of the block they stood in.' })
  blockId?: string | null;

  @Field(() => String, { description: 'The words as they were seen.' })
  words!: string;

  @Field(() => String, { defaultValue: '', description: 'What stood before them in the same block.' })
  before!: string;

  @Field(() => String, { description: 'What is to stand instead; may be empty.' })
  replacement!: string;

  @Field(() => OriginInput, { description: 'Who or what proposed it.' })
  origin!: OriginInput;
}

@ObjectType({ description: 'Answer of takeOverWords. Codes: WORDS_GONE, TEXT_TOO_LONG, TEXT_NOT_STORABLE, EDITION_FROZEN.' })
export class TakeOverWordsPayload extends SectionPayload {}

/** Putting proposed words into a text. */
@Resolver()
export class TakeOverResolver {
  constructor(
    private readonly takeOver: TakeOverWordsCommand,
    private readonly answers: ConceptAnswers,
  ) {}

  @Mutation(() => TakeOverWordsPayload, { description: 'Puts proposed words into the passage they are meant for.' })
  takeOverWords(@Requested() request: RequestContext, @Args('input') input: TakeOverWordsInput): Promise<SectionPayload> {
    const origin = originOf(input.origin);
    if (origin === null) throw new ApplicationError('BAD_USER_INPUT', 'Die Herkunft fehlt.');
    const { blockId = null, words, before, replacement } = input;
    const wanted = { sectionId: decodeGlobalId(input.sectionId, 'Section'), blockId, words, before, replacement, origin };
    return this.answers.section(request, this.takeOver.run(this.answers.command(request, 'takeOverWords', input), wanted));
  }
}
