import { Module } from '@nestjs/common';
import { resolutionPaperAttached, resolutionRecorded } from '@konzeptwerkstatt/contracts';
import type { EventContract } from '@konzeptwerkstatt/contracts';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { AttachResolutionPaperCommand } from './commands/attach-resolution-paper.command.js';
import { RecordResolutionCommand } from './commands/record-resolution.command.js';
import { ResolutionFilePurpose } from './files/resolution-file.purpose.js';
import { ResolutionResolver } from './graphql/resolution.resolver.js';
import { ResolutionRepository } from './persistence/resolution.repository.js';
import { ResolutionReader } from './queries/resolution.reader.js';
import { RemoveResolutionsWhenMunicipalityRemoved } from './subscribers/remove-resolutions-when-municipality-removed.subscriber.js';

const subscribers = [RemoveResolutionsWhenMunicipalityRemoved];

/** What bodies resolved on editions. Needs the global modules of the platform (files included), of identity and of concept. */
@Module({
  providers: [ResolutionRepository, ResolutionReader, RecordResolutionCommand, AttachResolutionPaperCommand, ResolutionFilePurpose, ...subscribers],
  exports: [RecordResolutionCommand, AttachResolutionPaperCommand, ResolutionReader, ...subscribers],
})
export class DecisionModule {}

/** What the API adds. */
@Module({ imports: [DecisionModule], providers: [ResolutionResolver] })
export class DecisionGraphqlModule {}

/** What the worker runs, and which events this context publishes. */
export const decisionWorkerParts: WorkerParts = { context: 'decision', processors: [], subscribers, publishes: [resolutionRecorded, resolutionPaperAttached] as readonly EventContract[] };
