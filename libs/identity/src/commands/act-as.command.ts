import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { notASession, otherMunicipality, unknownOrganisation } from '../domain/identity.errors.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { ProviderSessionRepository } from '../persistence/provider-session.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { actingPerson } from './acting-person.js';

/** Lets a session go on for another organisation of its person. */
@Injectable()
export class ActAsCommand {
  constructor(
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(ProviderSessionRepository) private readonly providerSessions: ProviderSessionRepository,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * @param organisationId raw id
   * @throws ValidationError UNKNOWN_ORGANISATION when the person does not belong to it; OTHER_MUNICIPALITY when a provider's sign-in does not reach there; NOT_A_SESSION for API tokens, which
   * stand for one organisation for good
   */
  async execute(context: CommandContext, sessionId: string, organisationId: string): Promise<string> {
    const { personId } = actingPerson(context.actor);
    const acting = (await this.persons.findMemberships(personId)).find((membership) => membership.organisationId === organisationId);
    if (!acting) throw unknownOrganisation();
    const bound = sessionId === '' ? null : await this.providerSessions.find(sessionId);
    if (bound && bound.municipalityId !== acting.municipalityId) throw otherMunicipality();
    return this.work.run(context, async ({ tx }) => {
      if (!(await this.sessions.actAs(tx, personId, sessionId, acting))) throw notASession();
      await sendWakeUp(tx, { kind: 'access', personId, municipalityId: null });
      return organisationId;
    });
  }
}
