import { Module } from '@nestjs/common';
import {
  assessmentHandedIn, assessmentSaved, cardChanged, wallChanged, contributionAssigned, contributionHeld, contributionRefused, contributionReplied, contributionsBundled, contributionSplit, contributionSubmitted, contributionUnbundled, contributionWithdrawn, outcomeLinked, reasonTextRemoved,
  reasonTextSaved, releaseRequired, responseDrafted, responsePublished, responseProposed, proposalAnswered, consentRequired,
} from '@konzeptwerkstatt/contracts';
import type { EventContract } from '@konzeptwerkstatt/contracts';
import { PlanningModule } from '@konzeptwerkstatt/planning';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { AnswerContributionsCommand, ReasonTextsCommand } from './commands/answer-contributions.command.js';
import { AnswerGate } from './commands/answer.gate.js';
import { ArrangeContributionsCommand } from './commands/arrange-contributions.command.js';
import { AttachmentKeeper } from './commands/attachment.keeper.js';
import { TablePlaceFinder } from './commands/table-place.finder.js';
import { BundleCardsCommand } from './commands/bundle-cards.command.js';
import { ChangeContributionCommand, RequireReleaseCommand } from './commands/change-contribution.command.js';
import { ContributionNotices } from './commands/contribution-notices.js';
import { MentionKeeper } from './commands/mention.keeper.js';
import { LoadContributionsCommand } from './commands/load-contributions.command.js';
import { ModerateCardsCommand } from './commands/moderate-cards.command.js';
import { ProposeResponsesCommand } from './commands/propose-responses.command.js';
import { PublishResponsesCommand } from './commands/publish-responses.command.js';
import { ReactToProposalCommand } from './commands/react-to-proposal.command.js';
import { RequireConsentCommand } from './commands/require-consent.command.js';
import { SeenResponses } from './commands/seen-responses.js';
import { ProposalMutationResolver } from './graphql/proposal-mutation.resolver.js';
import { ProcessConsentResolver, ProposalReactionResolver, ProposalResolver } from './graphql/proposal.resolver.js';
import { ProposalRepository } from './persistence/proposal.repository.js';
import { ConsentReader } from './queries/consent.reader.js';
import { WriteCardCommand } from './commands/write-card.command.js';
import { CardMutationResolver } from './graphql/card.mutation.resolver.js';
import { CardResolver } from './graphql/card.resolver.js';
import { CardRepository } from './persistence/card.repository.js';
import { CardReader } from './queries/card.reader.js';
import { WallStream } from './queries/wall.stream.js';
import { FollowGuestWhenChanged } from './subscribers/follow-guest-when-changed.subscriber.js';
import { SubmitContributionCommand, TargetFinder } from './commands/submit-contribution.command.js';
import { ContributionAnswers, ContributionMutationResolver } from './graphql/contribution-mutation.resolver.js';
import { EditionContributionResolver, GoalContributionResolver, MeasureContributionResolver, OrganisationContributionResolver, SectionContributionResolver } from './graphql/contribution-place.resolver.js';
import { ContributionQueryResolver, ContributionReplyResolver, ContributionResolver, ContributionRightsResolver } from './graphql/contribution.resolver.js';
import { ContributionTextResolver, MentionableResolver, ReplyTextResolver } from './graphql/mention.resolver.js';
import { MentionRepository } from './persistence/mention.repository.js';
import { MentionReader } from './queries/mention.reader.js';
import { NotifyMentionedWhenContributionReplied } from './subscribers/notify-mentioned-when-contribution-replied.subscriber.js';
import { NotifyMentionedWhenContributionSubmitted } from './subscribers/notify-mentioned-when-contribution-submitted.subscriber.js';
import { AttachmentPurpose } from './files/attachment.purpose.js';
import { ContributionRepository } from './persistence/contribution.repository.js';
import { AnswerMutationResolver, ReasonTextResolver } from './graphql/answer-mutation.resolver.js';
import { ArrangeMutationResolver } from './graphql/arrange-mutation.resolver.js';
import { ContributionOutcomeResolver, ContributionResponseResolver, ContributionTreatmentResolver, TreatmentOfficeResolver } from './graphql/treatment.resolver.js';
import { ContributionWorkResolver } from './graphql/contribution-work.resolver.js';
import { inquiryEvents, inquiryProcessors, inquiryProviders, inquiryResolvers, inquirySubscribers } from './inquiry.parts.js';
import { adviceEvents, adviceProviders, adviceResolvers, adviceSubscribers } from './advice.parts.js';
import { linkEvents, linkProviders, linkResolvers } from './link.parts.js';
import { AssessConceptCommand } from './commands/assess-concept.command.js';
import { EditionCheckResolver } from './graphql/check.resolver.js';
import { AssessmentRepository } from './persistence/assessment.repository.js';
import { CheckReader } from './queries/check.reader.js';
import { EditionFiguresResolver, FiguresAttendanceResolver, FiguresWordsResolver } from './graphql/figures.resolver.js';
import { FiguresFile } from './files/figures.file.js';
import { AttendanceFiguresReader } from './queries/attendance-figures.reader.js';
import { FiguresReader } from './queries/figures.reader.js';
import { VisibleConcept } from './graphql/visible-concept.js';
import { NotifyDeadlinesProcessor } from './jobs/notify-deadlines.processor.js';
import { DeadlineRepository } from './persistence/deadline.repository.js';
import { ConcernedPeople } from './queries/concerned-people.reader.js';
import { ReleaseRepository } from './persistence/release.repository.js';
import { ResponseRepository } from './persistence/response.repository.js';
import { ContributionAccess } from './queries/contribution.access.js';
import { ContributionReader } from './queries/contribution.reader.js';
import { AssessmentDataSource, ContributionDataSource, InquiryDataSource, ProposalReactionDataSource, ReplyDataSource, MentionDataSource } from './queries/personal-data.sources.js';
import { TreatmentReader } from './queries/treatment.reader.js';
import { ForgetContributorWhenPersonErased } from './subscribers/forget-contributor-when-person-erased.subscriber.js';
import { LinkOutcomeWhenOriginNoted } from './subscribers/link-outcome-when-origin-noted.subscriber.js';
import { NotifyContributorWhenContributionSubmitted } from './subscribers/notify-contributor-when-contribution-submitted.subscriber.js';
import { NotifyContributorWhenContributionReplied } from './subscribers/notify-contributor-when-contribution-replied.subscriber.js';
import { NotifyOfficeWhenContributionAssigned } from './subscribers/notify-office-when-contribution-assigned.subscriber.js';
import { NotifyContributorWhenContributionRefused } from './subscribers/notify-contributor-when-contribution-refused.subscriber.js';
import { NotifyOfficeWhenContributionReceived } from './subscribers/notify-office-when-contribution-received.subscriber.js';
import { NotifyReviewersWhenContributionHeld } from './subscribers/notify-reviewers-when-contribution-held.subscriber.js';
import { NotifyContributorsWhenMeasureChanged } from './subscribers/notify-contributors-when-measure-changed.subscriber.js';
import { NotifyContributorsWhenResponsePublished } from './subscribers/notify-contributors-when-response-published.subscriber.js';
import { NotifyContributorsWhenResponseProposed } from './subscribers/notify-contributors-when-response-proposed.subscriber.js';
import { NotifyOfficeWhenProposalObjected } from './subscribers/notify-office-when-proposal-objected.subscriber.js';
import { RemoveContributionsWhenMunicipalityRemoved } from './subscribers/remove-contributions-when-municipality-removed.subscriber.js';

const repositories = [AssessmentRepository, DeadlineRepository, MentionRepository, ContributionRepository, ReleaseRepository, ResponseRepository, ProposalRepository, CardRepository];
const readers = [AttachmentPurpose, AttendanceFiguresReader, CheckReader, ConcernedPeople, FiguresReader, TreatmentReader, ContributionAccess, ContributionReader, TargetFinder, ContributionDataSource, ReplyDataSource, MentionDataSource, MentionReader, InquiryDataSource, AssessmentDataSource, ProposalReactionDataSource, ConsentReader, CardReader, WallStream];
const commands = [AssessConceptCommand, AttachmentKeeper, TablePlaceFinder, MentionKeeper, LoadContributionsCommand, SubmitContributionCommand, ChangeContributionCommand, RequireReleaseCommand, AnswerGate, ArrangeContributionsCommand, AnswerContributionsCommand, ReasonTextsCommand, ContributionNotices, WriteCardCommand, ModerateCardsCommand, BundleCardsCommand, SeenResponses, PublishResponsesCommand, ProposeResponsesCommand, ReactToProposalCommand, RequireConsentCommand];
const processors = [NotifyDeadlinesProcessor, ...inquiryProcessors];
const subscribers = [
  NotifyContributorWhenContributionSubmitted, NotifyContributorWhenContributionReplied, NotifyReviewersWhenContributionHeld, NotifyOfficeWhenContributionAssigned, NotifyContributorsWhenResponsePublished, NotifyContributorsWhenMeasureChanged,
  NotifyMentionedWhenContributionSubmitted, NotifyMentionedWhenContributionReplied, NotifyContributorsWhenResponseProposed, NotifyOfficeWhenProposalObjected, NotifyOfficeWhenContributionReceived, NotifyContributorWhenContributionRefused,
  ForgetContributorWhenPersonErased, LinkOutcomeWhenOriginNoted, RemoveContributionsWhenMunicipalityRemoved, FollowGuestWhenChanged, ...inquirySubscribers, ...adviceSubscribers,
];

/** Contributions to concepts. Needs the global modules of the platform, of identity, of concept and of planning, DOCUMENT_READER (collaboration) and NOTIFIER (notification). */
@Module({
  imports: [PlanningModule],
  providers: [...repositories, ...readers, ...commands, ...subscribers, ...inquiryProviders, ...processors, ...linkProviders, ...adviceProviders],
  exports: [...repositories, ...readers, ...commands, ...subscribers, ...inquiryProviders, ...processors, ...linkProviders, ...adviceProviders],
})
export class ParticipationModule {}

/** What the API adds. */
@Module({
  imports: [ParticipationModule, PlanningModule],
  providers: [
    EditionCheckResolver, EditionFiguresResolver, FiguresAttendanceResolver, FiguresWordsResolver, FiguresFile, VisibleConcept, ContributionAnswers, ContributionMutationResolver, ContributionQueryResolver, ContributionResolver, ContributionRightsResolver, ContributionReplyResolver, ContributionTextResolver, ReplyTextResolver, MentionableResolver, EditionContributionResolver,
    SectionContributionResolver, GoalContributionResolver, MeasureContributionResolver, OrganisationContributionResolver,
    ArrangeMutationResolver, AnswerMutationResolver, ReasonTextResolver, ContributionTreatmentResolver, ContributionResponseResolver, ContributionOutcomeResolver, TreatmentOfficeResolver, ContributionWorkResolver, ...inquiryResolvers,
    CardResolver, CardMutationResolver, ProposalMutationResolver, ProposalResolver, ProposalReactionResolver, ProcessConsentResolver, ...linkResolvers, ...adviceResolvers,
  ],
})
export class ParticipationGraphqlModule {}

/** What the worker runs, and which events this context publishes. */
export const participationWorkerParts: WorkerParts = {
  context: 'participation', processors, subscribers,
  publishes: [assessmentSaved, assessmentHandedIn, contributionSubmitted, contributionHeld, contributionRefused, contributionWithdrawn, contributionReplied, releaseRequired, contributionSplit, contributionsBundled, contributionUnbundled, contributionAssigned, responseDrafted,
    responsePublished, responseProposed, proposalAnswered, consentRequired, outcomeLinked, reasonTextSaved, reasonTextRemoved, cardChanged, wallChanged, ...inquiryEvents, ...linkEvents, ...adviceEvents] as readonly EventContract[],
};
