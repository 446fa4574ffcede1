import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { GatheringReader } from '@konzeptwerkstatt/planning';
import type { GatheringRow } from '@konzeptwerkstatt/planning';
import { participationError } from '../domain/participation.errors.js';

/** A table of a gathering, with the section it is about. */
export interface TablePlace {
  readonly gathering: GatheringRow;
  readonly tableId: string;
  readonly sectionId: string;
  readonly editionId: string;
}

/** Finds the table a card is written at. Rights are the caller's question. */
@Injectable()
export class TablePlaceFinder {
  constructor(
    @Inject(GatheringReader) private readonly gatherings: GatheringReader,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
  ) {}

  /** In the actor's municipality. @throws ApplicationError NOT_FOUND; ValidationError UNKNOWN_SECTION */
  async find({ municipalityId }: Actor, tableId: string): Promise<TablePlace> {
    const table = municipalityId === null ? null : await this.gatherings.findTable(municipalityId, tableId);
    const gathering = table === null ? null : await this.gatherings.findById(table.municipalityId, table.gatheringId);
    if (table === null || gathering === null) throw notFound();
    const [section] = await this.concepts.sectionsByIds([table.sectionId]);
    if (section === undefined) throw participationError('UNKNOWN_SECTION', ['tableId']);
    return { gathering, tableId, sectionId: table.sectionId, editionId: section.editionId };
  }
}
