import { Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { compareMeasures } from '../domain/edition-comparison.policy.js';
import type { ComparedMeasure } from '../domain/edition-comparison.policy.js';
import { AdoptedEditionRepository } from '../persistence/adopted-edition.repository.js';
import { ConceptNumbersReader } from './concept-numbers.reader.js';
import { EditionReader } from './edition.reader.js';
import type { EditionRecord } from './edition.reader.js';

interface Place {
  readonly municipalityId: string;
  readonly editionId: string;
}

/** Reads how editions follow one another. Whoever calls it has asked the access policy for both. */
@Injectable()
export class EditionChainReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly rows: AdoptedEditionRepository,
    private readonly numbers: ConceptNumbersReader,
    private readonly editions: EditionReader,
  ) {}

  /** Editions that began as copies of one, the oldest first. */
  next(municipalityId: string, editionId: string): Promise<EditionRecord[]> {
    return this.editions.findNext(municipalityId, editionId);
  }

  /** What became of the measures of an edition in a later one. */
  async compare(before: Place, after: Place): Promise<ComparedMeasure[]> {
    const { client } = this.database;
    const [old, now, numbers] = await Promise.all([
      this.rows.findMeasures(client, before.municipalityId, before.editionId), this.rows.findMeasures(client, after.municipalityId, after.editionId),
      this.numbers.findByEditions([before.editionId, after.editionId]),
    ]);
    const numbered = <Row extends { readonly id: string }>({ editionId }: Place, rows: readonly Row[]): (Row & { number: string })[] => rows.map((row) => ({ ...row, number: numbers.get(editionId)?.get(row.id) ?? '' }));
    return compareMeasures(numbered(before, old), numbered(after, now));
  }
}
