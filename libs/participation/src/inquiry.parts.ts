import { inquiryAnswerHandedIn, inquiryAnswerReleased, inquiryAnswerReturned, inquiryAsked, inquiryClosed, inquiryDeadlineMoved, inquiryExtended, inquiryLinksRevoked, inquiryMoreTimeAsked, inquiryPassedOn, inquiryReminderWanted, inquiryRepeatChanged, partyAnswered } from '@konzeptwerkstatt/contracts';
import type { EventContract } from '@konzeptwerkstatt/contracts';
import { AnswerInquiryCommand } from './commands/inquiry/answer-inquiry.command.js';
import { AskFurtherPartiesCommand } from './commands/inquiry/ask-further-parties.command.js';
import { CreateInquiryCommand } from './commands/inquiry/create-inquiry.command.js';
import { HandInInquiryCommand } from './commands/inquiry/hand-in-inquiry.command.js';
import { InquiryAsking } from './commands/inquiry/inquiry-asking.js';
import { InquiryMails } from './commands/inquiry/inquiry-mails.js';
import { OpenInquiriesCommand } from './commands/inquiry/open-inquiries.command.js';
import { PassOnInquiryCommand } from './commands/inquiry/pass-on-inquiry.command.js';
import { RemindRecipientsCommand } from './commands/inquiry/remind-recipients.command.js';
import { RepeatInquiriesCommand } from './commands/inquiry/repeat-inquiries.command.js';
import { ReviewInquiryAnswerCommand } from './commands/inquiry/review-inquiry-answer.command.js';
import { RunInquiryCommand } from './commands/inquiry/run-inquiry.command.js';
import { InquiryAnswerResolver, InquiryAnswers, InquiryHandInResolver } from './graphql/inquiry/inquiry-answer.resolver.js';
import { InquiryDeskResolver, InquiryRequestResolver, InquiryVisitors, InquiryWorkResolver } from './graphql/inquiry/inquiry-desk.resolver.js';
import { InquirySheetResolver } from './graphql/inquiry/inquiry-sheet.resolver.js';
import { UnaskedPartyResolver } from './graphql/inquiry/unasked-party.resolver.js';
import { EditionInquiryResolver, InquiryMutationResolver, InquiryRecipientResolver, InquiryResolver } from './graphql/inquiry/inquiry.resolver.js';
import { MeasureProgressReportResolver, MeasureProgressResolver } from './graphql/inquiry/measure-progress.resolver.js';
import { MeasurePartyAnswerResolver, MeasurePartyResolver } from './graphql/inquiry/party-answer.resolver.js';
import { SendInquiryMailsProcessor } from './jobs/inquiry/send-inquiry-mails.processor.js';
import { InquiryAnswerRepository } from './persistence/inquiry/inquiry-answer.repository.js';
import { InquiryLinkRepository } from './persistence/inquiry/inquiry-link.repository.js';
import { InquiryNoticeRepository } from './persistence/inquiry/inquiry-notice.repository.js';
import { InquiryRepository } from './persistence/inquiry/inquiry.repository.js';
import { MeasureProgressRepository } from './persistence/inquiry/measure-progress.repository.js';
import { PartyAnswerRepository } from './persistence/inquiry/party-answer.repository.js';
import { InquiryGate } from './queries/inquiry/inquiry.gate.js';
import { InquiryReader } from './queries/inquiry/inquiry.reader.js';
import { InquiryPlanReader } from './queries/inquiry/inquiry-plan.reader.js';
import { MeasureProgressReader } from './queries/inquiry/measure-progress.reader.js';
import { NextRoundReader } from './queries/inquiry/next-round.reader.js';
import { PartyAnswerReader } from './queries/inquiry/party-answer.reader.js';
import { ProposedPartReader } from './queries/inquiry/proposed-part.reader.js';
import { UnaskedPartyReader } from './queries/inquiry/unasked-party.reader.js';
import { ApplyAnswersWhenInquiryAnswerReleased } from './subscribers/apply-answers-when-inquiry-answer-released.subscriber.js';
import { NotifyAuthorWhenInquiryAnswerReturned } from './subscribers/notify-author-when-inquiry-answer-returned.subscriber.js';
import { NotifyHeadWhenInquiryAnswerHandedIn } from './subscribers/notify-head-when-inquiry-answer-handed-in.subscriber.js';

/** Everything that inquiries add to this context. */
export const inquiryProviders = [
  InquiryRepository, InquiryAnswerRepository, InquiryLinkRepository, InquiryNoticeRepository, PartyAnswerRepository, MeasureProgressRepository, InquiryGate, InquiryReader, PartyAnswerReader, MeasureProgressReader, NextRoundReader, InquiryPlanReader, UnaskedPartyReader, ProposedPartReader,
  InquiryAsking, CreateInquiryCommand, AskFurtherPartiesCommand, AnswerInquiryCommand, HandInInquiryCommand, ReviewInquiryAnswerCommand, RunInquiryCommand, RemindRecipientsCommand, RepeatInquiriesCommand, PassOnInquiryCommand, OpenInquiriesCommand, InquiryMails,
];
export const inquiryProcessors = [SendInquiryMailsProcessor];
export const inquirySubscribers = [ApplyAnswersWhenInquiryAnswerReleased, NotifyHeadWhenInquiryAnswerHandedIn, NotifyAuthorWhenInquiryAnswerReturned];
export const inquiryResolvers = [
  InquiryVisitors, InquiryAnswers, InquiryDeskResolver, InquiryRequestResolver, InquiryWorkResolver, InquiryAnswerResolver, InquiryHandInResolver, InquirySheetResolver, InquiryMutationResolver, InquiryResolver, InquiryRecipientResolver,
  EditionInquiryResolver, UnaskedPartyResolver, MeasurePartyResolver, MeasurePartyAnswerResolver, MeasureProgressResolver, MeasureProgressReportResolver,
];
export const inquiryEvents = [
  inquiryAsked, inquiryClosed, inquiryReminderWanted, inquiryDeadlineMoved, inquiryExtended, inquiryLinksRevoked, inquiryAnswerHandedIn, inquiryAnswerReleased, inquiryAnswerReturned, inquiryPassedOn, inquiryMoreTimeAsked, inquiryRepeatChanged, partyAnswered,
] as readonly EventContract[];
