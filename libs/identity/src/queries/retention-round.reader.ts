import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';

/** What one round of deleting has deleted. */
export interface RetentionRoundView {
  readonly id: string;
  readonly ranAt: Date;
  /** How many, by kind. */
  readonly deleted: Readonly<Record<string, number>>;
}

/** Reads the protocol of deleting. It holds counts of the whole installation and nobody's data. */
@Injectable()
export class RetentionRoundReader {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  async latest(): Promise<RetentionRoundView[]> {
    const rows = await this.database.client.retentionRound.findMany({ orderBy: [{ ranAt: 'desc' }, { id: 'desc' }], take: 50 });
    return rows.map(({ id, ranAt, deleted }) => ({ id, ranAt, deleted: deleted as Record<string, number> }));
  }
}
