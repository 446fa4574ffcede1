import { ApplicationError } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { FileStore } from '@konzeptwerkstatt/platform-files';
import { decisionError } from '../domain/decision.errors.js';
import { keptByResolution, RESOLUTION_PURPOSE } from './resolution-file.purpose.js';

/**
 * Keeps a paper that the actor has uploaded with its resolution.
 * @throws ValidationError FILE_GONE
 */
export async function keepPaper(tx: Transaction, files: FileStore, actor: Actor, paper: { readonly municipalityId: string; readonly fileId: string; readonly resolutionId: string }): Promise<void> {
  if (actor.personId === null) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
  const { municipalityId, fileId, resolutionId } = paper;
  const kept = await files.keep(tx, { id: fileId, municipalityId, purpose: RESOLUTION_PURPOSE, uploadedBy: actor.personId, keptBy: keptByResolution(resolutionId) });
  if (kept === null) throw decisionError('FILE_GONE', ['fileId']);
}
