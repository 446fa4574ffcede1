import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { keptBySection, PICTURE_PURPOSE } from '../domain/kept-picture.policy.js';

/** A picture the product has drawn itself. */
export interface DrawnPicture {
  readonly municipalityId: string;
  readonly sectionId: string;
  /** Name of the file. */
  readonly name: string;
  /** A PNG. */
  readonly content: Uint8Array;
}

/** Stores a drawn picture for a section, as if somebody had brought it there, inside a transaction that is open already and without asking for rights: for loading content. */
@Injectable()
export class StorePictureCommand {
  constructor(@Inject(FileStore) private readonly files: FileStore) {}

  /** @returns the file's id @throws ValidationError FILE_QUOTA_EXCEEDED and what else keeps a file from being stored */
  async run({ tx }: Unit<Transaction>, { municipalityId, sectionId, name, content }: DrawnPicture): Promise<string> {
    const file = await this.files.store(tx, { municipalityId, purpose: PICTURE_PURPOSE, name, content: Buffer.from(content), uploadedBy: null, keptBy: keptBySection(sectionId) });
    return file.id;
  }
}
