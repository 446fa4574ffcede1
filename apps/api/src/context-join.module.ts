import { Global, Module } from '@nestjs/common';
import { CollaborationModule } from '@konzeptwerkstatt/collaboration';
import { GAP_SOURCES, SectionDocumentAccess, type GapSource } from '@konzeptwerkstatt/concept';
import { DOCUMENT_ACCESS } from '@konzeptwerkstatt/contracts';
import { IndicatorWithoutDataGapSource } from '@konzeptwerkstatt/monitoring';

/** Joins ports that contexts declare with the contexts that implement them, which do not know each other. */
@Global()
@Module({
  imports: [CollaborationModule],
  providers: [
    { provide: DOCUMENT_ACCESS, useExisting: SectionDocumentAccess },
    { provide: GAP_SOURCES, inject: [IndicatorWithoutDataGapSource], useFactory: (indicators: GapSource): GapSource[] => [indicators] },
  ],
  exports: [CollaborationModule, DOCUMENT_ACCESS, GAP_SOURCES],
})
export class ContextJoinModule {}
