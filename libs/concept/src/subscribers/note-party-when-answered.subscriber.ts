import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { partyAnswered, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { MeasurePartyRepository } from '../persistence/measure-party.repository.js';

type PartyAnswered = z.infer<typeof partyAnswered.schema>;

/** Keeps what an organisation has said about its part in a measure, so that texts and tables say it. */
@Injectable()
export class NotePartyWhenAnswered implements Subscriber<PartyAnswered> {
  readonly name = 'note-party-when-answered';
  readonly event = partyAnswered;

  constructor(private readonly parties: MeasurePartyRepository) {}

  async handle(tx: Transaction, { municipalityId, payload }: EventEnvelope<PartyAnswered>): Promise<void> {
    if (municipalityId !== null) await this.parties.save(tx, municipalityId, { ...payload, answeredAt: new Date(payload.answeredAt) });
  }
}
