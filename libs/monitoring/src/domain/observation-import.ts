import type { StatisticsReading } from './statistics-file/statistics-reading.js';
import type { StatisticsSheet } from './statistics-file/statistics-sheet.js';

/** The kind of import, as jobs and stored files name it, and the purpose under which its file is uploaded. */
export const [OBSERVATION_IMPORT, STATISTICS_FILE_PURPOSE] = ['monitoring.observation-import', 'monitoring.statistics-file'] as const;

/** `ready`: read, waits for a decision; `applying`, `done`: its values are being, or are, written; `undone`: what stood before them stands again. */
export const OBSERVATION_IMPORT_STATES = ['waiting', 'ready', 'applying', 'done', 'undone', 'failed'] as const;
export type ObservationImportState = (typeof OBSERVATION_IMPORT_STATES)[number];

/** Why a file could not be read or taken over; `changed_meanwhile`: it waits for a decision once more. */
export const OBSERVATION_IMPORT_PROBLEMS = ['not_readable', 'named_otherwise', 'too_many_rows', 'empty', 'macros', 'not_allowed', 'broke_off', 'changed_meanwhile'] as const;
export type ObservationImportProblem = (typeof OBSERVATION_IMPORT_PROBLEMS)[number];

/** A statistics file that somebody brought to become values of indicators. */
export interface ObservationImport {
  readonly id: string;
  readonly municipalityId: string;
  readonly requestedBy: string;
  readonly actingOrganisationId: string | null;
  readonly fileId: string;
  readonly fileName: string;
  readonly state: ObservationImportState;
  readonly attempts: number;
  readonly problem: ObservationImportProblem | null;
  /** How its text was written; null for a workbook, and until it is read. */
  readonly encoding: string | null;
  readonly hasFormulas: boolean;
  readonly reading: StatisticsReading | null;
  /** Fingerprint of the plan that was decided. */
  readonly decided: string | null;
  /** How many values it was decided to write, how many of them are written, and how many of those took the place of another. */
  readonly planned: number;
  readonly progress: number;
  readonly changed: number;
  readonly requestedAt: Date;
}

/** Whether others than its owner may open a file, who may record values: what waits for a decision is written in her name, what was taken over belongs to all. */
export const isOpenToOthers = ({ state }: Pick<ObservationImport, 'state'>): boolean => state === 'done' || state === 'undone';

/** What is read of a file. */
export interface ReadStatistics {
  readonly sheets: readonly StatisticsSheet[];
  readonly encoding: string | null;
  readonly hasFormulas: boolean;
}

/** An import in a list of those of a month. */
export type RecentObservationImport = Pick<ObservationImport, 'id' | 'fileName' | 'state' | 'requestedAt' | 'requestedBy' | 'actingOrganisationId' | 'planned'>;
