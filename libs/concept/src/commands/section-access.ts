import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import type { EditionPlace, SectionPlace } from '../domain/section-place.js';

/** Asks the one access policy about sections and editions. */
@Injectable()
export class SectionAccess {
  constructor(@Inject(AccessPolicy) private readonly policy: AccessPolicy) {}

  /** @throws ApplicationError NOT_FOUND when the actor may not even read it, FORBIDDEN when she may only read */
  requireWrite(actor: Actor, place: SectionPlace): Promise<void> {
    return this.policy.require(actor, 'section.write', resourceOfSection(place));
  }

  /** @throws ApplicationError as `requireWrite` */
  requireEdit(actor: Actor, place: EditionPlace): Promise<void> {
    return this.policy.require(actor, 'edition.edit', resourceOfEdition(place));
  }

  async mayWrite(actor: Actor | null, place: SectionPlace): Promise<boolean> {
    return !place.isFrozen && (await this.policy.can(actor, 'section.write', resourceOfSection(place)));
  }

  mayRead(actor: Actor | null, place: SectionPlace): Promise<boolean> {
    return this.policy.can(actor, 'section.read', resourceOfSection(place));
  }

  /** Whether she may see how the text came to be: for who takes part, not for who reads it only because it is published. */
  mayReadDrafts(actor: Actor | null, place: SectionPlace): Promise<boolean> {
    return this.policy.can(actor, 'section.read', { ...resourceOfSection(place), isPublished: false });
  }

  async mayEditEdition(actor: Actor | null, place: EditionPlace): Promise<boolean> {
    return !place.isFrozen && (await this.policy.can(actor, 'edition.edit', resourceOfEdition(place)));
  }

  mayReadEdition(actor: Actor | null, place: EditionPlace): Promise<boolean> {
    return this.policy.can(actor, 'edition.read', resourceOfEdition(place));
  }
}

/** What the policy is asked about. */
export interface PolicyResource {
  readonly municipalityId: string;
  readonly processId?: string | null;
  readonly editionId?: string;
  readonly sectionId?: string;
  readonly isPublished?: boolean;
}

function resourceOfEdition({ municipalityId, processId, editionId, isPublished }: EditionPlace): PolicyResource {
  return { municipalityId, processId, editionId, isPublished };
}

function resourceOfSection({ municipalityId, processId, editionId, sectionId, isPublished }: SectionPlace): PolicyResource {
  return { municipalityId, processId, editionId, sectionId, isPublished };
}
