import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { Prisma } from '@konzeptwerkstatt/platform-database';
import { MAX_ADOPTED_ATTEMPTS } from '../domain/adopted-file.js';
import type { AdoptedFile } from '../domain/adopted-file.js';
import type { ExportProblem } from '../domain/document-export.js';

const columns = Prisma.sql`edition_id::text AS "editionId", municipality_id::text AS "municipalityId", state::text AS state, attempts, problem, unshown_characters AS "unshownCharacters",
  file_id::text AS "fileId", sha256`;

/** Stores how far the PDFs of adopted editions are. */
@Injectable()
export class AdoptedFileRepository {
  /** Notes that one is to be made; a second note changes nothing. */
  async insert(tx: Transaction, { municipalityId, editionId }: Pick<AdoptedFile, 'municipalityId' | 'editionId'>): Promise<void> {
    await tx.$executeRaw`INSERT INTO adopted_files (edition_id, municipality_id) VALUES (${editionId}::uuid, ${municipalityId}::uuid) ON CONFLICT DO NOTHING`;
  }

  async findByEditions(tx: Transaction, editionIds: readonly string[]): Promise<AdoptedFile[]> {
    return tx.$queryRaw<AdoptedFile[]>`SELECT ${columns} FROM adopted_files WHERE edition_id = ANY (${[...editionIds]}::uuid[])`;
  }

  /** Notes that it is being made, once more. @returns null when it is ready or was never wanted */
  async begin(tx: Transaction, editionId: string): Promise<AdoptedFile | null> {
    const rows = await tx.$queryRaw<AdoptedFile[]>`
      UPDATE adopted_files SET state = 'rendering', attempts = attempts + 1, problem = NULL, updated_at = now()
      WHERE edition_id = ${editionId}::uuid AND state <> 'ready' RETURNING ${columns}`;
    return rows[0] ?? null;
  }

  async noteAlive(tx: Transaction, editionId: string): Promise<void> {
    await tx.$executeRaw`UPDATE adopted_files SET updated_at = now() WHERE edition_id = ${editionId}::uuid AND state = 'rendering'`;
  }

  /** @returns false when somebody else has finished it meanwhile */
  async finish(tx: Transaction, editionId: string, file: { readonly id: string; readonly sha256: string; readonly unshownCharacters: string | null }): Promise<boolean> {
    const changed = await tx.$executeRaw`
      UPDATE adopted_files SET state = 'ready', file_id = ${file.id}::uuid, sha256 = ${file.sha256}, unshown_characters = ${file.unshownCharacters}, updated_at = now() WHERE edition_id = ${editionId}::uuid AND state = 'rendering'`;
    return changed === 1;
  }

  async fail(tx: Transaction, editionId: string, problem: ExportProblem): Promise<void> {
    await tx.$executeRaw`
      UPDATE adopted_files SET state = 'failed', problem = ${problem}, updated_at = now() WHERE edition_id = ${editionId}::uuid AND state = 'rendering'`;
  }

  /** Unfinished ones of which nothing was heard for so many milliseconds, and failed ones after so many more: space may be free again. */
  async findDue(tx: Transaction, quietMs: number, failedMs: number): Promise<string[]> {
    const rows = await tx.$queryRaw<{ editionId: string }[]>`
      SELECT edition_id::text AS "editionId" FROM adopted_files
      WHERE attempts < ${MAX_ADOPTED_ATTEMPTS} AND ((state IN ('waiting', 'rendering') AND updated_at < now() - ${quietMs}::float8 * interval '1 millisecond')
        OR (state = 'failed' AND updated_at < now() - ${failedMs}::float8 * interval '1 millisecond'))
      ORDER BY updated_at LIMIT 100`;
    return rows.map(({ editionId }) => editionId);
  }
}
