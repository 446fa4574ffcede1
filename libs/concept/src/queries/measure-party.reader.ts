import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { PartiesInDocument } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { partiesOf } from '../domain/measure-party.js';
import type { MeasureParty } from '../domain/measure-party.js';
import { MeasurePartyRepository } from '../persistence/measure-party.repository.js';

interface Measure {
  readonly id: string;
  readonly leadOrganisationId: string | null;
  readonly partnerIds: readonly string[];
}

/** Joins those whom texts name as parties of measures with what they have said. Whoever calls it has asked the access policy. */
@Injectable()
export class MeasurePartyReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly parties: MeasurePartyRepository,
  ) {}

  /** The parties of measures by measure id, in one statement. */
  async ofMeasures(measures: readonly Measure[], tx: Transaction = this.database.client): Promise<ReadonlyMap<string, readonly MeasureParty[]>> {
    const rows = await this.parties.findByMeasures(tx, measures.map(({ id }) => id));
    const answers = new Map(rows.map((row) => [`${row.measureId}/${row.organisationId}`, row]));
    return new Map(measures.map((measure) => [measure.id, partiesOf(measure, (organisationId) => answers.get(`${measure.id}/${organisationId}`) ?? null)]));
  }

  /** What a document of an edition says about them. @param isFinal whether it says what was adopted */
  async inDocument(tx: Transaction, { municipalityId, editionId }: { readonly municipalityId: string; readonly editionId: string }, isFinal: boolean): Promise<PartiesInDocument> {
    const rows = await this.parties.findByEdition(tx, municipalityId, editionId);
    const answers = new Map(rows.map((row) => [`${row.blockId}/${row.organisationId}`, row]));
    return { answerOf: (blockId, organisationId) => answers.get(`${blockId}/${organisationId}`) ?? null, isFinal };
  }
}
