import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { ConceptReader, MeasurePartyReader } from '@konzeptwerkstatt/concept';
import type { NumberedMeasure } from '@konzeptwerkstatt/concept';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { unaskedParties } from '../../domain/inquiry/unasked-party.policy.js';
import type { UnaskedParty } from '../../domain/inquiry/unasked-party.policy.js';
import { PartyAnswerRepository } from '../../persistence/inquiry/party-answer.repository.js';
import { InquiryGate } from './inquiry.gate.js';

interface EditionPlace {
  readonly municipalityId: string;
  readonly editionId: string;
}

/** Reads which parties of measures are still to be asked. */
@Injectable()
export class UnaskedPartyReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(InquiryGate) private readonly gate: InquiryGate,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(MeasurePartyReader) private readonly parties: MeasurePartyReader,
    @Inject(PartyAnswerRepository) private readonly answers: PartyAnswerRepository,
  ) {}

  /** Of an edition, in the order of its texts; none for those who do not run its inquiries. */
  async ofEdition(actor: Actor | null, place: EditionPlace): Promise<UnaskedParty[]> {
    return (await this.gate.mayManage(actor, place.editionId)) ? this.ofMeasures(place, await this.concepts.allMeasuresOf(place)) : [];
  }

  /** Of measures of one edition; organisations that are gone are left out. Rights are the caller's question. */
  async ofMeasures({ municipalityId, editionId }: EditionPlace, measures: readonly NumberedMeasure[], tx: Transaction = this.database.client): Promise<UnaskedParty[]> {
    const parties = await this.parties.ofMeasures(measures, tx);
    const asked = new Set((await this.answers.findAsked(tx, municipalityId, editionId)).map(({ measureId, organisationId }) => `${measureId}/${organisationId}`));
    const open = unaskedParties(measures.map(({ id }) => id), parties, ({ measureId, organisationId }) => asked.has(`${measureId}/${organisationId}`));
    const present = await this.identity.existingOrganisations(tx, municipalityId, [...new Set(open.map(({ organisationId }) => organisationId))]);
    return open.filter(({ organisationId }) => present.has(organisationId));
  }
}
