import { Inject, Injectable } from '@nestjs/common';
import { subDays } from 'date-fns/subDays';
import { NOTIFIER, notifyOverdueValuesJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor, Notifier } from '@konzeptwerkstatt/contracts';
import { AccessPolicy, IdentityReader } from '@konzeptwerkstatt/identity';
import { municipalClock, runEach, systemClock } from '@konzeptwerkstatt/kernel';
import { acrossMunicipalities, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { OverdueIndicatorReader } from '../queries/overdue-indicator.reader.js';
import type { OverdueIndicator } from '../queries/overdue-indicator.reader.js';

/** What has waited longer is told no more: old figures that are recorded late are no news, and what was told must not come again once it is forgotten as read (90 days). */
const DAYS_TOLD = 60;

/**
 * Tells the people of the office in charge who may record values that the next value of an indicator is overdue. The day since which it is missed is the occasion,
 * so that one notice comes for each period however often this runs.
 */
@Injectable()
export class NotifyOverdueValuesProcessor implements JobProcessor<Record<string, never>> {
  readonly job = notifyOverdueValuesJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(OverdueIndicatorReader) private readonly overdue: OverdueIndicatorReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(NOTIFIER) private readonly notifier: Notifier,
  ) {}

  async process(_data: Record<string, never>, signal: AbortSignal): Promise<void> {
    const from = municipalClock(subDays(systemClock.now(), DAYS_TOLD)).day;
    const found = await acrossMunicipalities('overdue values in every municipality', () => this.overdue.findAll(this.database.client));
    await runEach(found.filter(({ overdueSince }) => overdueSince >= from), signal, (indicator) => this.tell(indicator));
  }

  private async tell({ id, municipalityId, name, responsibleOrganisationId, overdueSince }: OverdueIndicator): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const members = (await this.identity.membersOf(tx, municipalityId, responsibleOrganisationId)).map(({ personId }) => personId);
      const recorders = await this.policy.peopleWhoSomewhere(tx, 'observation.record', municipalityId, members);
      await this.notifier.tell(tx, { municipalityId, kind: 'value_overdue', occasion: overdueSince, subjects: [{ id, personIds: [...recorders], title: name, path: `/indikatoren/${id}` }] });
    });
  }
}
