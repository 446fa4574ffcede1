import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { VisibleEditionsReader } from '@konzeptwerkstatt/concept';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { ReportAssembly } from '../domain/report/report-assembly.js';
import { ReportAssemblyRepository } from '../persistence/report-assembly.repository.js';

/** Reads how far reports are as who asked for them may see it; for everybody else there are none. */
@Injectable()
export class ReportAssemblyReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(ReportAssemblyRepository) private readonly assemblies: ReportAssemblyRepository,
    @Inject(VisibleEditionsReader) private readonly visible: VisibleEditionsReader,
  ) {}

  /** One's own of what one may still read; null otherwise. */
  async find(actor: Actor | null, id: string): Promise<ReportAssembly | null> {
    if (actor === null || actor.personId === null) return null;
    const found = await this.assemblies.find(this.database.client, id);
    if (found === null || found.requestedBy !== actor.personId) return null;
    return (await this.visible.findEdition(actor, found.editionId)) === null ? null : found;
  }
}
