import { Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { publishable } from '../domain/publication.policy.js';
import type { Publication } from '../domain/publication.policy.js';
import type { AdoptedMeasure } from '../domain/adopted-content.js';
import { AdoptedEditionRepository } from '../persistence/adopted-edition.repository.js';
import { PublicationRepository } from '../persistence/publication.repository.js';
import { EditionReader } from './edition.reader.js';
import type { AdoptionFacts, EditionRecord } from './edition.reader.js';
import type { ConceptDocument } from '@konzeptwerkstatt/document-model';

/** A published edition without its text. */
export interface PublishedEdition {
  readonly publication: Publication;
  readonly edition: EditionRecord;
  readonly adoption: AdoptionFacts;
}

/** What was adopted of a measure, without those whom to ask about it and without organisations that had not said yes. */
export type PublicMeasure = Omit<AdoptedMeasure, 'contact' | 'unconfirmedIds'>;

/** The measures of an edition that can be read, as they were adopted. */
export interface PublishedMeasures {
  readonly document: ConceptDocument;
  /** In the order of the text; rejected ones are left out. */
  readonly measures: readonly PublicMeasure[];
  /** Numbers of its goals, by id. */
  readonly goalNumbers: ReadonlyMap<string, string>;
  /** Lineages of these measures by their ids in all editions that can be read: what is reported of a measure names one of them. */
  readonly lineages: ReadonlyMap<string, string>;
}

/** A measure as everybody may read it. */
export interface PublishedMeasure {
  readonly blockId: string;
  /** As the latest of the editions has it. */
  readonly measure: PublicMeasure;
  /** Of the measure in all of the editions: what is reported of it names one of them. */
  readonly measureIds: readonly string[];
  /** The edition it stands in. */
  readonly document: ConceptDocument;
  /** Editions that can be read and have it, the latest adopted first. */
  readonly editions: readonly PublishedEdition[];
}

/** So many adopted editions are kept in memory. */
const MAX_KEPT = 10;

/** An adopted edition as everybody may see it. */
interface PublicContent {
  readonly document: ConceptDocument;
  readonly measures: readonly PublicMeasure[];
  readonly goalNumbers: ReadonlyMap<string, string>;
}

function publicMeasure({ contact: _, unconfirmedIds = [], ...measure }: AdoptedMeasure): PublicMeasure {
  const hasSaidYes = (id: string): boolean => !unconfirmedIds.includes(id);
  const { leadOrganisationId, partnerIds } = measure;
  return { ...measure, leadOrganisationId: leadOrganisationId !== null && hasSaidYes(leadOrganisationId) ? leadOrganisationId : null, partnerIds: partnerIds.filter(hasSaidYes) };
}

/** What everybody may read. Nobody's rights are asked. */
@Injectable()
export class PublicationReader {
  private readonly kept = new Map<string, PublicContent>();

  constructor(
    private readonly database: PrismaDatabase,
    private readonly publications: PublicationRepository,
    private readonly editions: EditionReader,
    private readonly adopted: AdoptedEditionRepository,
  ) {}

  /** Publications of editions, withdrawn ones included. */
  findByEditions(editionIds: readonly string[]): Promise<Publication[]> {
    return this.publications.findByEditions(this.database.client, editionIds);
  }

  /** Whether everybody may read an edition. */
  async isOpen(editionId: string): Promise<boolean> {
    const [publication] = await this.findByEditions([editionId]);
    return publication !== undefined && publication.withdrawnAt === null;
  }

  /** What has or had this address; null when nothing ever had. */
  async findByAddress(place: string, slug: string): Promise<Publication | null> {
    return this.publications.findByAddress(this.database.client, place, slug);
  }

  /** The place that a municipality's editions have, withdrawn ones included; null before the first one. */
  findPlaceOf(municipalityId: string): Promise<string | null> {
    return this.publications.findPlaceOf(this.database.client, municipalityId);
  }

  /** The editions that can be read below a place, the latest first. */
  async findByPlace(place: string): Promise<PublishedEdition[]> {
    return this.withEditions(await this.publications.findByPlace(this.database.client, place));
  }

  /** What was published of the editions that follow on one, its corrections included, the latest adopted first. */
  async findFollowersOf(editionId: string): Promise<PublishedEdition[]> {
    return this.withEditions(await this.publications.findFollowersOf(this.database.client, editionId));
  }

  /** Publications with what they are about; those of editions that are gone are left out. */
  async withEditions(publications: readonly Publication[]): Promise<PublishedEdition[]> {
    const ids = publications.map(({ editionId }) => editionId);
    const [editions, adoptions] = await Promise.all([this.editions.findByIds(ids), this.editions.findAdoptions(ids)]);
    return publications.flatMap((publication) => {
      const edition = editions.find(({ editionId }) => editionId === publication.editionId);
      const adoption = adoptions.find(({ editionId }) => editionId === publication.editionId);
      return edition === undefined || adoption === undefined ? [] : [{ publication, edition, adoption }];
    });
  }

  /** A measure as the latest adopted of the editions that can be read has it, and those that have it; null when none has. */
  async findMeasure(municipalityId: string, lineageId: string): Promise<PublishedMeasure | null> {
    const rows = await this.publications.findMeasures(this.database.client, municipalityId, [lineageId]);
    const [latest] = rows;
    const content = latest === undefined ? null : await this.content(latest.editionId);
    const measure = content?.measures.find(({ id }) => id === latest?.id);
    if (latest === undefined || content === null || measure === undefined) return null;
    const editions = await this.withEditions(await this.publications.findByEditions(this.database.client, rows.map(({ editionId }) => editionId)));
    const inOrder = rows.flatMap(({ editionId }) => editions.filter(({ edition }) => edition.editionId === editionId));
    return { blockId: latest.blockId, measure, measureIds: rows.map(({ id }) => id), document: content.document, editions: inOrder };
  }

  /** The measures of an edition that can be read; null when it cannot, or is not adopted. */
  async findMeasuresOf(editionId: string): Promise<PublishedMeasures | null> {
    const [publication] = await this.findByEditions([editionId]);
    const content = publication === undefined || publication.withdrawnAt !== null ? null : await this.content(editionId);
    if (publication === undefined || content === null) return null;
    const measures = content.measures.filter(({ decisionState }) => decisionState !== 'rejected');
    const rows = await this.publications.findMeasures(this.database.client, publication.municipalityId, measures.map(({ lineageId }) => lineageId));
    return { ...content, measures, lineages: new Map([...measures, ...rows].map(({ id, lineageId }) => [id, lineageId])) };
  }

  /** The lineages of an edition's measures, by block. */
  findLineages(editionId: string): Promise<ReadonlyMap<string, string>> {
    return this.publications.findLineages(this.database.client, editionId);
  }

  /** The text of an adopted edition as everybody may see it; null when it is not adopted. */
  async document(editionId: string): Promise<ConceptDocument | null> {
    return (await this.content(editionId))?.document ?? null;
  }

  /** Kept once it was read: it never changes, and a whole concept takes long to read. */
  private async content(editionId: string): Promise<PublicContent | null> {
    const known = this.kept.get(editionId);
    if (known !== undefined) return known;
    const adopted = await this.adopted.find(this.database.client, editionId);
    if (adopted === null) return null;
    const { document, measures, goals } = adopted.content;
    const content = { document: publishable(document), measures: measures.map(publicMeasure), goalNumbers: new Map(goals.map(({ id, number }) => [id, number])) };
    const [oldest] = this.kept.keys();
    if (this.kept.size >= MAX_KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(editionId, content);
    return content;
  }
}
