import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { FileRegistry, type FileProvider, type ServedFile } from '@konzeptwerkstatt/platform-graphql';
import { ExportPersonalDataCommand } from '../commands/export-personal-data.command.js';

const NAME = 'meine-daten.json';

/** `/files/meine-daten.json`: what is kept of whoever asks for it, as JSON. */
@Injectable()
export class PersonalDataFile implements FileProvider, OnModuleInit {
  constructor(
    @Inject(FileRegistry) private readonly files: FileRegistry,
    @Inject(ExportPersonalDataCommand) private readonly exportCommand: ExportPersonalDataCommand,
  ) {}

  onModuleInit(): void {
    this.files.register(this);
  }

  matches(id: string): boolean {
    return id === NAME;
  }

  async open(_id: string, actor: Actor | null): Promise<ServedFile | null> {
    if (actor?.kind !== 'person') return null;
    return { name: NAME, mediaType: 'application/json; charset=utf-8', content: JSON.stringify(await this.exportCommand.execute(actor), null, 2) };
  }
}
