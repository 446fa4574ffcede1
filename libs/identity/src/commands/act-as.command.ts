import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { notASession, unknownOrganisation } from '../domain/identity.errors.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { actingPerson } from './acting-person.js';

/** Lets a session go on for another organisation of its person. */
@Injectable()
export class ActAsCommand {
  constructor(
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * @param organisationId raw id
   * @throws ValidationError UNKNOWN_ORGANISATION when the person does not belong to it; NOT_A_SESSION for API tokens, which
   * stand for one organisation for good
   */
  async execute(context: CommandContext, sessionId: string, organisationId: string): Promise<string> {
    const { personId } = actingPerson(context.actor);
    const acting = (await this.persons.findMemberships(personId)).find((membership) => membership.organisationId === organisationId);
    if (!acting) throw unknownOrganisation();
    return this.work.run(context, async ({ tx }) => {
      if (!(await this.sessions.actAs(tx, personId, sessionId, acting))) throw notASession();
      await sendWakeUp(tx, { kind: 'access', personId, municipalityId: null });
      return organisationId;
    });
  }
}
