import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { editionCreated, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { MunicipalityRepository } from '../persistence/municipality.repository.js';

type EditionCreated = z.infer<typeof editionCreated.schema>;

/** A municipality with a concept to write in is set up. */
@Injectable()
export class EndSetupWhenEditionCreated implements Subscriber<EditionCreated> {
  readonly name = 'end-setup-when-edition-created';
  readonly event = editionCreated;

  constructor(@Inject(MunicipalityRepository) private readonly municipalities: MunicipalityRepository) {}

  async handle(tx: Transaction, { municipalityId }: EventEnvelope<EditionCreated>): Promise<void> {
    await this.municipalities.endSetup(tx, municipalityId);
  }
}
