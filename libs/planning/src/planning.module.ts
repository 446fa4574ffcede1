import { Module } from '@nestjs/common';
import { bodyChanged, calendarFeedChanged, datedStepAdded, gatheringPlanned, gatheringRecorded, gatheringRemoved, moderatorNamed, moderatorWithdrawn, phaseClosed, phaseOpened, phasePlanned, phaseRemoved, processCreated, processTemplateKept, processTemplateRemoved, roleAssigned, roleWithdrawn } from '@konzeptwerkstatt/contracts';
import type { EventContract } from '@konzeptwerkstatt/contracts';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { AdvancePhaseCommand } from './commands/advance-phase.command.js';
import { CalendarFeedCommand } from './commands/calendar-feed.command.js';
import { ChangeBodiesCommand } from './commands/change-bodies.command.js';
import { PlanPhaseCommand } from './commands/plan-phase.command.js';
import { AddDatedStepCommand } from './commands/add-dated-step.command.js';
import { AssignProcessRoleCommand } from './commands/assign-process-role.command.js';
import { BeginProcessCommand } from './commands/begin-process.command.js';
import { BeginConceptCommand } from './commands/begin-concept.command.js';
import { ConceptBeginning } from './commands/concept-beginning.js';
import { KeepTemplateCommand } from './commands/keep-template.command.js';
import { RemoveTemplateCommand } from './commands/remove-template.command.js';
import { StartProcessCommand } from './commands/start-process.command.js';
import { GatheringGate } from './commands/gathering.gate.js';
import { NameModeratorCommand } from './commands/name-moderator.command.js';
import { GatheringNews } from './commands/gathering.news.js';
import { PlanGatheringCommand } from './commands/plan-gathering.command.js';
import { RecordGatheringCommand } from './commands/record-gathering.command.js';
import { ProcessGate } from './commands/process.gate.js';
import { RoleSubjectReader } from './commands/role-subject.reader.js';
import { WithdrawProcessRoleCommand } from './commands/withdraw-process-role.command.js';
import { CalendarFile } from './graphql/calendar.file.js';
import { CalendarResolver } from './graphql/calendar.resolver.js';
import { BodyResolver } from './graphql/body.resolver.js';
import { GatheringMutationResolver } from './graphql/gathering.mutation.resolver.js';
import { AttendanceResolver, GatheringResolver, GatheringTableResolver, ProcessGatheringResolver } from './graphql/gathering.resolver.js';
import { GatheringGuestResolver, GuestGatheringResolver, GuestOfGatheringResolver } from './graphql/guest-gathering.resolver.js';
import { ModeratorMutationResolver, ModeratorResolver } from './graphql/moderator.resolver.js';
import { PhaseMutationResolver } from './graphql/phase.mutation.resolver.js';
import { BeginConceptResolver } from './graphql/begin-concept.resolver.js';
import { EditionProcessResolver } from './graphql/edition-process.resolver.js';
import { PlanningMutationResolver } from './graphql/planning.mutation.resolver.js';
import { PlanningProcessResolver } from './graphql/planning-process.resolver.js';
import { PhaseResolver, ProcessDocumentResolver, ProcessPlanResolver } from './graphql/process-plan.resolver.js';
import { ProcessTemplateResolver } from './graphql/process-template.resolver.js';
import { ProcessRoleResolver } from './graphql/process-role.resolver.js';
import { AdvancePhaseProcessor } from './jobs/advance-phase.processor.js';
import { NotifyFundingEndsProcessor } from './jobs/notify-funding-ends.processor.js';
import { NotifyWritersProcessor } from './jobs/notify-writers.processor.js';
import { SweepPhasesProcessor } from './jobs/sweep-phases.processor.js';
import { CalendarFeedRepository } from './persistence/calendar-feed.repository.js';
import { AnnouncedPhaseRepository } from './persistence/announced-phase.repository.js';
import { BodyRepository } from './persistence/body.repository.js';
import { GatheringRepository } from './persistence/gathering.repository.js';
import { ModeratorRepository } from './persistence/moderator.repository.js';
import { PhaseRepository } from './persistence/phase.repository.js';
import { DatedStepRepository } from './persistence/dated-step.repository.js';
import { ProcessRepository } from './persistence/process.repository.js';
import { ProcessRoleRepository } from './persistence/process-role.repository.js';
import { ProcessPlanRepository } from './persistence/process-plan.repository.js';
import { ProcessTemplateRepository } from './persistence/process-template.repository.js';
import { CalendarReader } from './queries/calendar.reader.js';
import { GatheringReader } from './queries/gathering.reader.js';
import { ModeratorReader } from './queries/moderator.reader.js';
import { CalendarFeedDataSource, ModeratorDataSource, ProcessRoleDataSource } from './queries/personal-data.sources.js';
import { ProcessPlanReader } from './queries/process-plan.reader.js';
import { ProcessTemplateReader } from './queries/process-template.reader.js';
import { ProcessReader } from './queries/process.reader.js';
import { EndCalendarsWhenPasswordReset } from './subscribers/end-calendars-when-password-reset.subscriber.js';
import { ForgetPersonWhenErased } from './subscribers/forget-person-when-erased.subscriber.js';
import { WithdrawRolesWhenPersonErased } from './subscribers/withdraw-roles-when-person-erased.subscriber.js';
import { RemoveProcessesWhenMunicipalityRemoved } from './subscribers/remove-processes-when-municipality-removed.subscriber.js';

const repositories = [ProcessRepository, DatedStepRepository, ProcessRoleRepository, ProcessPlanRepository, ProcessTemplateRepository, PhaseRepository, BodyRepository, CalendarFeedRepository, AnnouncedPhaseRepository, GatheringRepository, ModeratorRepository];
const commands = [BeginProcessCommand, AssignProcessRoleCommand, WithdrawProcessRoleCommand, AddDatedStepCommand, BeginConceptCommand, StartProcessCommand, KeepTemplateCommand, RemoveTemplateCommand, PlanPhaseCommand, AdvancePhaseCommand, ChangeBodiesCommand, CalendarFeedCommand, PlanGatheringCommand, RecordGatheringCommand, NameModeratorCommand];
const dataSources = [CalendarFeedDataSource, ModeratorDataSource, ProcessRoleDataSource];
const processors = [AdvancePhaseProcessor, SweepPhasesProcessor, NotifyWritersProcessor, NotifyFundingEndsProcessor];
const subscribers = [WithdrawRolesWhenPersonErased, RemoveProcessesWhenMunicipalityRemoved, ForgetPersonWhenErased, EndCalendarsWhenPasswordReset];

/** Processes, bodies, dated steps and roles. Needs the global modules of the platform, of identity and of concept, and NOTIFIER (notification). */
@Module({
  providers: [...repositories, ...commands, ...processors, ...subscribers, ...dataSources, ProcessGate, GatheringGate, GatheringNews, RoleSubjectReader, ConceptBeginning, ProcessReader, ProcessPlanReader, ProcessTemplateReader, CalendarReader, GatheringReader, ModeratorReader],
  exports: [...commands, ...processors, ...subscribers, ...dataSources, ProcessReader, ProcessPlanReader, ProcessTemplateReader, CalendarReader, GatheringReader, ModeratorReader],
})
export class PlanningModule {}

/** What the API adds: processes, roles, steps, and the process of an edition. */
@Module({
  imports: [PlanningModule],
  providers: [PlanningProcessResolver, ProcessRoleResolver, EditionProcessResolver, PlanningMutationResolver, BeginConceptResolver, ProcessPlanResolver, PhaseResolver, ProcessDocumentResolver, ProcessTemplateResolver, PhaseMutationResolver, BodyResolver, CalendarResolver, CalendarFile, GatheringResolver, ModeratorMutationResolver, ModeratorResolver, GatheringTableResolver, AttendanceResolver, ProcessGatheringResolver, GatheringMutationResolver, GuestGatheringResolver, GuestOfGatheringResolver, GatheringGuestResolver],
})
export class PlanningGraphqlModule {}

/** What the worker runs, and which events this context publishes. */
export const planningWorkerParts: WorkerParts = {
  context: 'planning', processors, subscribers, publishes: [moderatorNamed, moderatorWithdrawn, gatheringPlanned, gatheringRecorded, gatheringRemoved, bodyChanged, calendarFeedChanged, phasePlanned, phaseOpened, phaseClosed, phaseRemoved, processCreated, datedStepAdded, roleAssigned, roleWithdrawn, processTemplateKept, processTemplateRemoved] as readonly EventContract[],
};
