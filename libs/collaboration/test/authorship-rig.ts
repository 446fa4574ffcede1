import { basename } from 'node:path';
import type { DocumentAuthors } from '@konzeptwerkstatt/contracts';
import * as Y from 'yjs';
import { CompactDocumentProcessor, LogDocumentAuthorship } from '../src/index.js';
import { personOf, until, type Client, type CollaborationRig } from './collaboration-rig.js';

const names = ['anna', 'bela', 'carla', 'dora'];
const nameOf = (organisationId: string | null): string => names.find((name) => personOf(name).actor.organisationId === organisationId) ?? basename(organisationId ?? 'nobody');

/** Who wrote what in the rig's documents, by the names of the people. */
export class AuthorshipRig {
  readonly authorship: LogDocumentAuthorship;
  private readonly compaction: CompactDocumentProcessor;

  constructor(readonly rig: CollaborationRig) {
    this.authorship = new LogDocumentAuthorship(rig.decoder);
    this.compaction = new CompactDocumentProcessor(rig.database.prisma, rig.decoder);
  }

  /** `anna: Hallo` per passage, in document order. */
  async told(documentId: string): Promise<string[]> {
    const authors = await this.read(documentId);
    const doc = await this.rig.stored(documentId);
    const texts = new Map(doc.getXmlFragment('body').toArray().map((block) => [(block as Y.XmlElement).getAttribute('id'), plain(block as Y.XmlElement)]));
    return authors.passages.map(({ blockId, from, to, author }) => `${nameOf(authors.authors[author]?.organisationId ?? null)}: ${(texts.get(blockId) ?? '').slice(from, to)}`);
  }

  async read(documentId: string): Promise<DocumentAuthors> {
    const authors = (await this.authorship.read(this.rig.database.prisma.client, [documentId])).get(documentId);
    if (authors === undefined) throw new Error('no such document');
    return authors;
  }

  /** Folds everything that is committed. */
  async compact(documentId: string): Promise<void> {
    await this.rig.database.pool.query('UPDATE engine.document_update SET projected = true WHERE document_id = $1', [documentId]);
    await this.compaction.process({ documentId });
  }

  /** Waits until the database has what somebody sees. */
  async committed(documentId: string, { doc }: Client): Promise<void> {
    await until(async () => (await this.rig.stored(documentId)).getXmlFragment('body').toString() === doc.getXmlFragment('body').toString());
  }
}

const plain = (block: Y.XmlElement): string => block.toString().replace(/<[^>]*>/g, '');

/** Puts a paragraph into the text. */
export function paragraph(doc: Y.Doc, id: string, words: string, at = 0): Y.XmlText {
  const block = new Y.XmlElement('block');
  const text = new Y.XmlText();
  block.setAttribute('id', id);
  doc.getXmlFragment('body').insert(at, [block]);
  block.insert(0, [text]);
  text.insert(0, words);
  return text;
}

/** As an editor moves a paragraph: takes it out and puts the same words in somewhere else, in one update. */
export function move(doc: Y.Doc, from: number, to: number): void {
  const body = doc.getXmlFragment('body');
  const block = body.get(from) as Y.XmlElement;
  const [id, words] = [block.getAttribute('id') ?? '', plain(block)];
  doc.transact(() => {
    body.delete(from, 1);
    paragraph(doc, id, words, to);
  });
}
