import { Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { SectionAccess } from '../commands/section-access.js';
import type { Gap } from '../domain/gap.policy.js';
import { GapReader } from './gap.reader.js';
import { SectionReader } from './section.reader.js';
import { VisibleEditionsReader } from './visible-editions.reader.js';

/** Editions that are looked through for one person's gaps, newest first. */
const mostEditions = 20;
const mostSections = 100;

/** Finds what is missing in the sections somebody may write in. */
@Injectable()
export class OwnGapsReader {
  constructor(
    private readonly visible: VisibleEditionsReader,
    private readonly sections: SectionReader,
    private readonly gaps: GapReader,
    private readonly access: SectionAccess,
  ) {}

  async find(actor: Actor): Promise<Gap[]> {
    const editions = (await this.visible.list(actor, { offset: 0, limit: mostEditions })).filter((edition) => !edition.isFrozen && edition.municipalityId === actor.municipalityId);
    const sections = await this.sections.findByEditions(editions.map(({ editionId }) => editionId), { offset: 0, limit: mostSections });
    const rights = await Promise.all(sections.map((section) => this.access.mayWrite(actor, section)));
    const writable = sections.filter((_, index) => rights[index]);
    const own = new Set(writable.map(({ sectionId }) => sectionId));
    const concerned = editions.filter((edition) => writable.some(({ editionId }) => editionId === edition.editionId));
    const found = await Promise.all(concerned.map((edition) => this.gaps.find(edition)));
    return found.flat().filter(({ sectionId }) => sectionId !== null && own.has(sectionId));
  }
}
