import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { measureChanged, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { LineageReader } from '@konzeptwerkstatt/concept';
import { ContributionNotices, toContributors } from '../commands/contribution-notices.js';
import { ResponseRepository } from '../persistence/response.repository.js';

type MeasureChanged = z.infer<typeof measureChanged.schema>;

/** Tells contributors that a measure which goes back to them stands differently, in whichever edition it is written on. */
@Injectable()
export class NotifyContributorsWhenMeasureChanged implements Subscriber<MeasureChanged> {
  readonly name = 'notify-contributors-when-measure-changed';
  readonly event = measureChanged;

  constructor(
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
    @Inject(LineageReader) private readonly lineage: LineageReader,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
  ) {}

  async handle(tx: Transaction, { id, payload }: EventEnvelope<MeasureChanged>): Promise<void> {
    if (payload.field !== 'status') return;
    await this.notices.tell(tx, 'contribution_measure_changed', id, toContributors(await this.responses.findBehind(tx, await this.lineage.kin(tx, payload.measureId))));
  }
}
