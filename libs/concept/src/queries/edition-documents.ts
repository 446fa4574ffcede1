import type { PresenceReader } from './presence.reader.js';

/**
 * Which documents belong to an edition, for whoever hears of every document of the installation. Asks once per document,
 * which never changes its section.
 */
export class EditionDocuments {
  private sections: ReadonlyMap<string, string> = new Map();
  private readonly foreign = new Set<string>();

  constructor(
    private readonly presences: PresenceReader,
    private readonly edition: { readonly municipalityId: string; readonly editionId: string },
  ) {}

  /** The section whose text it is; null when it is none of the edition's. */
  async sectionOf(documentId: string): Promise<string | null> {
    if (!this.sections.has(documentId) && !this.foreign.has(documentId)) {
      await this.all();
      if (!this.sections.has(documentId)) this.foreign.add(documentId);
    }
    return this.sections.get(documentId) ?? null;
  }

  /** All documents of the edition as it is now. */
  async all(): Promise<readonly string[]> {
    this.sections = await this.presences.findDocuments(this.edition);
    return [...this.sections.keys()];
  }
}
