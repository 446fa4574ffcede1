export { DecisionGraphqlModule, DecisionModule, decisionWorkerParts } from './decision.module.js';
export { RecordResolutionCommand } from './commands/record-resolution.command.js';
export type { Resolution, ResolutionFacts, ResolutionResult } from './domain/resolution.js';
export { ResolutionReader } from './queries/resolution.reader.js';
