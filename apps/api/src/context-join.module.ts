import { Global, Module } from '@nestjs/common';
import { CollaborationModule } from '@konzeptwerkstatt/collaboration';
import { GAP_SOURCES, ImportDataSource, SectionDocumentAccess, type GapSource } from '@konzeptwerkstatt/concept';
import { DOCUMENT_ACCESS, PERSONAL_DATA_SOURCES, type PersonalDataSource } from '@konzeptwerkstatt/contracts';
import { IndicatorWithoutDataGapSource, ObservationImportDataSource } from '@konzeptwerkstatt/monitoring';
import { NotificationChoiceDataSource, NotificationDataSource } from '@konzeptwerkstatt/notification';
import { AdviceDataSource, AssessmentDataSource, ContributionDataSource, InquiryDataSource, LinkDataSource, MentionDataSource, ParticipationModule, ProposalReactionDataSource, ReplyDataSource, ShortVersionDataSource } from '@konzeptwerkstatt/participation';
import { CalendarFeedDataSource, ModeratorDataSource, PlanningModule, ProcessRoleDataSource } from '@konzeptwerkstatt/planning';
import { ExportDataSource, ReportingModule } from '@konzeptwerkstatt/reporting';

/** What each context keeps of a person, for the file of her own data. */
const personalData = [ContributionDataSource, ReplyDataSource, AdviceDataSource, MentionDataSource, InquiryDataSource, AssessmentDataSource, ShortVersionDataSource, LinkDataSource, ProposalReactionDataSource, NotificationDataSource, NotificationChoiceDataSource, CalendarFeedDataSource, ProcessRoleDataSource, ImportDataSource, ObservationImportDataSource, ExportDataSource, ModeratorDataSource];

/** Joins ports that contexts declare with the contexts that implement them, which do not know each other. */
@Global()
@Module({
  imports: [CollaborationModule, ParticipationModule, PlanningModule, ReportingModule],
  providers: [
    { provide: DOCUMENT_ACCESS, useExisting: SectionDocumentAccess },
    { provide: GAP_SOURCES, inject: [IndicatorWithoutDataGapSource], useFactory: (indicators: GapSource): GapSource[] => [indicators] },
    { provide: PERSONAL_DATA_SOURCES, inject: personalData, useFactory: (...sources: PersonalDataSource[]): PersonalDataSource[] => sources },
  ],
  exports: [CollaborationModule, DOCUMENT_ACCESS, GAP_SOURCES, PERSONAL_DATA_SOURCES],
})
export class ContextJoinModule {}
