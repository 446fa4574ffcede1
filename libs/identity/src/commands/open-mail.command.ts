import { Inject, Injectable } from '@nestjs/common';
import { mailOpened } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { notFound } from '../domain/identity.errors.js';
import { MailNoteRepository } from '../persistence/mail-note.repository.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { actingPerson } from './acting-person.js';

/** Lets an administrator read the text of one mail, and writes down that she did: it may hold a link that opens somebody's account. */
@Injectable()
export class OpenMailCommand {
  constructor(
    @Inject(MailNoteRepository) private readonly mails: MailNoteRepository,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @returns the mail's id @throws ApplicationError FORBIDDEN, NOT_FOUND */
  async execute(context: CommandContext, mailId: string): Promise<string> {
    const { municipalityId } = actingPerson(context.actor);
    await this.policy.require(context.actor, 'municipality.administer', { municipalityId });
    return this.work.run(context, async ({ tx, events }) => {
      if (!(await this.mails.exists(tx, municipalityId, mailId))) throw notFound();
      events.record(mailOpened, { municipalityId, aggregateType: 'mail', aggregateId: mailId, editionId: null, payload: { mailId } });
      return mailId;
    });
  }
}
