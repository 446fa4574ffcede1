import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { contributionMailsSet } from '@konzeptwerkstatt/contracts';
import type { Transaction as OutboxTransaction } from '@konzeptwerkstatt/contracts';
import { IdentityReader, mailLanguage } from '@konzeptwerkstatt/identity';
import { APP_CONFIG } from '@konzeptwerkstatt/platform-config';
import type { AppConfig } from '@konzeptwerkstatt/platform-config';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { addressForPeople, MailOutbox } from '@konzeptwerkstatt/platform-mail';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { contributionMail } from './contribution.mail.js';
import type { ContributionNews } from './contribution.mail.js';
import type { Contribution } from '../domain/contribution.js';
import { MailStopRepository } from '../persistence/mail-stop.repository.js';

/** Writes mails to contributors, in the transaction of whoever tells of the event: with its inbox row each event has one effect. */
@Injectable()
export class ContributionMails {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(MailOutbox) private readonly mails: MailOutbox,
    @Inject(MailStopRepository) private readonly stops: MailStopRepository,
  ) {}

  /**
   * One mail to each contributor, about the first of her contributions; none to who wants none or has no account any more.
   * Of how measures stand a person is told at most once in 24 hours: the next change within them goes into no mail, it stands in the application.
   */
  async tell(tx: OutboxTransaction, news: ContributionNews, contributions: readonly Contribution[]): Promise<void> {
    const personIds = [...new Set(contributions.flatMap(({ contributorId }) => contributorId ?? []))];
    if (personIds.length === 0) return;
    const stopped = await this.stops.among(tx, personIds);
    for (const { personId, email, name, language: wanted } of await this.identity.addressees(tx, personIds.filter((id) => !stopped.has(id)))) {
      const contribution = contributions.find(({ contributorId }) => contributorId === personId);
      const municipality = contribution === undefined ? null : await this.identity.municipality(contribution.municipalityId);
      if (contribution === undefined || municipality === null) continue;
      const language = mailLanguage(wanted);
      const address = addressForPeople(this.config, `/rueckmeldungen/${contribution.id}`);
      const mail = { municipalityId: municipality.id, recipient: email, kind: `participation.${news}`, language, ...contributionMail(language, news, { name, municipality: municipality.name, address }) };
      await (news === 'status' ? this.mails.writeOncePerDay(tx, mail) : this.mails.write(tx, mail));
    }
  }
}

/** Says whether one wants mails about one's contributions. */
@Injectable()
export class SetContributionMailsCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(MailStopRepository) private readonly stops: MailStopRepository,
  ) {}

  /** @throws ApplicationError FORBIDDEN for who has no account */
  async run(context: CommandContext, isWanted: boolean): Promise<boolean> {
    const { personId, municipalityId } = context.actor;
    if (personId === null || municipalityId === null) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.stops.set(tx, personId, isWanted);
      events.record(contributionMailsSet, { municipalityId, editionId: null, aggregateType: 'person', aggregateId: personId, payload: { isWanted } });
      return isWanted;
    });
  }
}
