import { Inject } from '@nestjs/common';
import { Args, Extensions, Field, ID, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EditionType } from '@konzeptwerkstatt/concept';
import { commandContext, decodeGlobalId, encodeGlobalId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import { AskFurtherPartiesCommand } from '../../commands/inquiry/ask-further-parties.command.js';
import { InquiryReader } from '../../queries/inquiry/inquiry.reader.js';
import { UnaskedPartyReader } from '../../queries/inquiry/unasked-party.reader.js';
import { AskFurtherPartiesInput, AskFurtherPartiesPayload } from './inquiry.input.js';
import { toInquiry } from './inquiry.type.js';

/** More of them nobody looks through. */
const MOST_UNASKED = 1_000;

@ObjectType('UnaskedParty', { description: 'An organisation that a measure proposes as lead or partner, that has not said yes or no, and that no running inquiry asks.' })
export class UnaskedPartyType {
  @Field(() => ID, { description: 'The measure.' })
  measureId!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;
}

/** Who is still to be asked about lead and partners. */
@Resolver(() => EditionType)
export class UnaskedPartyResolver {
  constructor(
    @Inject(UnaskedPartyReader) private readonly unasked: UnaskedPartyReader,
    @Inject(AskFurtherPartiesCommand) private readonly asking: AskFurtherPartiesCommand,
    @Inject(InquiryReader) private readonly inquiries: InquiryReader,
  ) {}

  @Extensions({ cost: 50 })
  @ResolveField(() => [UnaskedPartyType], { description: 'Who is proposed for its measures and not asked yet, in the order of the texts, at most 1,000; none for those who do not run its inquiries.' })
  async unaskedParties(@Parent() { place }: EditionType, @Requested() { actor }: RequestContext): Promise<UnaskedPartyType[]> {
    const parties = await this.unasked.ofEdition(actor, place);
    return parties.slice(0, MOST_UNASKED).map(({ measureId, organisationId }) => ({ measureId: encodeGlobalId('Measure', measureId), organisationId: encodeGlobalId('Organisation', organisationId) }));
  }

  @Mutation(() => AskFurtherPartiesPayload, { description: 'Takes everybody who is proposed and not asked yet into a running inquiry about lead and partners.' })
  async askFurtherParties(@Requested() request: RequestContext, @Args('input') input: AskFurtherPartiesInput): Promise<AskFurtherPartiesPayload> {
    const context = commandContext(request.requireActor(), request.correlationId, 'askFurtherParties', input);
    const { value, errors } = await settle(this.asking.run(context, decodeGlobalId(input.inquiryId, 'Inquiry')));
    const row = value === null ? null : await this.inquiries.find(request.actor, value);
    return { inquiry: row === null ? null : toInquiry(row), errors };
  }
}
