import { Inject, Injectable } from '@nestjs/common';
import { mailReturned } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { mailNotSent, notFound } from '../domain/identity.errors.js';
import { MailNoteRepository } from '../persistence/mail-note.repository.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { actingPerson } from './acting-person.js';

/** Notes that a mail came back to the mailbox of the office, where no program reads. */
@Injectable()
export class NoteReturnedMailCommand {
  constructor(
    @Inject(MailNoteRepository) private readonly mails: MailNoteRepository,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @returns the mail's id @throws ValidationError MAIL_NOT_SENT; ApplicationError FORBIDDEN, NOT_FOUND */
  async execute(context: CommandContext, mailId: string): Promise<string> {
    const { municipalityId } = actingPerson(context.actor);
    await this.policy.require(context.actor, 'municipality.administer', { municipalityId });
    return this.work.run(context, async ({ tx, events }) => {
      if (!(await this.mails.exists(tx, municipalityId, mailId))) throw notFound();
      if (!(await this.mails.noteReturned(tx, municipalityId, mailId))) throw mailNotSent();
      events.record(mailReturned, { municipalityId, aggregateType: 'mail', aggregateId: mailId, editionId: null, payload: { mailId } });
      return mailId;
    });
  }
}
