import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { Resource } from '@konzeptwerkstatt/identity';
import type { Contribution } from '../domain/contribution.js';

/** A concept or one of its sections, with all that rights and rules ask of it. */
export interface ContributionPlace {
  readonly municipalityId: string;
  readonly editionId: string;
  readonly processId: string | null;
  readonly sectionId: string | null;
  /** The section's text. */
  readonly documentId: string | null;
  readonly isPublished: boolean;
}

const resourceOf = ({ municipalityId, editionId, processId, sectionId, isPublished }: Omit<ContributionPlace, 'documentId'>): Resource => ({ municipalityId, editionId, processId, sectionId, isPublished });

/** Asks the one access policy about contributions. What is held, refused or withdrawn is its contributor's and its organisation's alone; what came by a link is held by the office, a card by its moderators. */
@Injectable()
export class ContributionAccess {
  constructor(
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
  ) {}

  /** The place of an edition or one of its sections; null when there is none. A section that was taken out counts as its edition. */
  async findPlace(editionId: string, sectionId: string | null): Promise<ContributionPlace | null> {
    const [[edition], [section]] = await Promise.all([this.concepts.editionsByIds([editionId]), this.concepts.sectionsByIds(sectionId === null ? [] : [sectionId])]);
    if (edition === undefined) return null;
    const { municipalityId, processId, isPublished } = edition;
    const found = section?.editionId === editionId ? section : null;
    return { municipalityId, editionId, processId, isPublished, sectionId: found?.sectionId ?? null, documentId: found?.documentId ?? null };
  }

  /** @throws ApplicationError NOT_FOUND when the actor may not even read it, FORBIDDEN when she may not say something (any more) */
  requireSubmit(actor: Actor, place: ContributionPlace): Promise<void> {
    return this.policy.require(actor, 'contribution.submit', resourceOf(place));
  }

  /** @throws as `requireSubmit` */
  requireAnswer(actor: Actor, place: ContributionPlace): Promise<void> {
    return this.policy.require(actor, 'contribution.answer', resourceOf(place));
  }

  async can(actor: Actor | null, action: 'contribution.read' | 'contribution.submit' | 'contribution.answer', { editionId, sectionId }: Pick<Contribution, 'editionId' | 'sectionId'>): Promise<boolean> {
    const place = await this.findPlace(editionId, sectionId);
    return place !== null && this.canAt(actor, action, place);
  }

  /** The same for a place that is known. */
  canAt(actor: Actor | null, action: 'contribution.read' | 'contribution.submit' | 'contribution.answer', place: Omit<ContributionPlace, 'documentId'>): Promise<boolean> {
    return this.policy.can(actor, action, resourceOf(place));
  }

  /** Whether the actor acts for the organisation and administers it. */
  async speaksFor(actor: Actor | null, { municipalityId, organisationId }: Pick<Contribution, 'municipalityId' | 'organisationId'>): Promise<boolean> {
    if (actor === null || organisationId === null || actor.organisationId !== organisationId) return false;
    return this.policy.can(actor, 'organisation.administer', { municipalityId, organisationId });
  }

  /** Whether the actor made the contribution, or belongs to the organisation it was made for and acts for it: she is asked about the answer. */
  async mayReact(actor: Actor | null, { municipalityId, contributorId, organisationId }: Pick<Contribution, 'municipalityId' | 'contributorId' | 'organisationId'>): Promise<boolean> {
    if (actor === null || actor.municipalityId !== municipalityId) return false;
    if (contributorId !== null && contributorId === actor.personId) return true;
    return organisationId !== null && (await this.policy.can(actor, 'inquiry.answer', { municipalityId, organisationId }));
  }

  /** Those of some people who may see a contribution that others see, acting for any of their organisations; asked in the caller's transaction. */
  async readersAmong(tx: Transaction, { municipalityId, editionId, sectionId, contributorId }: Contribution, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return new Set();
    const readers = await this.policy.peopleWho(tx, 'contribution.read', { municipalityId, editionId, sectionId, processId: await this.concepts.processOf(tx, editionId) }, personIds);
    return new Set(personIds.filter((id) => id === contributorId || readers.has(id)));
  }

  /** Whether the actor may let others see it: for its organisation, or for the office where it came by a link. Cards are released on their wall. */
  async mayRelease(actor: Actor | null, contribution: Contribution): Promise<boolean> {
    if (contribution.isCard) return false;
    return contribution.way === 'link' ? this.can(actor, 'contribution.answer', contribution) : this.speaksFor(actor, contribution);
  }

  /** Whether the actor may see the contribution. */
  async mayRead(actor: Actor | null, contribution: Contribution): Promise<boolean> {
    if (actor === null || actor.municipalityId !== contribution.municipalityId) return false;
    if (contribution.contributorId !== null && contribution.contributorId === actor.personId) return true;
    if (contribution.state === 'withdrawn') return false;
    if (contribution.state === 'held' || contribution.state === 'refused') return this.mayRelease(actor, contribution);
    return this.can(actor, 'contribution.read', contribution);
  }

  /** @throws ApplicationError NOT_FOUND */
  async requireRead(actor: Actor, contribution: Contribution | null): Promise<Contribution> {
    if (contribution === null || !(await this.mayRead(actor, contribution))) throw notFound();
    return contribution;
  }
}
