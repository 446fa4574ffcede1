import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileImportRegistry, isNotAllowed } from '@konzeptwerkstatt/platform-files';
import type { FileImportKind } from '@konzeptwerkstatt/platform-files';
import { ImportSectionsCommand } from '../commands/import-sections.command.js';
import { WORD_FILE_PURPOSE, WORD_IMPORT } from '../domain/import-names.js';
import type { WordImport, WordImportProblem } from '../domain/word-import.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { WordImportRepository } from '../persistence/word-import.repository.js';
import { WordDocumentReading } from '../word/word-document.reading.js';

/** What a refusal of the edition or the file store is called here. */
const problems: Readonly<Record<string, WordImportProblem>> = { EDITION_FROZEN: 'edition_frozen', FILE_QUOTA_EXCEEDED: 'no_space' };

/** A Word document that is to become sections, all of them or none, or that brings corrections, which are taken over without a job. */
@Injectable()
export class WordImportKind implements FileImportKind<WordImport, WordImportProblem>, OnModuleInit {
  readonly name = WORD_IMPORT;
  readonly purpose = WORD_FILE_PURPOSE;
  /** No step takes longer. */
  readonly quietMs = 40_000;

  constructor(
    private readonly kinds: FileImportRegistry,
    private readonly database: PrismaDatabase,
    private readonly documents: WordDocumentReading,
    private readonly sections: SectionRepository,
    private readonly writing: ImportSectionsCommand,
    readonly imports: WordImportRepository,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async read(begun: WordImport, content: Buffer): Promise<WordImportProblem | null> {
    if (begun.kind === 'corrections') return this.readCorrections(begun, content);
    const answer = await this.documents.read(content);
    if ('problem' in answer) return answer.problem;
    await this.imports.noteReading(this.database.client, begun.id, answer);
    return null;
  }

  apply(begun: WordImport): Promise<void> {
    return this.writing.run(begun);
  }

  /** Adopted meanwhile, no space, or the right was withdrawn; what is away for a while is tried again. */
  problemOf(error: unknown): WordImportProblem | null {
    if (error instanceof ValidationError) return problems[error.details[0]?.code ?? ''] ?? 'broke_off';
    return isNotAllowed(error) ? 'not_allowed' : null;
  }

  private async readCorrections({ id, municipalityId, editionId }: WordImport, content: Buffer): Promise<WordImportProblem | null> {
    const { client } = this.database;
    const answer = await this.documents.corrections(content);
    if ('problem' in answer) return answer.problem;
    // Marks of another concept are none of this one.
    const sections = new Set(await this.sections.findOrder(client, municipalityId, editionId));
    if (!answer.paragraphs.some(({ mark }) => mark?.kind === 'section' && sections.has(mark.id))) return 'no_marks';
    await this.imports.noteCorrections(client, id, answer);
    return null;
  }
}
