import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR, ValidationError } from '@konzeptwerkstatt/kernel';
import { VisibleEditionsReader } from '@konzeptwerkstatt/concept';
import { renderExportJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { actorOf, MAX_ATTEMPTS } from '../domain/document-export.js';
import type { DocumentExport, ExportProblem } from '../domain/document-export.js';
import { DocumentExportRepository } from '../persistence/document-export.repository.js';
import { whileAlive } from './alive.js';
import { keptByExport } from './export-file.purpose.js';
import { ExportMaker } from './export.maker.js';
import type { MadeFile } from './export.maker.js';

type Data = { readonly exportId: string };

const problems: Readonly<Record<string, ExportProblem>> = { FILE_TOO_LARGE: 'too_large', FILE_QUOTA_EXCEEDED: 'quota_exceeded' };

/** Why a file that was made could not be stored; undefined for what trying again may mend. */
export function problemOfFile({ details }: ValidationError): ExportProblem | undefined {
  return problems[details[0]?.code ?? ''];
}

/** Characters as they are kept and shown; null for none. */
export const joined = (characters: readonly string[]): string | null => (characters.length === 0 ? null : characters.slice(0, 20).join(' '));

/** Makes a file. Run twice, also at the same time or after its worker was killed, it leaves one file. */
@Injectable()
export class RenderExportProcessor implements JobProcessor<Data> {
  readonly job = renderExportJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(DocumentExportRepository) private readonly exports: DocumentExportRepository,
    @Inject(VisibleEditionsReader) private readonly visible: VisibleEditionsReader,
    @Inject(ExportMaker) private readonly maker: ExportMaker,
    @Inject(FileStore) private readonly files: FileStore,
  ) {}

  async process({ exportId }: Data, signal: AbortSignal): Promise<void> {
    const wanted = await this.exports.begin(this.database.client, exportId);
    if (wanted === null) return;
    // One that ended its worker each time has no attempt left that could have noted why.
    if (wanted.attempts > MAX_ATTEMPTS) return this.fail(wanted, 'rendering_failed');
    try {
      await this.make(wanted, signal);
    } catch (error) {
      const code = error instanceof ValidationError ? problemOfFile(error) : undefined;
      if (code !== undefined) return this.fail(wanted, code);
      if (wanted.attempts >= MAX_ATTEMPTS) await this.fail(wanted, 'rendering_failed');
      throw error;
    }
  }

  private async make(wanted: DocumentExport, signal: AbortSignal): Promise<void> {
    const actor = actorOf(wanted);
    const edition = await this.visible.findEdition(actor, wanted.editionId);
    const section = wanted.sectionId === null ? null : await this.visible.findSection(actor, wanted.sectionId);
    if (edition === null || (wanted.sectionId !== null && section === null)) return this.fail(wanted, 'gone');
    const made = await whileAlive(() => this.exports.noteAlive(this.database.client, wanted.id), () => this.maker.make(wanted, edition, signal));
    await this.keep(wanted, made);
  }

  private async keep({ id, municipalityId }: DocumentExport, { name, content, missingPictureCount, unshownCharacters }: MadeFile): Promise<void> {
    await this.unitOfWork.run({ actor: SYSTEM_ACTOR }, async ({ tx }) => {
      const file = await this.files.store(tx, { municipalityId, purpose: 'reporting.export', name, content, uploadedBy: null, keptBy: keptByExport(id) });
      // Somebody else was faster: her file stays, this one goes with the transaction.
      if (!(await this.exports.finish(tx, id, { id: file.id, name, missingPictureCount, unshownCharacters: joined(unshownCharacters) }))) throw new Error('The export was finished meanwhile');
    });
  }

  private fail({ id }: DocumentExport, problem: ExportProblem): Promise<void> {
    return this.exports.fail(this.database.client, id, problem);
  }
}
