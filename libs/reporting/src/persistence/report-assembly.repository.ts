import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { AssemblyProblem, ReportAssembly } from '../domain/report/report-assembly.js';

const columns = `id::text, municipality_id::text AS "municipalityId", edition_id::text AS "editionId", kind::text AS kind, title, year, language::text AS language, requested_by::text AS "requestedBy",
  acting_organisation_id::text AS "actingOrganisationId", state::text AS state, progress, attempts, problem, report_id::text AS "reportId"`;

export type NewReportAssembly = Pick<ReportAssembly, 'id' | 'municipalityId' | 'editionId' | 'kind' | 'title' | 'year' | 'language' | 'requestedBy' | 'actingOrganisationId'>;

/** Stores which reports are wanted and how far they are. */
@Injectable()
export class ReportAssemblyRepository {
  async insert(tx: Transaction, wanted: NewReportAssembly): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO report_assemblies (id, municipality_id, edition_id, kind, title, year, language, requested_by, acting_organisation_id)
      VALUES (${wanted.id}::uuid, ${wanted.municipalityId}::uuid, ${wanted.editionId}::uuid, ${wanted.kind}::"InstrumentKind", ${wanted.title}, ${wanted.year}, ${wanted.language}::"DocumentLanguage",
        ${wanted.requestedBy}::uuid, ${wanted.actingOrganisationId}::uuid)`;
  }

  async find(tx: Transaction, id: string): Promise<ReportAssembly | null> {
    const rows = await tx.$queryRawUnsafe<ReportAssembly[]>(`SELECT ${columns} FROM report_assemblies WHERE id = $1::uuid`, id);
    return rows[0] ?? null;
  }

  /** How many of a person's reports are not finished yet; one transaction at a time may ask. */
  async countUnfinished(tx: Transaction, municipalityId: string, personId: string): Promise<number> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`report-assemblies/${personId}`}, 0))`;
    const rows = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM report_assemblies
      WHERE municipality_id = ${municipalityId}::uuid AND requested_by = ${personId}::uuid AND state IN ('waiting', 'assembling')`;
    return rows[0]?.count ?? 0;
  }

  /** Notes that it is being assembled, once more. @returns null when it is finished already */
  async begin(tx: Transaction, id: string): Promise<ReportAssembly | null> {
    const rows = await tx.$queryRawUnsafe<ReportAssembly[]>(
      `UPDATE report_assemblies SET state = 'assembling', progress = 0, attempts = attempts + 1, updated_at = now() WHERE id = $1::uuid AND state IN ('waiting', 'assembling') RETURNING ${columns}`, id,
    );
    return rows[0] ?? null;
  }

  async noteProgress(tx: Transaction, id: string, progress: number): Promise<void> {
    await tx.$executeRaw`UPDATE report_assemblies SET progress = ${progress}, updated_at = now() WHERE id = ${id}::uuid AND state = 'assembling'`;
  }

  /** Notes that somebody is working on it. */
  async noteAlive(tx: Transaction, id: string): Promise<void> {
    await tx.$executeRaw`UPDATE report_assemblies SET updated_at = now() WHERE id = ${id}::uuid AND state = 'assembling'`;
  }

  /** @returns false when somebody else has finished it meanwhile */
  async finish(tx: Transaction, id: string, reportId: string): Promise<boolean> {
    const changed = await tx.$executeRaw`
      UPDATE report_assemblies SET state = 'ready', progress = 100, report_id = ${reportId}::uuid, updated_at = now() WHERE id = ${id}::uuid AND state = 'assembling'`;
    return changed === 1;
  }

  async fail(tx: Transaction, id: string, problem: AssemblyProblem): Promise<void> {
    await tx.$executeRaw`UPDATE report_assemblies SET state = 'failed', problem = ${problem}, updated_at = now() WHERE id = ${id}::uuid AND state IN ('waiting', 'assembling')`;
  }

  /** Unfinished ones of which nothing was heard for so many milliseconds: lost before they were enqueued, or with their worker. */
  async findLost(tx: Transaction, quietMs: number): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM report_assemblies WHERE state IN ('waiting', 'assembling') AND updated_at < now() - ${quietMs}::float8 * interval '1 millisecond' ORDER BY updated_at LIMIT 100`;
    return rows.map(({ id }) => id);
  }

  /** Takes out what was asked for more than so many days ago; the reports stay. */
  async removeOld(tx: Transaction, days: number): Promise<void> {
    await tx.$executeRaw`DELETE FROM report_assemblies WHERE requested_at < now() - ${days}::int * interval '1 day'`;
  }
}
