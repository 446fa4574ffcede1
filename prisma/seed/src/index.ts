export { loadDemonstration } from './load-demonstration.js';
export type { Container, LoadingOutcome, LoadingProgress } from './load-demonstration.js';
export { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from './demonstration-accounts.js';
export type { DemonstrationAccount } from './demonstration-accounts.js';
