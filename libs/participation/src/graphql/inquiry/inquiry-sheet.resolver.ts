import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { fileName, systemClock } from '@konzeptwerkstatt/kernel';
import { AttemptLimiter } from '@konzeptwerkstatt/platform-auth';
import { SheetFileReading } from '@konzeptwerkstatt/platform-files';
import { decodeGlobalId, encodeGlobalId, MutationPayload, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { MAX_LINES } from '../../domain/inquiry/inquiry-answer.policy.js';
import { compareSheet } from '../../domain/inquiry/inquiry-sheet.policy.js';
import type { SheetChange, SheetChanges } from '../../domain/inquiry/inquiry-sheet.policy.js';
import { INQUIRY_KIND_FACTS } from '../../domain/inquiry/inquiry-kind.policy.js';
import { participationError } from '../../domain/participation.errors.js';
import { writeInquirySheet } from '../../files/inquiry-sheet.writer.js';
import { InquiryReader } from '../../queries/inquiry/inquiry.reader.js';
import { InquiryVisitors } from './inquiry-desk.resolver.js';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Characters of a workbook in base64; one of 300 lines needs a tenth of it. */
const MAX_CONTENT_LENGTH = 700_000;
/** How much of a workbook is read. */
const LIMITS = { rows: 1_000, columns: 60, characters: 4_000_000 } as const;

const MAX_CHANGES = 2_000;
const MAX_PROBLEMS = 100;

@ArgsType()
export class InquiryFileArgs {
  @Field(() => ID, { description: 'What the organisation is asked.' })
  requestId!: string;

  @Field(() => String, { nullable: true, description: 'What stands behind `#` in a mail link; null: with one’s session.' })
  token?: string | null;
}

@ArgsType()
export class InquirySheetArgs extends InquiryFileArgs {
  @Field(() => String, { description: 'The workbook in base64, at most 700,000 characters.' })
  content!: string;
}

@ObjectType('InquiryFile', { description: 'A file made for whoever asks; holders of a link have no session with which they could open an address.' })
export class InquiryFileType {
  @Field(() => String, { description: 'What it is to be called.' })
  name!: string;

  @Field(() => String, { description: 'Media type.' })
  mediaType!: string;

  @Field(() => String, { description: 'Its bytes in base64.' })
  content!: string;
}

@ObjectType('InquirySheetChange', { description: 'An answer in a spreadsheet that differs from the draft.' })
export class InquirySheetChangeType {
  @Field(() => ID, { description: 'The line.' })
  lineId!: string;

  @Field(() => Int, { description: 'Row of the spreadsheet.' })
  row!: number;

  @Field(() => String, { description: 'The question.' })
  questionKey!: string;

  @Field(() => String, { description: 'The draft of now; empty: none.' })
  before!: string;

  @Field(() => String, { description: 'What the spreadsheet says.' })
  after!: string;

  @Field(() => Int, { description: 'Revision of the draft it was compared with; sent back as expectedRevision.' })
  revision!: number;
}

@ObjectType('InquirySheetAnswer', { description: 'What a cell of an added row says.' })
export class InquirySheetAnswerType {
  @Field(() => String, { description: 'The question.' })
  questionKey!: string;

  @Field(() => String, { description: 'The answer.' })
  value!: string;
}

@ObjectType('InquirySheetRow', { description: 'A row that was added to a spreadsheet and becomes a line of its own.' })
export class InquirySheetRowType {
  @Field(() => Int, { description: 'Row of the spreadsheet.' })
  row!: number;

  @Field(() => [InquirySheetAnswerType], { description: 'What it says; sent back in newLines.' })
  answers!: readonly InquirySheetAnswerType[];
}

@ObjectType('InquirySheetProblem', { description: 'A cell that cannot be taken over.' })
export class InquirySheetProblemType {
  @Field(() => Int, { description: 'Row of the spreadsheet.' })
  row!: number;

  @Field(() => String, { description: 'Head of its column.' })
  column!: string;

  @Field(() => String, { description: 'Why, as a code of saveInquiryAnswers.' })
  code!: string;
}

@ObjectType('InquirySheetPreview', { description: 'What a spreadsheet would change; saved with saveInquiryAnswers. Codes: LINK_UNKNOWN, SHEET_UNREADABLE, SHEET_FOREIGN.' })
export class InquirySheetPreviewType extends MutationPayload {
  @Field(() => [InquirySheetChangeType], { description: 'Every answer that differs, at most 2,000.' })
  changes!: readonly InquirySheetChangeType[];

  @Field(() => [InquirySheetRowType], { description: 'Rows that were added, at most 300; none where the organisation does not say what to name.' })
  newRows!: readonly InquirySheetRowType[];

  @Field(() => [InquirySheetProblemType], { description: 'What does not fit, at most 100; while there is anything, nothing can be taken over.' })
  problems!: readonly InquirySheetProblemType[];

  @Field(() => [Int], { description: 'Rows that belong to no line and are not taken over.' })
  unknownRows!: readonly number[];
}

const toChange = ({ lineId, ...change }: SheetChange): InquirySheetChangeType => ({ ...change, lineId: encodeGlobalId('InquiryLine', lineId) });

/** Answering with a spreadsheet. */
@Resolver()
export class InquirySheetResolver {
  /** Opening a workbook costs far more than sending one. */
  private readonly perRequest = new AttemptLimiter({ attempts: 30, windowMs: 3_600_000 }, systemClock);

  constructor(
    @Inject(InquiryReader) private readonly reader: InquiryReader,
    @Inject(InquiryVisitors) private readonly visitors: InquiryVisitors,
    @Inject(SheetFileReading) private readonly workbooks: SheetFileReading,
  ) {}

  @Query(() => InquiryFileType, { nullable: true, description: 'The questions and the draft as a workbook to fill in; null for a link that does not work.' })
  async inquirySheet(@Requested() context: RequestContext, @Args() { requestId, token }: InquiryFileArgs): Promise<InquiryFileType | null> {
    const { value: view } = await this.visitors.settle(context, this.reader.request(this.visitors.of(context, { token: token ?? null }), decodeGlobalId(requestId, 'InquiryRequest')));
    if (view === null) return null;
    return { name: fileName(`Abfrage ${view.inquiry.title}`, 'xlsx'), mediaType: MEDIA_TYPE, content: (await writeInquirySheet(view)).toString('base64') };
  }

  @Query(() => InquirySheetPreviewType, { description: 'What a workbook that comes back would change, at most 30 times an hour; nothing is saved by looking.' })
  async inquirySheetPreview(@Requested() context: RequestContext, @Args() args: InquirySheetArgs): Promise<InquirySheetPreviewType> {
    const { value, errors } = await this.visitors.settle(context, this.compare(context, args));
    return {
      changes: value?.changes.slice(0, MAX_CHANGES).map(toChange) ?? [], newRows: value?.newRows.slice(0, MAX_LINES) ?? [], problems: value?.problems.slice(0, MAX_PROBLEMS) ?? [], unknownRows: value?.unknownRows ?? [], errors,
    };
  }

  private async compare(context: RequestContext, { requestId, token, content }: InquirySheetArgs): Promise<SheetChanges> {
    const { inquiry, recipient, lines } = await this.reader.request(this.visitors.of(context, { token: token ?? null }), decodeGlobalId(requestId, 'InquiryRequest'));
    const bytes = Buffer.from(content, 'base64');
    // Only workbooks: what is read as separated values could be anything.
    if (content.length > MAX_CONTENT_LENGTH || bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw participationError('SHEET_UNREADABLE', ['content']);
    this.perRequest.take(recipient.id);
    const reading = await this.workbooks.read(bytes, LIMITS);
    if ('problem' in reading) throw participationError('SHEET_UNREADABLE', ['content']);
    const draft = { questions: inquiry.questions, lines, answers: lines.flatMap(({ answers }) => answers), isFree: INQUIRY_KIND_FACTS[inquiry.kind].lines === 'free' };
    const comparison = compareSheet(recipient.id, draft, (reading.sheets[0]?.rows ?? []).map((row) => row.map(String)));
    if ('problem' in comparison) throw participationError(comparison.problem, ['content']);
    return comparison;
  }
}
