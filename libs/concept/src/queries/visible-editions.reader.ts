import { Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { SectionAccess } from '../commands/section-access.js';
import { EditionReader } from './edition.reader.js';
import type { EditionRecord, EditionScope } from './edition.reader.js';
import { SectionReader } from './section.reader.js';
import type { SectionRecord } from './section.reader.js';
import type { Window } from './window.js';

const ALL: Window = { offset: 0, limit: 500 };

/** Reads editions and sections as one visitor may see them. What she may not see does not exist for her. */
@Injectable()
export class VisibleEditionsReader {
  constructor(
    private readonly policy: AccessPolicy,
    private readonly access: SectionAccess,
    private readonly editions: EditionReader,
    private readonly sections: SectionReader,
  ) {}

  /** Where in her municipality the visitor may read editions; without anybody signed in, what is published. */
  async scope(actor: Actor | null): Promise<EditionScope> {
    return { municipalityId: actor?.municipalityId ?? null, ...(await this.policy.scopeFilter(actor, 'edition.read')) };
  }

  async list(actor: Actor | null, window: Window): Promise<EditionRecord[]> {
    return this.editions.findVisible(await this.scope(actor), window);
  }

  async count(actor: Actor | null): Promise<number> {
    return this.editions.countVisible(await this.scope(actor));
  }

  /** Ids of all editions the visitor may see, at most 500. */
  async ids(actor: Actor | null): Promise<string[]> {
    return (await this.list(actor, ALL)).map(({ editionId }) => editionId);
  }

  /** Ids of those of them that are not adopted. */
  async openIds(actor: Actor | null): Promise<string[]> {
    return (await this.list(actor, ALL)).filter(({ isFrozen }) => !isFrozen).map(({ editionId }) => editionId);
  }

  async findEdition(actor: Actor | null, editionId: string): Promise<EditionRecord | null> {
    const [edition] = await this.editions.findByIds([editionId]);
    return edition !== undefined && (await this.access.mayReadEdition(actor, edition)) ? edition : null;
  }

  async findSection(actor: Actor | null, sectionId: string): Promise<SectionRecord | null> {
    const [section] = await this.sections.findByIds([sectionId]);
    return section !== undefined && (await this.access.mayRead(actor, section)) ? section : null;
  }
}
