import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { personalDataExported } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { PersonalDataReader, type PersonalData } from '../queries/personal-data.reader.js';
import { actingPerson } from './acting-person.js';

/** Gives a person everything that is kept of her, and notes that she took it along. */
@Injectable()
export class ExportPersonalDataCommand {
  constructor(
    @Inject(PersonalDataReader) private readonly reader: PersonalDataReader,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  async execute(actor: Actor): Promise<PersonalData> {
    const { personId, municipalityId } = actingPerson(actor);
    await this.work.run({ actor }, async ({ events }) => {
      events.record(personalDataExported, { municipalityId, aggregateType: 'person', aggregateId: personId, editionId: null, payload: { personId } });
      return null;
    });
    return this.reader.read(personId);
  }
}
