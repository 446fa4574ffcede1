import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_AUTHORSHIP } from '@konzeptwerkstatt/contracts';
import type { DocumentAuthors, DocumentAuthorship } from '@konzeptwerkstatt/contracts';
import { AccessPolicy, IdentityReader } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { sharesOf } from '../domain/authorship.policy.js';
import type { AuthorShare } from '../domain/authorship.policy.js';
import type { EditionPlace } from '../domain/section-place.js';
import { PresenceReader } from './presence.reader.js';

/** A text, and whose it is. */
export interface OwnedText {
  readonly documentId: string;
  readonly municipalityId: string;
}

/** Who wrote some texts, as one visitor may see it. */
export interface VisibleAuthorship {
  readonly shares: readonly AuthorShare[];
  /** Names of persons by id; null where persons and numbers are not to be shown to this visitor. */
  readonly names: ReadonlyMap<string, string> | null;
}

/** Who wrote one text. */
export interface TextAuthorship extends VisibleAuthorship {
  readonly text: DocumentAuthors;
}

const nothing: DocumentAuthors = { authors: [], passages: [], sources: [] };

/** Tells who wrote the texts of sections. Whoever calls it has asked the access policy whether the visitor may read them. */
@Injectable()
export class AuthorshipReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly identity: IdentityReader,
    private readonly policy: AccessPolicy,
    private readonly presences: PresenceReader,
    @Inject(DOCUMENT_AUTHORSHIP) private readonly authorship: DocumentAuthorship,
  ) {}

  /** One entry per text, in their order; the number of statements does not grow with them. */
  async ofTexts(actor: Actor | null, texts: readonly OwnedText[]): Promise<TextAuthorship[]> {
    const found = await this.authorship.read(this.database.client, texts.map(({ documentId }) => documentId));
    const detailed = await this.detailedMunicipalities(actor, texts.map(({ municipalityId }) => municipalityId));
    const read = texts.map(({ documentId, municipalityId }) => {
      const text = found.get(documentId) ?? nothing;
      return { text, shares: sharesOf([text]), isDetailed: detailed.has(municipalityId) };
    });
    const names = await this.namesIn(read.filter(({ isDetailed }) => isDetailed).flatMap(({ shares }) => shares));
    return read.map(({ text, shares, isDetailed }) => ({ text, shares, names: isDetailed ? names : null }));
  }

  /** All texts of an edition together. */
  async ofEdition(actor: Actor | null, edition: EditionPlace): Promise<VisibleAuthorship> {
    const documents = await this.presences.findDocuments(edition);
    const shares = sharesOf([...(await this.authorship.read(this.database.client, [...documents.keys()])).values()]);
    const isDetailed = (await this.detailedMunicipalities(actor, [edition.municipalityId])).size > 0;
    return { shares, names: isDetailed ? await this.namesIn(shares) : null };
  }

  /** Persons show only where the municipality has switched that on, and only to its own members. */
  private async detailedMunicipalities(actor: Actor | null, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const municipalities = (await this.identity.municipalitiesByIds([...new Set(ids)])).filter(({ showsAuthorshipDetail }) => showsAuthorshipDetail);
    const visible = await Promise.all(municipalities.map(async ({ id }) => ((await this.policy.can(actor, 'organisation.read', { municipalityId: id })) ? [id] : [])));
    return new Set(visible.flat());
  }

  private namesIn(shares: readonly AuthorShare[]): Promise<ReadonlyMap<string, string>> {
    const ids = new Set(shares.flatMap(({ persons }) => persons.flatMap(({ personId }) => (personId === null ? [] : [personId]))));
    return ids.size === 0 ? Promise.resolve(new Map()) : this.identity.personNames([...ids]);
  }
}
