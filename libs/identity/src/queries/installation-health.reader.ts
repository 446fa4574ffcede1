import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { BullJobQueue, readJobHealth, type JobHealth } from '@konzeptwerkstatt/platform-queue';

/** So many parked jobs are listed; the first of them usually explain the others. */
const LISTED = 100;

/** How mails leave the installation, as counts over all municipalities. */
export interface MailHealth {
  readonly waiting: number;
  /** Refused or given up within the last seven days; older ones were seen or are past help. */
  readonly failedThisWeek: number;
}

/** What whoever runs the installation wants to know of it. */
export interface InstallationHealth extends JobHealth {
  readonly mails: MailHealth;
  readonly databaseBytes: number;
  readonly readAt: Date;
}

interface FiguresRow extends MailHealth {
  readonly databaseBytes: number;
  readonly readAt: Date;
}

/** Reads how the installation is; whether somebody may know is asked before. */
@Injectable()
export class InstallationHealthReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(BullJobQueue) private readonly queue: BullJobQueue,
  ) {}

  /** @throws whatever the database or the queue throws when it is away */
  async read(): Promise<InstallationHealth> {
    const [jobs, [figures]] = await Promise.all([
      readJobHealth(this.queue, this.database, LISTED),
      this.database.client.$queryRaw<[FiguresRow]>`
        SELECT
          (SELECT count(*) FROM mails WHERE state IN ('waiting', 'sending'))::integer AS "waiting",
          (SELECT count(*) FROM mails WHERE state IN ('refused', 'failed') AND settled_at > now() - interval '7 days')::integer AS "failedThisWeek",
          pg_database_size(current_database())::float8 AS "databaseBytes",
          now() AS "readAt"`,
    ]);
    const { waiting, failedThisWeek, ...rest } = figures;
    return { ...jobs, mails: { waiting, failedThisWeek }, ...rest };
  }
}
