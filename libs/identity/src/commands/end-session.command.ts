import { Inject, Injectable } from '@nestjs/common';
import { sessionEnded } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { notFound } from '../domain/identity.errors.js';
import { ProviderSessionRepository } from '../persistence/provider-session.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { actingPerson } from './acting-person.js';

/** Ends one of the actor's own sessions, wherever it is: its sockets close within two seconds. */
@Injectable()
export class EndSessionCommand {
  constructor(
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(ProviderSessionRepository) private readonly providerSessions: ProviderSessionRepository,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @param credentialId of the request: a session that a provider opened ends itself only @throws ApplicationError NOT_FOUND when it is not hers or has ended already */
  async execute(context: CommandContext, sessionId: string, credentialId: string | null): Promise<string> {
    const { personId, municipalityId } = actingPerson(context.actor);
    if (sessionId !== credentialId && (await this.providerSessions.find(credentialId))) throw notFound();
    return this.work.run(context, async ({ tx, events }) => {
      if (!(await this.sessions.end(tx, personId, sessionId))) throw notFound();
      await this.providerSessions.forget(tx, sessionId);
      events.record(sessionEnded, { municipalityId, aggregateType: 'session', aggregateId: sessionId, editionId: null, payload: { sessionId } });
      await sendWakeUp(tx, { kind: 'access', personId, municipalityId: null });
      return sessionId;
    });
  }
}
