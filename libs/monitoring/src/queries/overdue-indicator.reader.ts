import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { overdueSince } from '../domain/reporting-rhythm.policy.js';
import type { ReportingRhythm } from '../domain/reporting-rhythm.policy.js';

/** An indicator with an office in charge of which the next value is overdue. */
export interface OverdueIndicator {
  readonly id: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly responsibleOrganisationId: string;
  /** `YYYY-MM-DD`; names the period too, because no other one is missed from that day on. */
  readonly overdueSince: string;
}

type PromisedIndicator = Omit<OverdueIndicator, 'overdueSince'> & { readonly rhythm: ReportingRhythm; readonly latestTo: string; readonly today: string };

/** Finds indicators whose office in charge has a value to record. A reason why there is no value counts as one. Whoever calls it has asked who may record. */
@Injectable()
export class OverdueIndicatorReader {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** In whatever municipality, those that have waited longest first. */
  async findAll(tx: Transaction): Promise<OverdueIndicator[]> {
    return this.find(tx, Prisma.empty);
  }

  /** Of one office. */
  async ofOrganisation(municipalityId: string, organisationId: string): Promise<OverdueIndicator[]> {
    return this.find(this.database.client, Prisma.sql`AND i.municipality_id = ${municipalityId}::uuid AND i.responsible_organisation_id = ${organisationId}::uuid`);
  }

  private async find(tx: Transaction, which: Prisma.Sql): Promise<OverdueIndicator[]> {
    const rows = await tx.$queryRaw<PromisedIndicator[]>`
      SELECT i.id::text, i.municipality_id::text AS "municipalityId", i.name, i.responsible_organisation_id::text AS "responsibleOrganisationId", i.rhythm::text AS rhythm,
        max(o.period_to)::text AS "latestTo", (now() AT TIME ZONE 'Europe/Berlin')::date::text AS today
      FROM indicators i JOIN municipalities m ON m.id = i.municipality_id
        JOIN observations o ON o.municipality_id = i.municipality_id AND o.indicator_id = i.id AND o.superseded_at IS NULL AND o.period_to IS NOT NULL JOIN regions r ON r.id = o.region_id AND r.ags = m.ags
      WHERE i.removed_at IS NULL AND i.responsible_organisation_id IS NOT NULL AND i.rhythm IS NOT NULL AND i.rhythm <> 'irregular' ${which} GROUP BY i.id, i.municipality_id`;
    return rows.flatMap(({ rhythm, latestTo, today, ...indicator }) => {
      const since = overdueSince(rhythm, latestTo, today);
      return since === null ? [] : [{ ...indicator, overdueSince: since }];
    }).toSorted((one, other) => one.overdueSince.localeCompare(other.overdueSince) || one.id.localeCompare(other.id));
  }
}
