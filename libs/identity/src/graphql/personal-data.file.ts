import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { FileRegistry, type FileProvider, type ServedFile } from '@konzeptwerkstatt/platform-graphql';
import { ExportPersonalDataCommand } from '../commands/export-personal-data.command.js';
import { SignInProviderReader } from '../queries/sign-in-provider.reader.js';

const NAME = 'meine-daten.json';

/**
 * `/files/meine-daten.json`: what is kept of whoever asks for it, as JSON. It holds what all municipalities keep, so a session that the
 * provider of one of them opened does not get it, wherever its person belongs now: she signs in with her password.
 */
@Injectable()
export class PersonalDataFile implements FileProvider, OnModuleInit {
  constructor(
    @Inject(FileRegistry) private readonly files: FileRegistry,
    @Inject(ExportPersonalDataCommand) private readonly exportCommand: ExportPersonalDataCommand,
    @Inject(SignInProviderReader) private readonly providers: SignInProviderReader,
  ) {}

  onModuleInit(): void {
    this.files.register(this);
  }

  matches(id: string): boolean {
    return id === NAME;
  }

  async open(_id: string, actor: Actor | null, credentialId: string | null): Promise<ServedFile | null> {
    if (actor?.kind !== 'person' || (await this.providers.boundMunicipality(credentialId)) !== null) return null;
    return { name: NAME, mediaType: 'application/json; charset=utf-8', content: JSON.stringify(await this.exportCommand.execute(actor), null, 2) };
  }
}
