import { Inject, Injectable } from '@nestjs/common';
import { personMailLanguageSet } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { languageInvalid } from '../domain/identity.errors.js';
import { MAIL_LANGUAGES } from '../domain/mail-texts/mail-text.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { actingPerson } from './acting-person.js';

/** Says in which language mails are written to oneself, from whatever municipality. */
@Injectable()
export class SetMailLanguageCommand {
  constructor(
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @throws ValidationError LANGUAGE_INVALID */
  async run(context: CommandContext, wanted: string): Promise<void> {
    const { personId, municipalityId } = actingPerson(context.actor);
    const language = MAIL_LANGUAGES.find((known) => known === wanted);
    if (language === undefined) throw languageInvalid();
    await this.work.run(context, async ({ tx, events }) => {
      await this.persons.setLocale(tx, personId, language);
      events.record(personMailLanguageSet, { municipalityId, aggregateType: 'person', aggregateId: personId, editionId: null, payload: { personId, language } });
      return null;
    });
  }
}
