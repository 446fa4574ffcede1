import { Module } from '@nestjs/common';
import { exportRequested } from '@konzeptwerkstatt/contracts';
import type { EventContract } from '@konzeptwerkstatt/contracts';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { RequestExportCommand } from './commands/request-export.command.js';
import { DocumentExportResolver } from './graphql/document-export.resolver.js';
import { ExportFilePurpose } from './jobs/export-file.purpose.js';
import { ExportMaker } from './jobs/export.maker.js';
import { RenderExportProcessor } from './jobs/render-export.processor.js';
import { SweepExportsProcessor } from './jobs/sweep-exports.processor.js';
import { DocumentExportRepository } from './persistence/document-export.repository.js';
import { DocumentExportReader } from './queries/document-export.reader.js';
import { DocumentRenderer } from './rendering/document-renderer.js';
import { RemoveExportsWhenMunicipalityRemoved } from './subscribers/remove-exports-when-municipality-removed.subscriber.js';

const processors = [RenderExportProcessor, SweepExportsProcessor];
const subscribers = [RemoveExportsWhenMunicipalityRemoved];

/** Files made of concepts. Needs the global modules of the platform (files included), of identity and of concept. */
@Module({
  providers: [DocumentExportRepository, DocumentExportReader, RequestExportCommand, DocumentRenderer, ExportMaker, ExportFilePurpose, ...processors, ...subscribers],
  exports: [RequestExportCommand, DocumentExportReader, ...processors, ...subscribers],
})
export class ReportingModule {}

/** What the API adds. */
@Module({ imports: [ReportingModule], providers: [DocumentExportResolver] })
export class ReportingGraphqlModule {}

/** What the worker runs, and which events this context publishes. */
export const reportingWorkerParts: WorkerParts = { context: 'reporting', processors, subscribers, publishes: [exportRequested] as readonly EventContract[] };
