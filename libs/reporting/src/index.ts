export { ReportingGraphqlModule, ReportingModule, reportingWorkerParts } from './reporting.module.js';
export { DocumentRenderer } from './rendering/document-renderer.js';
export type { RenderingAnswer, RenderingTask } from './rendering/rendering.task.js';
