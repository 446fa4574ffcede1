export { ReportingGraphqlModule, ReportingModule, reportingWorkerParts } from './reporting.module.js';
export { PublicPageReader } from './public/public-page.reader.js';
export type { PublicPage } from './public/public-page.reader.js';
export { DocumentRenderer } from './rendering/document-renderer.js';
export type { RenderingAnswer, RenderingTask } from './rendering/rendering.task.js';
export { ExportDataSource } from './queries/personal-data.source.js';
