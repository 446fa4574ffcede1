import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { FilePurposeRegistry } from '@konzeptwerkstatt/platform-files';
import type { FilePurpose, MediaType, StoredFile } from '@konzeptwerkstatt/platform-files';
import { SectionAccess } from '../commands/section-access.js';
import { conceptError } from '../domain/concept.errors.js';
import { PICTURE_PURPOSE, sectionKeeping } from '../domain/kept-picture.policy.js';
import { PictureReader } from '../queries/picture.reader.js';
import { PublicationReader } from '../queries/publication.reader.js';
import { SectionReader } from '../queries/section.reader.js';
import { PictureRefining } from './picture.refining.js';

/** Pictures in texts: brought by who may write somewhere, seen by who may read a text that shows them: by everybody where it is adopted and published. */
@Injectable()
export class PicturePurpose implements FilePurpose, OnModuleInit {
  readonly name = PICTURE_PURPOSE;
  readonly mediaTypes: readonly MediaType[] = ['image/png', 'image/jpeg', 'image/webp'];
  readonly maxBytes = 10 * 1024 * 1024;
  readonly cacheSeconds = 3600;

  constructor(
    @Inject(FilePurposeRegistry) private readonly purposes: FilePurposeRegistry,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    private readonly access: SectionAccess,
    private readonly sections: SectionReader,
    private readonly pictures: PictureReader,
    private readonly publications: PublicationReader,
    private readonly refining: PictureRefining,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayUpload(actor: Actor): Promise<boolean> {
    const { all, processIds, editionIds, sectionIds } = await this.policy.scopeFilter(actor, 'section.write');
    return all || processIds.length + editionIds.length + sectionIds.length > 0;
  }

  /** What stands in no text (any more) is a draft of the section it was brought to. */
  async mayRead(file: StoredFile, actor: Actor | null): Promise<boolean> {
    const home = sectionKeeping(file);
    const shown = await this.pictures.findSectionsShowing(file.id);
    const sections = await this.sections.findByIds([...new Set([...shown, ...(home === null ? [] : [home])])]);
    for (const section of sections) {
      if (shown.includes(section.sectionId) && ((await this.access.mayRead(actor, section)) || (await this.publications.isOpen(section.editionId)))) return true;
      if (section.sectionId === home && (await this.access.mayReadDrafts(actor, section))) return true;
    }
    return false;
  }

  async refine(content: Buffer): Promise<Buffer> {
    const refined = await this.refining.refine(content);
    if ('problem' in refined) throw conceptError(refined.problem, ['file']);
    return Buffer.from(refined.content);
  }
}
