import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR, ValidationError } from '@konzeptwerkstatt/kernel';
import { ConceptReader, PictureReader, publishable } from '@konzeptwerkstatt/concept';
import { renderAdoptedEditionJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { pictureFilesIn } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { exportFileName } from '../domain/document-export.js';
import type { AdoptedFile } from '../domain/adopted-file.js';
import { AdoptedFileRepository } from '../persistence/adopted-file.repository.js';
import { DocumentRenderer } from '../rendering/document-renderer.js';
import { ADOPTED_FILE_PURPOSE, keptByAdoptedEdition } from './adopted-file.purpose.js';
import { whileAlive } from './alive.js';
import { joined, problemOfFile } from './render-export.processor.js';

type Data = { readonly editionId: string };

/** Makes the PDF of an adopted edition from what was adopted. Run twice, also at the same time or after its worker was killed, it leaves one file. */
@Injectable()
export class RenderAdoptedEditionProcessor implements JobProcessor<Data> {
  readonly job = renderAdoptedEditionJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(ConceptReader) private readonly concept: ConceptReader,
    @Inject(AdoptedFileRepository) private readonly adoptedFiles: AdoptedFileRepository,
    @Inject(PictureReader) private readonly pictures: PictureReader,
    @Inject(DocumentRenderer) private readonly renderer: DocumentRenderer,
    @Inject(FileStore) private readonly files: FileStore,
  ) {}

  async process({ editionId }: Data, signal: AbortSignal): Promise<void> {
    const { client } = this.database;
    const wanted = await this.adoptedFiles.begin(client, editionId);
    if (wanted === null) return;
    try {
      await whileAlive(() => this.adoptedFiles.noteAlive(client, editionId), () => this.make(wanted, signal));
    } catch (error) {
      await this.adoptedFiles.fail(client, editionId, (error instanceof ValidationError ? problemOfFile(error) : undefined) ?? 'rendering_failed');
      if (!(error instanceof ValidationError)) throw error;
    }
  }

  private async make({ editionId, municipalityId }: AdoptedFile, signal: AbortSignal): Promise<void> {
    const adopted = await this.concept.adoptedEdition(editionId);
    if (adopted === null) return this.adoptedFiles.fail(this.database.client, editionId, 'gone');
    // It may be published one day, and must then be the same file.
    const document = publishable(adopted.content.document);
    const pictures = await this.pictures.read({ municipalityId, editionId }, document.sections.flatMap(({ blocks }) => pictureFilesIn(blocks)), { isStrict: true });
    const logo = await this.pictures.readLogo(municipalityId);
    const answer = await this.renderer.render({ format: 'pdf', document, pictures, logo, hasLineNumbers: false, madeAt: Date.now() }, signal);
    const name = exportFileName(document.titlePage.title, null, { form: 'pdf' });
    await this.unitOfWork.run({ actor: SYSTEM_ACTOR }, async ({ tx }) => {
      const file = await this.files.store(tx, { municipalityId, purpose: ADOPTED_FILE_PURPOSE, name, content: Buffer.from(answer.file), uploadedBy: null, keptBy: keptByAdoptedEdition(editionId) });
      // Somebody else was faster: her file stays, this one goes with the transaction.
      if (!(await this.adoptedFiles.finish(tx, editionId, { ...file, unshownCharacters: joined(answer.unshownCharacters) }))) throw new Error('The file was finished meanwhile');
    });
  }
}
