export { loadDemonstration } from './load-demonstration.js';
export type { Container, LoadingOutcome, LoadingProgress } from './load-demonstration.js';
