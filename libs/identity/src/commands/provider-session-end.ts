import { Inject, Injectable } from '@nestjs/common';
import { sessionEnded } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, type Unit } from '@konzeptwerkstatt/platform-outbox';
import { ProviderSessionRepository } from '../persistence/provider-session.repository.js';

/** Ends sessions that a provider opened, within the unit of work of a command; their sockets close within two seconds. */
@Injectable()
export class ProviderSessionEnd {
  constructor(@Inject(ProviderSessionRepository) private readonly sessions: ProviderSessionRepository) {}

  /** @param which all of the facts must fit @returns how many ended */
  async end({ tx, events }: Unit<Transaction>, which: Parameters<ProviderSessionRepository['end']>[1]): Promise<number> {
    const ended = await this.sessions.end(tx, which);
    for (const { sessionId, municipalityId } of ended) events.record(sessionEnded, { municipalityId, aggregateType: 'session', aggregateId: sessionId, editionId: null, payload: { sessionId } });
    for (const personId of new Set(ended.map((session) => session.personId))) await sendWakeUp(tx, { kind: 'access', personId, municipalityId: null });
    return ended.length;
  }
}
