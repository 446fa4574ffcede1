import { Global, Module } from '@nestjs/common';
import { indicatorAdded, indicatorChanged, observationRecorded, suppressionThresholdSet } from '@konzeptwerkstatt/contracts';
import type { EventContract } from '@konzeptwerkstatt/contracts';
import { INDICATOR_DIRECTORY } from '@konzeptwerkstatt/concept';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { AddIndicatorCommand } from './commands/add-indicator.command.js';
import { AddStarterIndicatorsCommand } from './commands/add-starter-indicators.command.js';
import { EditIndicatorCommand } from './commands/edit-indicator.command.js';
import { IndicatorGate } from './commands/indicator.gate.js';
import { LoadIndicatorsCommand } from './commands/load-indicators.command.js';
import { RecordObservationCommand } from './commands/record-observation.command.js';
import { SetSuppressionThresholdCommand } from './commands/set-suppression-threshold.command.js';
import { IndicatorFile } from './files/indicator.file.js';
import { ActivityIndicatorResolver, GapIndicatorResolver, GoalIndicatorsResolver, MeasureIndicatorsResolver } from './graphql/concept-object.resolver.js';
import { IndicatorResolver } from './graphql/indicator.resolver.js';
import { MonitoringOverviewResolver } from './graphql/monitoring-overview.resolver.js';
import { MonitoringMutationResolver } from './graphql/monitoring.mutation.resolver.js';
import { ObservationResolver } from './graphql/observation.resolver.js';
import { SourceResolver } from './graphql/source.resolver.js';
import { IndicatorRepository } from './persistence/indicator.repository.js';
import { MonitoringSettingsRepository } from './persistence/monitoring-settings.repository.js';
import { ObservationRepository } from './persistence/observation.repository.js';
import { RegionRepository } from './persistence/region.repository.js';
import { IndicatorDirectoryReader } from './queries/indicator-directory.reader.js';
import { IndicatorWithoutDataGapSource } from './queries/indicator-without-data.gap-source.js';
import { IndicatorReader } from './queries/indicator.reader.js';
import { ObservationReader } from './queries/observation.reader.js';
import { SuppressionReader } from './queries/suppression.reader.js';
import { RemoveIndicatorsWhenMunicipalityRemoved } from './subscribers/remove-indicators-when-municipality-removed.subscriber.js';

const repositories = [IndicatorRepository, MonitoringSettingsRepository, ObservationRepository, RegionRepository];
const readers = [IndicatorReader, ObservationReader, SuppressionReader, IndicatorDirectoryReader, IndicatorWithoutDataGapSource];
const commands = [IndicatorGate, AddIndicatorCommand, AddStarterIndicatorsCommand, EditIndicatorCommand, RecordObservationCommand, SetSuppressionThresholdCommand, LoadIndicatorsCommand];
const subscribers = [RemoveIndicatorsWhenMunicipalityRemoved];

/**
 * Indicators, their definitions and values. Global, because concept asks it which indicators exist
 * (INDICATOR_DIRECTORY); the app joins its IndicatorWithoutDataGapSource into concept's GAP_SOURCES. Needs the global
 * modules of the platform, IdentityModule and ConceptModule.
 */
@Global()
@Module({
  providers: [...repositories, ...readers, ...commands, ...subscribers, { provide: INDICATOR_DIRECTORY, useExisting: IndicatorDirectoryReader }],
  exports: [...readers, ...commands, ...subscribers, INDICATOR_DIRECTORY],
})
export class MonitoringModule {}

/** What the API adds: indicators, values, and the indicators of goals, measures, gaps and activities. */
@Module({
  imports: [MonitoringModule],
  providers: [IndicatorResolver, ObservationResolver, MonitoringMutationResolver, MeasureIndicatorsResolver, GoalIndicatorsResolver, ActivityIndicatorResolver, GapIndicatorResolver, MonitoringOverviewResolver, IndicatorFile, SourceResolver],
})
export class MonitoringGraphqlModule {}

/** What the worker runs, and which events this context publishes. */
export const monitoringWorkerParts: WorkerParts = { context: 'monitoring', processors: [], subscribers, publishes: [indicatorAdded, indicatorChanged, observationRecorded, suppressionThresholdSet] as readonly EventContract[] };
