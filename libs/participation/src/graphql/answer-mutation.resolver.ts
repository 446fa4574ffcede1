import { Inject } from '@nestjs/common';
import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { commandContext, CurrentActor, decodeGlobalId, MutationInput, MutationPayload, pickedId, RequestContext, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AnswerContributionsCommand, ReasonTextsCommand } from '../commands/answer-contributions.command.js';
import { AnswerGate } from '../commands/answer.gate.js';
import type { ResponseVerdict } from '../domain/response.policy.js';
import { TreatmentReader } from '../queries/treatment.reader.js';
import { ContributionAnswers } from './contribution-mutation.resolver.js';
import { ContributionPayload, WithdrawContributionInput } from './contribution.input.js';
import { ResponseVerdictEnum } from './participation.enums.js';
import { ReasonTextType, toReasonText } from './treatment.type.js';

@InputType({ description: 'An answer to a contribution, or to all of its bundle.' })
export class DraftResponseInput extends WithdrawContributionInput {
  @Field(() => ResponseVerdictEnum, { description: 'What the municipality makes of it.' })
  verdict!: ResponseVerdict;

  @Field(() => String, { description: 'Why, at most 20,000 characters; needed for PARTLY and NOT.' })
  reasons!: string;

  @Field(() => ID, { nullable: true, description: 'Whom to ask; null: the office that answers.' })
  contactOrganisationId?: string | null;

  @Field(() => Int, { description: 'The revision that was seen; 0 when there was no answer.' })
  expectedRevision!: number;
}

@InputType({ description: 'What a contribution has led to.' })
export class LinkOutcomeInput extends WithdrawContributionInput {
  @Field(() => ID, { nullable: true, description: 'The measure; or a passage.' })
  measureId?: string | null;

  @Field(() => String, { nullable: true, description: 'Without a measure: raw id of the block, in the text it is about, that was changed because of it.' })
  blockId?: string | null;
}

@InputType({ description: 'A text block for reasons.' })
export class SaveReasonTextInput extends MutationInput {
  @Field(() => ID, { nullable: true, description: 'The one to be changed; null: a new one.' })
  reasonTextId?: string | null;

  @Field(() => String, { description: '1 to 300 characters.' })
  title!: string;

  @Field(() => String, { description: '1 to 20,000 characters.' })
  text!: string;
}

@InputType({ description: 'Which text block.' })
export class RemoveReasonTextInput extends MutationInput {
  @Field(() => ID, { description: 'The text block.' })
  reasonTextId!: string;
}

@ObjectType({ description: 'Answer of draftResponse. Codes: REASONS_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, UNKNOWN_ORGANISATION, NOT_OPEN, STALE_VALUE, BUNDLED_MEANWHILE.' })
export class DraftResponsePayload extends ContributionPayload {}

@ObjectType({ description: 'Answer of linkOutcome. Codes: UNKNOWN_OBJECT.' })
export class LinkOutcomePayload extends ContributionPayload {}

@ObjectType({ description: 'Answer of saveReasonText. Codes: TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE.' })
export class SaveReasonTextPayload extends MutationPayload {
  @Field(() => ReasonTextType, { nullable: true, description: 'The text block.' })
  reasonText!: ReasonTextType | null;
}

@ObjectType({ description: 'Answer of removeReasonText.' })
export class RemoveReasonTextPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The one that is gone.' })
  removedReasonTextId!: string | null;
}

/** Drafting answers to contributions. */
@Resolver()
export class AnswerMutationResolver {
  constructor(
    @Inject(AnswerContributionsCommand) private readonly answering: AnswerContributionsCommand,
    @Inject(ContributionAnswers) private readonly answers: ContributionAnswers,
  ) {}

  @Mutation(() => DraftResponsePayload, { description: 'Writes the answer to a contribution, or to all of its bundle.' })
  draftResponse(@Requested() request: RequestContext, @Args('input') input: DraftResponseInput): Promise<ContributionPayload> {
    const { verdict, reasons, expectedRevision } = input;
    const wanted = { contributionId: decodeGlobalId(input.contributionId, 'Contribution'), verdict, reasons, expectedRevision, contactOrganisationId: pickedId(input.contactOrganisationId, 'Organisation') };
    return this.answers.of(request, this.answering.draft(commandContext(request.requireActor(), request.correlationId, 'draftResponse', input), wanted));
  }

  @Mutation(() => LinkOutcomePayload, { description: 'Says which measure or passage a contribution has led to.' })
  linkOutcome(@Requested() request: RequestContext, @Args('input') input: LinkOutcomeInput): Promise<ContributionPayload> {
    const measureId = pickedId(input.measureId, 'Measure');
    const target = measureId === null ? { kind: 'passage' as const, id: input.blockId ?? '' } : { kind: 'measure' as const, id: measureId };
    return this.answers.of(request, this.answering.link(commandContext(request.requireActor(), request.correlationId, 'linkOutcome', input), decodeGlobalId(input.contributionId, 'Contribution'), target));
  }
}

/** Text blocks for reasons. */
@Resolver()
export class ReasonTextResolver {
  constructor(
    @Inject(ReasonTextsCommand) private readonly reasons: ReasonTextsCommand,
    @Inject(TreatmentReader) private readonly reader: TreatmentReader,
    @Inject(AnswerGate) private readonly gate: AnswerGate,
  ) {}

  @Query(() => [ReasonTextType], { description: 'The text blocks of the municipality, by name, at most 200; none for those who answer nothing.' })
  async reasonTexts(@CurrentActor() actor: Actor): Promise<ReasonTextType[]> {
    return (await this.gate.answersAnywhere(actor)) ? (await this.reader.reasonTexts(actor.municipalityId ?? '')).map(toReasonText) : [];
  }

  @Mutation(() => SaveReasonTextPayload, { description: 'Adds or changes a text block for reasons.' })
  async saveReasonText(@Requested() request: RequestContext, @Args('input') input: SaveReasonTextInput): Promise<SaveReasonTextPayload> {
    const { title, text } = input;
    const id = input.reasonTextId ? decodeGlobalId(input.reasonTextId, 'ReasonText') : null;
    const { value, errors } = await settle(this.reasons.save(commandContext(request.requireActor(), request.correlationId, 'saveReasonText', input), { id, title, text }));
    return { reasonText: value === null ? null : toReasonText({ id: value, title: title.trim(), text: text.trim() }), errors };
  }

  @Mutation(() => RemoveReasonTextPayload, { description: 'Takes a text block for reasons out.' })
  async removeReasonText(@Requested() request: RequestContext, @Args('input') input: RemoveReasonTextInput): Promise<RemoveReasonTextPayload> {
    const { value, errors } = await settle(this.reasons.remove(commandContext(request.requireActor(), request.correlationId, 'removeReasonText', input), decodeGlobalId(input.reasonTextId, 'ReasonText')));
    return { removedReasonTextId: value === null ? null : input.reasonTextId, errors };
  }
}
