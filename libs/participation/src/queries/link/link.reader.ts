import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { ConceptReader, rowId } from '@konzeptwerkstatt/concept';
import type { EditionRecord, SectionRecord } from '@konzeptwerkstatt/concept';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Contribution } from '../../domain/contribution.js';
import { subjectOf } from '../../domain/contribution.js';
import { isSenderKey } from '../../domain/link/contribution-link.js';
import type { ContributionLink } from '../../domain/link/contribution-link.js';
import { participationError } from '../../domain/participation.errors.js';
import type { ContributionResponse } from '../../domain/response.policy.js';
import { ContributionLinkRepository } from '../../persistence/link/contribution-link.repository.js';
import type { ListedLink } from '../../persistence/link/contribution-link.repository.js';
import { ContributionAccess } from '../contribution.access.js';
import { TreatmentReader } from '../treatment.reader.js';

/** What a link opens: an edition, and the fields of action it was made for that are still there, in their order. */
export interface LinkView {
  readonly link: ContributionLink;
  readonly edition: EditionRecord;
  readonly fields: readonly SectionRecord[];
}

/** A passage that can be answered. */
export interface Passage {
  readonly blockId: string;
  readonly kind: string;
  readonly text: string;
  /** Raw id of a goal or measure; null for other words. */
  readonly objectId: string | null;
}

/** What somebody sent without an account, with the published answer to it. */
export interface SentContribution {
  readonly contribution: Contribution;
  readonly section: SectionRecord | null;
  readonly response: ContributionResponse | null;
}

/** Kinds of blocks that have no words of their own to answer to. */
const WORDLESS: ReadonlySet<string> = new Set(['table', 'picture', 'indicator']);

/** Reads what people without an account may see, and which links there are. */
@Injectable()
export class LinkReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(ContributionLinkRepository) private readonly links: ContributionLinkRepository,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(TreatmentReader) private readonly treatment: TreatmentReader,
  ) {}

  /** @throws ValidationError LINK_UNKNOWN for a token that is unknown, over or ended */
  async open(token: string): Promise<LinkView> {
    const link = await this.links.findByToken(this.database.client, token);
    const [edition] = link === null ? [] : await this.concepts.editionsByIds([link.editionId]);
    if (link === null || edition === undefined) throw participationError('LINK_UNKNOWN', ['token']);
    const fields = (await this.concepts.sectionsByIds(link.sectionIds)).filter(({ editionId }) => editionId === link.editionId);
    return { link, edition, fields: fields.toSorted((one, other) => one.position - other.position) };
  }

  /** The passages, goals and measures of a field of action in the order of its text. */
  async passages({ documentId }: Pick<SectionRecord, 'documentId'>): Promise<Passage[]> {
    const { blocks } = await this.documents.read(this.database.client, documentId);
    return blocks.filter(({ kind, text }) => !WORDLESS.has(kind) && text.trim() !== '').map(({ id: blockId, kind, text }) => ({ blockId, kind, text, objectId: kind === 'goal' || kind === 'measure' ? rowId(documentId, blockId) : null }));
  }

  /** Links of an edition, the newest first; null for whoever does not answer what comes in by them. */
  async ofEdition(actor: Actor | null, edition: Pick<EditionRecord, 'editionId' | 'municipalityId' | 'processId' | 'isPublished'>): Promise<ListedLink[] | null> {
    const mayManage = await this.access.canAt(actor, 'contribution.answer', { ...edition, sectionId: null });
    return mayManage ? this.links.findMany(this.database.client, edition.municipalityId, edition.editionId) : null;
  }

  /** What was sent with a key, the newest first; also after its link is over. */
  async sent(senderKey: string): Promise<SentContribution[]> {
    const sent = isSenderKey(senderKey) ? await this.links.findSent(this.database.client, senderKey) : [];
    const [first] = sent;
    if (first === undefined) return [];
    const sections = new Map((await this.concepts.sectionsByIds(sent.flatMap(({ sectionId }) => sectionId ?? []))).map((section) => [section.sectionId, section]));
    const municipalities = [...new Set(sent.map(({ municipalityId }) => municipalityId))];
    const responses = (await Promise.all(municipalities.map((id) => this.treatment.responses(id, sent.map(subjectOf))))).flat();
    return sent.map((contribution) => ({
      contribution, section: contribution.sectionId === null ? null : sections.get(contribution.sectionId) ?? null,
      response: responses.find(({ subjectId, publishedAt }) => subjectId === subjectOf(contribution) && publishedAt !== null) ?? null,
    }));
  }
}
