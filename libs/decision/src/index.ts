export { DecisionGraphqlModule, DecisionModule, decisionWorkerParts } from './decision.module.js';
export type { Resolution, ResolutionResult } from './domain/resolution.js';
export { ResolutionReader } from './queries/resolution.reader.js';
