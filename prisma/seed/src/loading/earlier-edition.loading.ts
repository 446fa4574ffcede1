import { SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import type { FreezeEditionCommand, PublishEditionCommand } from '@konzeptwerkstatt/concept';
import type { RecordResolutionCommand } from '@konzeptwerkstatt/decision';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import type { EarlierEditionContent } from '../content/city-content.js';

/** What adopting works with. */
export interface AdoptingCommands {
  readonly recordResolution: RecordResolutionCommand;
  readonly freezeEdition: FreezeEditionCommand;
  readonly publishEdition: PublishEditionCommand;
}

/**
 * Adopts and publishes an edition as the body did, with text, rows, numbers and hash. The events that follow make its PDF, as after every adoption; that it is frozen already
 * when the resolution is delivered changes nothing.
 */
export async function adoptEarlierEdition(unit: Unit<Transaction>, commands: AdoptingCommands, { edition, resolution }: EarlierEditionContent, place: { readonly municipalityId: string; readonly editionId: string }): Promise<void> {
  const { municipalityId } = place;
  await commands.recordResolution.record(unit, { ...place, facts: resolution, fileId: null });
  await commands.freezeEdition.run(unit, place, SYSTEM_ACTOR);
  const municipality = await unit.tx.municipality.findUniqueOrThrow({ where: { id: municipalityId }, select: { id: true, ags: true, isExample: true } });
  await commands.publishEdition.open(unit, { ...place, title: edition.title, year: edition.year }, municipality);
}

/** The blocks of a section's measures by title. */
export async function measureBlocks(tx: Transaction, municipalityId: string, sectionId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.measure.findMany({ where: { municipalityId, sectionId }, select: { title: true, blockId: true } });
  return new Map(rows.map(({ title, blockId }) => [title, blockId]));
}
