import { Global, Module } from '@nestjs/common';
import { indicatorAdded, indicatorChanged, indicatorReleased, indicatorRemoved, indicatorWithdrawn, observationRecorded, observationWithdrawn, suppressionThresholdSet } from '@konzeptwerkstatt/contracts';
import type { EventContract } from '@konzeptwerkstatt/contracts';
import { INDICATOR_DIRECTORY } from '@konzeptwerkstatt/concept';
import { FileImportsModule } from '@konzeptwerkstatt/platform-files';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { AddIndicatorCommand } from './commands/add-indicator.command.js';
import { AddStarterIndicatorsCommand } from './commands/add-starter-indicators.command.js';
import { EditIndicatorCommand } from './commands/edit-indicator.command.js';
import { IndicatorGate } from './commands/indicator.gate.js';
import { DecideObservationImportCommand } from './commands/observation-import/decide-observation-import.command.js';
import { StartObservationImportCommand } from './commands/observation-import/start-observation-import.command.js';
import { UndoObservationImportCommand } from './commands/observation-import/undo-observation-import.command.js';
import { WriteObservationImportCommand } from './commands/observation-import/write-observation-import.command.js';
import { LoadIndicatorsCommand } from './commands/load-indicators.command.js';
import { RecordObservationCommand } from './commands/record-observation.command.js';
import { ReleaseIndicatorCommand } from './commands/release-indicator.command.js';
import { RemoveIndicatorCommand } from './commands/remove-indicator.command.js';
import { SetSuppressionThresholdCommand } from './commands/set-suppression-threshold.command.js';
import { IndicatorFile } from './files/indicator.file.js';
import { ActivityIndicatorResolver, GapIndicatorResolver, GoalIndicatorsResolver, MeasureIndicatorsResolver } from './graphql/concept-object.resolver.js';
import { IndicatorComparisonResolver } from './graphql/indicator-comparison.resolver.js';
import { IndicatorReleaseResolver } from './graphql/indicator-release.resolver.js';
import { IndicatorPlaceResolver, IndicatorRemovalResolver } from './graphql/indicator-removal.resolver.js';
import { IndicatorResolver } from './graphql/indicator.resolver.js';
import { MonitoringOverviewResolver } from './graphql/monitoring-overview.resolver.js';
import { MonitoringMutationResolver } from './graphql/monitoring.mutation.resolver.js';
import { ObservationImportResolver } from './graphql/observation-import/observation-import.resolver.js';
import { StatisticsPlanResolver } from './graphql/observation-import/statistics-plan.resolver.js';
import { ObservationResolver } from './graphql/observation.resolver.js';
import { OverdueWorkResolver } from './graphql/overdue-work.resolver.js';
import { SourceResolver } from './graphql/source.resolver.js';
import { StatisticsFilePurpose } from './files/statistics-file.purpose.js';
import { NotifyOverdueValuesProcessor } from './jobs/notify-overdue-values.processor.js';
import { ObservationImportKind } from './jobs/observation-import.kind.js';
import { ImportedValueRepository } from './persistence/imported-value.repository.js';
import { IndicatorReleaseRepository } from './persistence/indicator-release.repository.js';
import { IndicatorRepository } from './persistence/indicator.repository.js';
import { MonitoringSettingsRepository } from './persistence/monitoring-settings.repository.js';
import { ObservationImportRepository } from './persistence/observation-import.repository.js';
import { ObservationRepository } from './persistence/observation.repository.js';
import { RegionRepository } from './persistence/region.repository.js';
import { StatisticsSurroundingsRepository } from './persistence/statistics-surroundings.repository.js';
import { IndicatorDirectoryReader } from './queries/indicator-directory.reader.js';
import { IndicatorWithoutDataGapSource } from './queries/indicator-without-data.gap-source.js';
import { IndicatorReader } from './queries/indicator.reader.js';
import { IndicatorUseReader } from './queries/indicator-use.reader.js';
import { IndicatorSheetReader } from './queries/indicator-sheet.reader.js';
import { ObservationImportDataSource } from './queries/observation-import-data.source.js';
import { ObservationImportReader } from './queries/observation-import.reader.js';
import { ObservationReader } from './queries/observation.reader.js';
import { OverdueIndicatorReader } from './queries/overdue-indicator.reader.js';
import { IndicatorComparisonReader } from './queries/indicator-comparison.reader.js';
import { ReleasedIndicatorReader } from './queries/released-indicator.reader.js';
import { ShareCheckReader } from './queries/share-check.reader.js';
import { SuppressionReader } from './queries/suppression.reader.js';
import { ForgetObservationImportsWhenPersonErased } from './subscribers/forget-observation-imports-when-person-erased.subscriber.js';
import { RemoveIndicatorsWhenMunicipalityRemoved } from './subscribers/remove-indicators-when-municipality-removed.subscriber.js';

const repositories = [IndicatorReleaseRepository, IndicatorRepository, MonitoringSettingsRepository, ObservationRepository, RegionRepository, ImportedValueRepository, ObservationImportRepository, StatisticsSurroundingsRepository];
const readers = [IndicatorReader, IndicatorUseReader, IndicatorSheetReader, ObservationReader, OverdueIndicatorReader, SuppressionReader, ReleasedIndicatorReader, IndicatorComparisonReader, ShareCheckReader, IndicatorDirectoryReader, IndicatorWithoutDataGapSource, ObservationImportReader, ObservationImportDataSource];
const commands = [IndicatorGate, AddIndicatorCommand, AddStarterIndicatorsCommand, EditIndicatorCommand, RecordObservationCommand, ReleaseIndicatorCommand, RemoveIndicatorCommand, SetSuppressionThresholdCommand, LoadIndicatorsCommand];
const imports = [StartObservationImportCommand, DecideObservationImportCommand, WriteObservationImportCommand, UndoObservationImportCommand, ObservationImportKind, StatisticsFilePurpose];
const processors = [NotifyOverdueValuesProcessor];
const subscribers = [RemoveIndicatorsWhenMunicipalityRemoved, ForgetObservationImportsWhenPersonErased];

/**
 * Indicators, their definitions and values. Global, because concept asks it which indicators exist
 * (INDICATOR_DIRECTORY); the app joins its IndicatorWithoutDataGapSource into concept's GAP_SOURCES. Needs the global
 * modules of the platform, IdentityModule, ConceptModule and NOTIFIER (notification).
 */
@Global()
@Module({
  imports: [FileImportsModule],
  providers: [...repositories, ...readers, ...commands, ...imports, ...processors, ...subscribers, { provide: INDICATOR_DIRECTORY, useExisting: IndicatorDirectoryReader }],
  exports: [...readers, ...commands, ...imports, ...processors, ...subscribers, INDICATOR_DIRECTORY],
})
export class MonitoringModule {}

/** What the API adds: indicators, values, and the indicators of goals, measures, gaps and activities. */
@Module({
  imports: [MonitoringModule],
  providers: [IndicatorResolver, IndicatorReleaseResolver, IndicatorRemovalResolver, IndicatorPlaceResolver, IndicatorComparisonResolver, ObservationResolver, ObservationImportResolver, StatisticsPlanResolver, MonitoringMutationResolver, MeasureIndicatorsResolver, GoalIndicatorsResolver, ActivityIndicatorResolver, GapIndicatorResolver, MonitoringOverviewResolver, IndicatorFile, SourceResolver, OverdueWorkResolver],
})
export class MonitoringGraphqlModule {}

/** What the worker runs, and which events this context publishes. */
export const monitoringWorkerParts: WorkerParts = { context: 'monitoring', processors, subscribers, publishes: [indicatorAdded, indicatorChanged, indicatorReleased, indicatorRemoved, indicatorWithdrawn, observationRecorded, observationWithdrawn, suppressionThresholdSet] as readonly EventContract[] };
