import { Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { DocumentAccess, DocumentRights } from '@konzeptwerkstatt/contracts';
import { SectionAccess } from '../commands/section-access.js';
import { SectionReader } from '../queries/section.reader.js';

/** Rights in the texts of sections. After adoption nobody writes; a removed section's text is nobody's any more. */
@Injectable()
export class SectionDocumentAccess implements DocumentAccess {
  constructor(
    private readonly sections: SectionReader,
    private readonly access: SectionAccess,
  ) {}

  async rights(documentId: string, actor: Actor): Promise<DocumentRights | null> {
    const section = await this.sections.findByDocument(documentId);
    if (section === null || !(await this.access.mayRead(actor, section))) return null;
    return { canRead: true, canWrite: await this.access.mayWrite(actor, section) };
  }
}
