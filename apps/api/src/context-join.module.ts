import { Global, Module } from '@nestjs/common';
import { CollaborationModule } from '@konzeptwerkstatt/collaboration';
import { GAP_SOURCES, SectionDocumentAccess, type GapSource } from '@konzeptwerkstatt/concept';
import { DOCUMENT_ACCESS, PERSONAL_DATA_SOURCES, type PersonalDataSource } from '@konzeptwerkstatt/contracts';
import { IndicatorWithoutDataGapSource } from '@konzeptwerkstatt/monitoring';
import { ContributionDataSource, InquiryDataSource, ParticipationModule, ReplyDataSource } from '@konzeptwerkstatt/participation';

/** Joins ports that contexts declare with the contexts that implement them, which do not know each other. */
@Global()
@Module({
  imports: [CollaborationModule, ParticipationModule],
  providers: [
    { provide: DOCUMENT_ACCESS, useExisting: SectionDocumentAccess },
    { provide: GAP_SOURCES, inject: [IndicatorWithoutDataGapSource], useFactory: (indicators: GapSource): GapSource[] => [indicators] },
    { provide: PERSONAL_DATA_SOURCES, inject: [ContributionDataSource, ReplyDataSource, InquiryDataSource], useFactory: (...sources: PersonalDataSource[]): PersonalDataSource[] => sources },
  ],
  exports: [CollaborationModule, DOCUMENT_ACCESS, GAP_SOURCES, PERSONAL_DATA_SOURCES],
})
export class ContextJoinModule {}
