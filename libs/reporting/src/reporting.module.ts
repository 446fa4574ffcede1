import { Module } from '@nestjs/common';
import { exportRequested } from '@konzeptwerkstatt/contracts';
import type { EventContract } from '@konzeptwerkstatt/contracts';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { DecisionModule } from '@konzeptwerkstatt/decision';
import { ParticipationModule } from '@konzeptwerkstatt/participation';
import { AssembleReportCommand } from './commands/assemble-report.command.js';
import { ReportWriter } from './commands/report.writer.js';
import { RequestExportCommand } from './commands/request-export.command.js';
import { AdoptedFileResolver } from './graphql/adopted-file.resolver.js';
import { InquiryReceiptResolver } from './graphql/inquiry-receipt.resolver.js';
import { ReportAssemblyResolver, ReportResolver } from './graphql/report.resolver.js';
import { standingResolvers } from './graphql/standing.resolver.js';
import { DocumentExportResolver } from './graphql/document-export.resolver.js';
import { AssembleReportProcessor } from './jobs/assemble-report.processor.js';
import { ReportAssembler } from './jobs/report.assembler.js';
import { AdoptedFilePurpose } from './jobs/adopted-file.purpose.js';
import { ExportFilePurpose } from './jobs/export-file.purpose.js';
import { ExportMaker } from './jobs/export.maker.js';
import { RenderAdoptedEditionProcessor } from './jobs/render-adopted-edition.processor.js';
import { RenderExportProcessor } from './jobs/render-export.processor.js';
import { SweepExportsProcessor } from './jobs/sweep-exports.processor.js';
import { AdoptedFileRepository } from './persistence/adopted-file.repository.js';
import { DocumentExportRepository } from './persistence/document-export.repository.js';
import { ReportAssemblyRepository } from './persistence/report-assembly.repository.js';
import { AdoptedFileReader } from './queries/adopted-file.reader.js';
import { ContributionNotesReader } from './queries/contribution-notes.reader.js';
import { InquiryReceiptReader } from './queries/inquiry-receipt.reader.js';
import { DocumentExportReader } from './queries/document-export.reader.js';
import { ReportIndicatorsReader } from './queries/report-indicators.reader.js';
import { ReportFactsReader } from './queries/report-facts.reader.js';
import { ReportAssemblyReader } from './queries/report-assembly.reader.js';
import { StandingReader } from './queries/standing.reader.js';
import { ExportDataSource } from './queries/personal-data.source.js';
import { DataCatalogueReader } from './public/data-catalogue.reader.js';
import { PublicIndicatorReader } from './public/public-indicator.reader.js';
import { PublicMeasureListReader } from './public/public-measure-list.reader.js';
import { PublicMeasureReader } from './public/public-measure.reader.js';
import { PublicPageReader } from './public/public-page.reader.js';
import { PublicPlaceReader } from './public/public-place.reader.js';
import { PublicStatusReader } from './public/public-status.reader.js';
import { ChartDrawer } from './rendering/chart/chart-drawer.js';
import { DocumentRenderer } from './rendering/document-renderer.js';
import { MakePdfWhenEditionFrozen } from './subscribers/make-pdf-when-edition-frozen.subscriber.js';
import { RemoveExportsWhenMunicipalityRemoved } from './subscribers/remove-exports-when-municipality-removed.subscriber.js';
import { RemoveExportsWhenPersonErased } from './subscribers/remove-exports-when-person-erased.subscriber.js';

const processors = [AssembleReportProcessor, RenderAdoptedEditionProcessor, RenderExportProcessor, SweepExportsProcessor];
const subscribers = [MakePdfWhenEditionFrozen, RemoveExportsWhenMunicipalityRemoved, RemoveExportsWhenPersonErased];

/** What reports are assembled by. */
const assembling = [StandingReader, ReportFactsReader, ReportIndicatorsReader, ChartDrawer, ReportWriter, ReportAssembler, ReportAssemblyRepository];

/** What everybody may read. */
const publicReaders = [PublicPlaceReader, PublicStatusReader, PublicPageReader, PublicMeasureReader, PublicMeasureListReader, PublicIndicatorReader, DataCatalogueReader];

/** Files made of concepts. Needs the global modules of the platform (files included), of identity and of concept, and what participation needs. */
@Module({
  imports: [ParticipationModule],
  providers: [AdoptedFilePurpose, AdoptedFileReader, AdoptedFileRepository, DocumentExportRepository, DocumentExportReader, ContributionNotesReader, ExportDataSource, RequestExportCommand, DocumentRenderer, ExportMaker, ExportFilePurpose, ...assembling, ...processors, ...subscribers],
  exports: [RequestExportCommand, AdoptedFileReader, DocumentRenderer, DocumentExportReader, ExportDataSource, StandingReader, ReportAssemblyRepository, ...processors, ...subscribers],
})
export class ReportingModule {}

/** What the API adds. */
@Module({ imports: [ReportingModule, DecisionModule, ParticipationModule], providers: [InquiryReceiptReader, InquiryReceiptResolver, AssembleReportCommand, ReportAssemblyReader, ReportResolver, ReportAssemblyResolver, ...standingResolvers, AdoptedFileResolver, DocumentExportResolver, ...publicReaders], exports: publicReaders })
export class ReportingGraphqlModule {}

/** What the worker runs, and which events this context publishes. */
export const reportingWorkerParts: WorkerParts = { context: 'reporting', processors, subscribers, publishes: [exportRequested] as readonly EventContract[] };
