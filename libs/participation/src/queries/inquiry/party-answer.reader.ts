import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { PartyAnswerRepository } from '../../persistence/inquiry/party-answer.repository.js';
import type { MeasureRef, PartyAnswer } from '../../persistence/inquiry/party-answer.repository.js';

export type PartyAnswerView = PartyAnswer;
export type { MeasureRef };

/** Reads what organisations have answered about their part in measures. Whoever calls it has asked the access policy about the measures. */
@Injectable()
export class PartyAnswerReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(PartyAnswerRepository) private readonly answers: PartyAnswerRepository,
  ) {}

  ofMeasures(measures: readonly MeasureRef[]): Promise<PartyAnswerView[]> {
    return this.answers.findByMeasures(this.database.client, measures);
  }
}
