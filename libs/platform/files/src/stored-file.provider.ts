import { Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isUuid, type Actor } from '@konzeptwerkstatt/kernel';
import { FileRegistry, type FileProvider, type ServedFile } from '@konzeptwerkstatt/platform-graphql';
import { FilePurposeRegistry } from './file-purpose.registry.js';
import { FileStore } from './file-store.js';
import type { StoredFile } from './stored-file.js';

/** Serves stored files at `/files/<id>`: kept ones to whom their purpose says, others only to whoever brought them. */
@Injectable()
export class StoredFileProvider implements FileProvider, OnModuleInit {
  constructor(
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(FilePurposeRegistry) private readonly purposes: FilePurposeRegistry,
    @Inject(FileRegistry) private readonly files: FileRegistry,
  ) {}

  onModuleInit(): void {
    this.files.register(this);
  }

  matches(id: string): boolean {
    return isUuid(id);
  }

  async open(id: string, actor: Actor | null): Promise<ServedFile | null> {
    const file = await this.store.find(id);
    if (!file || !(await this.mayRead(file, actor))) return null;
    const isText = file.mediaType.startsWith('text/');
    const cacheSeconds = file.keptBy === null ? 0 : this.purposes.find(file.purpose)?.cacheSeconds ?? 0;
    return { name: file.name, cacheSeconds, mediaType: isText ? `${file.mediaType}; charset=utf-8` : file.mediaType, content: Readable.from(this.store.read(file)) };
  }

  private async mayRead(file: StoredFile, actor: Actor | null): Promise<boolean> {
    if (file.keptBy === null) return actor !== null && actor.personId === file.uploadedBy && actor.municipalityId === file.municipalityId;
    return (await this.purposes.find(file.purpose)?.mayRead(file, actor)) ?? false;
  }
}
