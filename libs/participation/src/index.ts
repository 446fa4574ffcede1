export { ParticipationModule, ParticipationGraphqlModule, participationWorkerParts } from './participation.module.js';
export { SubmitContributionCommand } from './commands/submit-contribution.command.js';
export type { WantedContribution } from './commands/submit-contribution.command.js';
export { LoadContributionsCommand } from './commands/load-contributions.command.js';
export type { LoadedContribution, LoadedResponse } from './commands/load-contributions.command.js';
export { PARTICIPATION_ERROR_CODES } from './domain/participation.errors.js';
export type { ParticipationErrorCode } from './domain/participation.errors.js';
export { ContributionDataSource, ReplyDataSource } from './queries/personal-data.sources.js';
