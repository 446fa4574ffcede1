import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { notFound } from '../domain/identity.errors.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { IdentityReader } from '../queries/identity.reader.js';
import type { OrganisationView } from '../queries/identity.views.js';
import { actingPerson } from './acting-person.js';

/** Finds an organisation for somebody who says who belongs to it. */
@Injectable()
export class MemberGate {
  constructor(
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(IdentityReader) private readonly reader: IdentityReader,
  ) {}

  /** @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async requireAdminister(actor: Actor, organisationId: string): Promise<OrganisationView> {
    const { municipalityId } = actingPerson(actor);
    const [organisation] = await this.reader.organisationsByIds(municipalityId, [organisationId]);
    if (!organisation) throw notFound();
    await this.policy.require(actor, 'organisation.administer', { municipalityId, organisationId });
    return organisation;
  }
}
