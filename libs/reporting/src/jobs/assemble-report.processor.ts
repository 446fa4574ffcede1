import { Inject, Injectable } from '@nestjs/common';
import { VisibleEditionsReader } from '@konzeptwerkstatt/concept';
import { assembleReportJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { assemblyActor, MAX_ASSEMBLY_ATTEMPTS } from '../domain/report/report-assembly.js';
import type { AssemblyProblem, ReportAssembly } from '../domain/report/report-assembly.js';
import { ReportAssemblyRepository } from '../persistence/report-assembly.repository.js';
import { whileAlive } from './alive.js';
import { ReportAssembler } from './report.assembler.js';

type Data = { readonly assemblyId: string };

/** Assembles a report. Run twice, also at the same time or after its worker was killed, it leaves one report. */
@Injectable()
export class AssembleReportProcessor implements JobProcessor<Data> {
  readonly job = assembleReportJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(ReportAssemblyRepository) private readonly assemblies: ReportAssemblyRepository,
    @Inject(VisibleEditionsReader) private readonly visible: VisibleEditionsReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ReportAssembler) private readonly assembler: ReportAssembler,
  ) {}

  async process({ assemblyId }: Data): Promise<void> {
    const wanted = await this.assemblies.begin(this.database.client, assemblyId);
    if (wanted === null) return;
    // One that ended its worker each time has no attempt left that could have noted why.
    if (wanted.attempts > MAX_ASSEMBLY_ATTEMPTS) return this.fail(wanted, 'assembling_failed');
    try {
      await this.assemble(wanted);
    } catch (error) {
      if (wanted.attempts >= MAX_ASSEMBLY_ATTEMPTS) await this.fail(wanted, 'assembling_failed');
      throw error;
    }
  }

  /** Of what she may edit now, whatever she could edit when she asked. */
  private async assemble(wanted: ReportAssembly): Promise<void> {
    const { client } = this.database;
    const actor = assemblyActor(wanted);
    const edition = await this.visible.findEdition(actor, wanted.editionId);
    const mayEdit = edition !== null && (await this.policy.can(actor, 'edition.edit', { municipalityId: edition.municipalityId, processId: edition.processId, editionId: edition.editionId }));
    if (edition === null || !mayEdit) return this.fail(wanted, 'gone');
    await whileAlive(() => this.assemblies.noteAlive(client, wanted.id), () => this.assembler.assemble(wanted, edition, (progress) => this.assemblies.noteProgress(client, wanted.id, progress)));
  }

  private fail({ id }: ReportAssembly, problem: AssemblyProblem): Promise<void> {
    return this.assemblies.fail(this.database.client, id, problem);
  }
}
