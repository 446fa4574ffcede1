import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { AdoptedContent } from '../domain/adopted-content.js';
import { AdoptedEditionRepository } from '../persistence/adopted-edition.repository.js';
import { ConceptNumbersReader } from './concept-numbers.reader.js';
import type { EditionRecord } from './edition.reader.js';
import { withoutDeclined } from '../domain/measure-party.js';
import type { AdoptedMeasure } from '../domain/adopted-content.js';
import { MeasurePartyReader } from './measure-party.reader.js';
import { EditionTextsReader } from './edition-texts.reader.js';

/** What is adopted, with the numbers that it fixes. */
export interface ReadContent {
  readonly content: AdoptedContent;
  readonly hash: string;
}

/** SHA-256 over content as canonical JSON, hexadecimal: whoever has the content can compute it again. */
export function hashOfContent(content: AdoptedContent): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Reads all that an edition says at the moment of its adoption, inside the transaction that freezes it. */
@Injectable()
export class AdoptedContentReader {
  constructor(
    private readonly numbers: ConceptNumbersReader,
    private readonly texts: EditionTextsReader,
    private readonly adopted: AdoptedEditionRepository,
    private readonly parties: MeasurePartyReader,
  ) {}

  /** Fixes the numbers first: they are part of what is read. @param edition with the moment of its adoption */
  async fixAndRead(tx: Transaction, edition: EditionRecord): Promise<ReadContent> {
    const { municipalityId, editionId } = edition;
    await this.adopted.fixNumbers(tx, municipalityId, await this.numbers.findByEdition(editionId, tx));
    const document = await this.texts.read(tx, edition, { sectionId: null, organisationId: null, hasMeasureTable: true });
    const [goals, measures] = [await this.adopted.findGoals(tx, municipalityId, editionId), await this.measuresWithParties(tx, municipalityId, editionId)];
    // As it is kept: what JSON leaves out must not count.
    const content = JSON.parse(JSON.stringify({ format: 1, document, goals, measures })) as AdoptedContent;
    return { content, hash: hashOfContent(content) };
  }

  /** Nobody is written down as a party without having been asked: who declined is left out, who has not answered is named as such. */
  private async measuresWithParties(tx: Transaction, municipalityId: string, editionId: string): Promise<AdoptedMeasure[]> {
    const measures = await this.adopted.findMeasures(tx, municipalityId, editionId);
    const parties = await this.parties.ofMeasures(measures, tx);
    return measures.map((measure) => {
      const own = parties.get(measure.id) ?? [];
      return { ...withoutDeclined(measure, own), unconfirmedIds: [...new Set(own.filter(({ state }) => state === 'proposed').map(({ organisationId }) => organisationId))].toSorted() };
    });
  }
}
