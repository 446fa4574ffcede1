import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { measureChanged, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { LineageReader } from '@konzeptwerkstatt/concept';
import { ContributionMails } from '../commands/contribution-mails.js';
import { ResponseRepository } from '../persistence/response.repository.js';

type MeasureChanged = z.infer<typeof measureChanged.schema>;

/** Tells contributors that a measure which goes back to them stands differently, in whichever edition it is written on; each person once in 24 hours, however often and however many measures change. */
@Injectable()
export class NotifyContributorsWhenMeasureChanged implements Subscriber<MeasureChanged> {
  readonly name = 'notify-contributors-when-measure-changed';
  readonly event = measureChanged;

  constructor(
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
    @Inject(LineageReader) private readonly lineage: LineageReader,
    @Inject(ContributionMails) private readonly mails: ContributionMails,
  ) {}

  async handle(tx: Transaction, { payload }: EventEnvelope<MeasureChanged>): Promise<void> {
    if (payload.field !== 'status') return;
    await this.mails.tell(tx, 'status', await this.responses.findBehind(tx, await this.lineage.kin(tx, payload.measureId)));
  }
}
