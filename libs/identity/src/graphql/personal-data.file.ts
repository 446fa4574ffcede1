import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { FileRegistry, type FileProvider, type ServedFile } from '@konzeptwerkstatt/platform-graphql';
import { ExportPersonalDataCommand } from '../commands/export-personal-data.command.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { ProviderSessionRepository } from '../persistence/provider-session.repository.js';

const NAME = 'meine-daten.json';

/**
 * `/files/meine-daten.json`: what is kept of whoever asks for it, as JSON. It holds what all municipalities keep, so a session that the
 * provider of one of them opened does not get it from a person who works in others too: she signs in with her password.
 */
@Injectable()
export class PersonalDataFile implements FileProvider, OnModuleInit {
  constructor(
    @Inject(FileRegistry) private readonly files: FileRegistry,
    @Inject(ExportPersonalDataCommand) private readonly exportCommand: ExportPersonalDataCommand,
    @Inject(ProviderSessionRepository) private readonly providerSessions: ProviderSessionRepository,
    @Inject(PersonRepository) private readonly persons: PersonRepository,
  ) {}

  onModuleInit(): void {
    this.files.register(this);
  }

  matches(id: string): boolean {
    return id === NAME;
  }

  async open(_id: string, actor: Actor | null, credentialId: string | null): Promise<ServedFile | null> {
    if (actor?.kind !== 'person' || (await this.reachesOthers(actor.personId, credentialId))) return null;
    return { name: NAME, mediaType: 'application/json; charset=utf-8', content: JSON.stringify(await this.exportCommand.execute(actor), null, 2) };
  }

  private async reachesOthers(personId: string | null, credentialId: string | null): Promise<boolean> {
    const bound = credentialId === null ? null : await this.providerSessions.find(credentialId);
    if (bound === null || personId === null) return false;
    return (await this.persons.findMemberships(personId)).some(({ municipalityId }) => municipalityId !== bound.municipalityId);
  }
}
