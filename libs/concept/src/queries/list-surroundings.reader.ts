import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { SectionAccess } from '../commands/section-access.js';
import { MeasureReader } from './measure.reader.js';
import { SectionReader } from './section.reader.js';

const everything = { offset: 0, limit: 10_000 };

/** What a list is held against. */
@Injectable()
export class ListSurroundingsReader {
  constructor(
    private readonly access: SectionAccess,
    private readonly measures: MeasureReader,
    private readonly sections: SectionReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  async find(actor: Actor, municipalityId: string, editionId: string) {
    const [measures, sections, organisations] = await Promise.all([
      this.measures.findByEdition({ municipalityId, editionId }, {}, null, everything),
      this.sections.findByEditions([editionId], everything),
      this.identity.organisations(municipalityId),
    ]);
    const may = await Promise.all(sections.map(async (section) => ((await this.access.mayWrite(actor, section)) ? [section.sectionId] : [])));
    return { organisations, sections: sections.map(({ sectionId, title }) => ({ sectionId, title })), titles: measures.map(({ title }) => title), writableSections: new Set(may.flat()) };
  }
}
