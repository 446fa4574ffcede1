import { Inject, Injectable } from '@nestjs/common';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader, Transaction } from '@konzeptwerkstatt/contracts';
import type { SectionContent } from '@konzeptwerkstatt/document-model';
import type { Passage, SearchEntry } from '../domain/search-entry.js';
import { SearchableSourceRepository, type SectionSource } from '../persistence/searchable-source.repository.js';
import { SearchEntryRepository } from '../persistence/search-entry.repository.js';

/** The blocks of the text itself, in tables too; goals and measures are entries of their own, but for what their pictures show. */
function passagesOf({ blocks }: SectionContent): Passage[] {
  const kinds = new Map(blocks.map(({ id, kind }) => [id, kind]));
  const isOfObject = (id: string | null): boolean => id !== null && ['goal', 'measure'].includes(kinds.get(id) ?? '');
  return blocks
    .filter(({ id, kind, text, parentId }) => text.trim() !== '' && !isOfObject(id) && (kind === 'picture' || !isOfObject(parentId)))
    .map(({ id, text }) => ({ blockId: id, text }));
}

/** Makes a section, its goals and its measures findable as they are now. Running it again changes nothing. */
@Injectable()
export class IndexSectionCommand {
  constructor(
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
    private readonly sources: SearchableSourceRepository,
    private readonly entries: SearchEntryRepository,
  ) {}

  async run(tx: Transaction, sectionId: string): Promise<void> {
    await this.entries.lockSection(tx, sectionId);
    const section = await this.sources.findSection(tx, sectionId);
    const entries = section === null ? [] : await this.entriesOf(tx, section);
    await this.entries.save(tx, entries);
    await this.entries.removeOthersOfSection(tx, sectionId, entries.map(({ objectId }) => objectId));
  }

  private async entriesOf(tx: Transaction, section: SectionSource): Promise<SearchEntry[]> {
    const { sectionId, municipalityId, processId, editionId } = section;
    const shared = { municipalityId, place: { processId, editionId, sectionId } };
    const passages = passagesOf(await this.documents.read(tx, section.documentId));
    const objects = await this.sources.findObjects(tx, section);
    return [
      { ...shared, objectId: sectionId, kind: 'section', blockId: null, title: section.title, body: '', passages },
      ...objects.map((object) => ({ ...shared, ...object, passages: [] })),
    ];
  }
}
