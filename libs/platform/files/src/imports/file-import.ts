import { ApplicationError } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { FileImportRepository } from './file-import.repository.js';

/** So many times the same step is tried, also when it ends its worker each time. */
export const MAX_IMPORT_ATTEMPTS = 5;

/** So many days an import can be looked up, and taken back where that goes. */
export const IMPORT_KEPT_DAYS = 30;

/** A file that somebody brought to become something else: what every kind of import has. */
export interface FileImport {
  readonly id: string;
  readonly municipalityId: string;
  /** The person as whom everything is written. */
  readonly requestedBy: string;
  readonly actingOrganisationId: string | null;
  readonly fileId: string;
  readonly fileName: string;
  /** Begun steps since the last decision. */
  readonly attempts: number;
}

/** What jobs do with an import: `waiting` ones are read, `applying` ones taken over. */
export type ImportStep = 'waiting' | 'applying';

/** What of an import is known when it begins. */
export type NewFileImport = Omit<FileImport, 'attempts'>;

/** Codes that every kind of import has: its file could not be opened; it could not be finished in five tries. */
export type CommonImportProblem = 'not_readable' | 'broke_off';

/**
 * A kind of import, declared by a context. `waiting` imports are read, then they are `ready` and wait for a decision of their owner; `applying` ones are taken over.
 * Both steps are jobs, found again when they were lost, and given up after five tries. Registered in `onModuleInit`.
 */
export interface FileImportKind<Import extends FileImport = FileImport, Problem extends string = string> {
  /** `context.noun-import`; what its file is kept by begins so. */
  readonly name: string;
  /** Name of the FilePurpose under which its file is uploaded. */
  readonly purpose: string;
  readonly imports: FileImportRepository<Import, Problem>;
  /** A step is begun, and one that is at work has said something, within so many milliseconds; a false alarm repeats nothing. */
  readonly quietMs: number;
  /** Reads what was brought and notes it as `ready`. @returns what is wrong with the file, or null */
  read(begun: Import, content: Buffer): Promise<Problem | null>;
  /** Takes over what was decided; what is done already is not done again. @param signal aborted when the job's time is over */
  apply(begun: Import, signal: AbortSignal): Promise<void>;
  /** What an error of `apply` that trying again does not mend is called; null for all others. */
  problemOf(error: unknown): Problem | null;
}

/** What the file of an import is kept by. */
export const keptByImport = ({ name }: Pick<FileImportKind, 'name'>, id: string): string => `${name}/${id}`;

/** The person as whom everything is written. */
export function actorOfImport({ requestedBy, actingOrganisationId, municipalityId }: Pick<FileImport, 'requestedBy' | 'actingOrganisationId' | 'municipalityId'>): Actor {
  return { kind: 'person', personId: requestedBy, guestId: null, organisationId: actingOrganisationId, gatheringId: null, municipalityId };
}

/** Whether what is written to is gone, or the right to it. */
export function isNotAllowed(error: unknown): boolean {
  return error instanceof ApplicationError && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND');
}
