import { Inject, Injectable } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { commandContext, decodeGlobalId, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import { AnswerInquiryCommand } from '../../commands/inquiry/answer-inquiry.command.js';
import type { AnsweringContext } from '../../commands/inquiry/answer-inquiry.command.js';
import { HandInInquiryCommand } from '../../commands/inquiry/hand-in-inquiry.command.js';
import { OpenInquiriesCommand } from '../../commands/inquiry/open-inquiries.command.js';
import { PassOnInquiryCommand } from '../../commands/inquiry/pass-on-inquiry.command.js';
import { ReviewInquiryAnswerCommand } from '../../commands/inquiry/review-inquiry-answer.command.js';
import { InquiryReader } from '../../queries/inquiry/inquiry.reader.js';
import { InquiryVisitors } from './inquiry-desk.resolver.js';
import { toRequest } from './inquiry-request.type.js';
import {
  AddInquiryLineInput, AddInquiryLinePayload, AskMoreTimeInput, AskMoreTimePayload, ConfirmInquiryLinesInput, ConfirmInquiryLinesPayload, HandInInquiryInput, HandInInquiryPayload, OpenInquiriesInput, OpenInquiriesPayload,
  PassOnInquiryInput, PassOnInquiryPayload, ReleaseInquiryAnswerInput, ReleaseInquiryAnswerPayload, RemoveInquiryLineInput, RemoveInquiryLinePayload, ReturnInquiryAnswerInput, ReturnInquiryAnswerPayload, SaveInquiryAnswersInput, SaveInquiryAnswersPayload,
} from './inquiry.input.js';
import type { RequestPayload } from './inquiry.input.js';

const requestId = (id: string): string => decodeGlobalId(id, 'InquiryRequest');
const lineId = (id: string): string => decodeGlobalId(id, 'InquiryLine');

/** Turns what commands answer into payloads: the request read afresh, or the reasons why nothing was done. */
@Injectable()
export class InquiryAnswers {
  constructor(
    @Inject(InquiryReader) private readonly reader: InquiryReader,
    @Inject(InquiryVisitors) private readonly visitors: InquiryVisitors,
  ) {}

  /** A mutation of whoever answers; she may have no session. */
  context(request: RequestContext, mutation: string, input: OpenInquiriesInput): AnsweringContext {
    return { ...this.visitors.of(request, input), correlationId: request.correlationId, mutation, idempotencyKey: input.idempotencyKey, input };
  }

  async of(request: RequestContext, token: string | null | undefined, done: Promise<string>): Promise<RequestPayload> {
    const { value, errors } = await this.visitors.settle(request, done);
    return { request: value === null ? null : toRequest(await this.reader.request(this.visitors.of(request, { token }), value)), errors };
  }
}

/** Answering what one's organisation is asked. */
@Resolver()
export class InquiryAnswerResolver {
  constructor(
    @Inject(AnswerInquiryCommand) private readonly answering: AnswerInquiryCommand,
    @Inject(InquiryAnswers) private readonly answers: InquiryAnswers,
    @Inject(OpenInquiriesCommand) private readonly opening: OpenInquiriesCommand,
    @Inject(InquiryVisitors) private readonly visitors: InquiryVisitors,
  ) {}

  @Mutation(() => OpenInquiriesPayload, { description: 'Notes that somebody of the organisation has opened what it is asked.' })
  async openInquiries(@Requested() request: RequestContext, @Args('input') input: OpenInquiriesInput): Promise<OpenInquiriesPayload> {
    const { value, errors } = await this.visitors.settle(request, this.opening.run(this.answers.context(request, 'openInquiries', input)));
    return { requestCount: value, errors };
  }

  @Mutation(() => SaveInquiryAnswersPayload, { description: 'Keeps answers as drafts; after the deadline too.' })
  saveInquiryAnswers(@Requested() request: RequestContext, @Args('input') input: SaveInquiryAnswersInput): Promise<RequestPayload> {
    const typed = input.answers.map((answer) => ({ ...answer, lineId: lineId(answer.lineId) }));
    return this.answers.of(request, input.token, this.answering.save(this.answers.context(request, 'saveInquiryAnswers', input), requestId(input.requestId), typed, input.newLines));
  }

  @Mutation(() => ConfirmInquiryLinesPayload, { description: 'Says that the last answers of lines still hold.' })
  confirmInquiryLines(@Requested() request: RequestContext, @Args('input') input: ConfirmInquiryLinesInput): Promise<RequestPayload> {
    const lines = input.lineIds?.map(lineId) ?? null;
    return this.answers.of(request, input.token, this.answering.confirm(this.answers.context(request, 'confirmInquiryLines', input), requestId(input.requestId), lines, input.isUnchanged));
  }

  @Mutation(() => AddInquiryLinePayload, { description: 'Adds an empty line.' })
  addInquiryLine(@Requested() request: RequestContext, @Args('input') input: AddInquiryLineInput): Promise<RequestPayload> {
    return this.answers.of(request, input.token, this.answering.addLine(this.answers.context(request, 'addInquiryLine', input), requestId(input.requestId)));
  }

  @Mutation(() => RemoveInquiryLinePayload, { description: 'Takes an added line out.' })
  removeInquiryLine(@Requested() request: RequestContext, @Args('input') input: RemoveInquiryLineInput): Promise<RequestPayload> {
    return this.answers.of(request, input.token, this.answering.removeLine(this.answers.context(request, 'removeInquiryLine', input), requestId(input.requestId), lineId(input.lineId)));
  }
}

/** What happens to answers as a whole. */
@Resolver()
export class InquiryHandInResolver {
  constructor(
    @Inject(HandInInquiryCommand) private readonly handing: HandInInquiryCommand,
    @Inject(ReviewInquiryAnswerCommand) private readonly reviewing: ReviewInquiryAnswerCommand,
    @Inject(PassOnInquiryCommand) private readonly passing: PassOnInquiryCommand,
    @Inject(InquiryAnswers) private readonly answers: InquiryAnswers,
  ) {}

  @Mutation(() => HandInInquiryPayload, { description: 'Hands the answers in; until the deadline they can be corrected and handed in again. The office enters them on behalf, as given on the phone.' })
  handInInquiry(@Requested() request: RequestContext, @Args('input') input: HandInInquiryInput): Promise<RequestPayload> {
    const done = this.handing.handIn(this.answers.context(request, 'handInInquiry', input), requestId(input.requestId), { way: input.isFromSheet ? 'sheet' : 'online', isInPart: input.isInPart });
    return this.answers.of(request, input.token, done);
  }

  @Mutation(() => ReleaseInquiryAnswerPayload, { description: 'Releases what was handed in, as the head of the organisation.' })
  releaseInquiryAnswer(@Requested() request: RequestContext, @Args('input') input: ReleaseInquiryAnswerInput): Promise<RequestPayload> {
    return this.answers.of(request, null, this.reviewing.release(commandContext(request.requireActor(), request.correlationId, 'releaseInquiryAnswer', input), requestId(input.requestId), input.number));
  }

  @Mutation(() => ReturnInquiryAnswerPayload, { description: 'Gives what was handed in back to be worked over, as the head of the organisation.' })
  returnInquiryAnswer(@Requested() request: RequestContext, @Args('input') input: ReturnInquiryAnswerInput): Promise<RequestPayload> {
    return this.answers.of(request, null, this.reviewing.giveBack(commandContext(request.requireActor(), request.correlationId, 'returnInquiryAnswer', input), requestId(input.requestId), input.number, input.reason));
  }

  @Mutation(() => PassOnInquiryPayload, { description: 'Sends a colleague or the deputy a link of her own.' })
  passOnInquiry(@Requested() request: RequestContext, @Args('input') input: PassOnInquiryInput): Promise<RequestPayload> {
    return this.answers.of(request, input.token, this.passing.passOn(this.answers.context(request, 'passOnInquiry', input), requestId(input.requestId), input.email ?? null));
  }

  @Mutation(() => AskMoreTimePayload, { description: 'Asks the office for more time.' })
  askMoreTime(@Requested() request: RequestContext, @Args('input') input: AskMoreTimeInput): Promise<RequestPayload> {
    return this.answers.of(request, input.token, this.passing.askMoreTime(this.answers.context(request, 'askMoreTime', input), requestId(input.requestId), input.until, input.reason));
  }
}
