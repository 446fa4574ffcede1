import { DocumentFrozenError, VersionsFullError } from '@konzeptwerkstatt/contracts';
import { conceptError } from '../domain/concept.errors.js';

/** Runs what keeps a version; what stands against it becomes an expected failure. @throws ValidationError EDITION_FROZEN, VERSIONS_FULL */
export async function refusingVersions<T>(keep: () => Promise<T>): Promise<T> {
  try {
    return await keep();
  } catch (error) {
    if (error instanceof DocumentFrozenError) throw conceptError('EDITION_FROZEN', []);
    if (error instanceof VersionsFullError) throw conceptError('VERSIONS_FULL', []);
    throw error;
  }
}
