import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { AccessPolicy, IdentityReader, isAllowedSomewhere } from '@konzeptwerkstatt/identity';
import { monitoringError } from '../domain/monitoring.errors.js';

/**
 * Who may define indicators and record values. They belong to the whole municipality, so the right in any of its processes
 * is enough.
 */
@Injectable()
export class IndicatorGate {
  constructor(
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  async mayRecord(actor: Actor | null, municipalityId: string): Promise<boolean> {
    if (actor === null || actor.municipalityId !== municipalityId) return false;
    return isAllowedSomewhere(await this.policy.scopeFilter(actor, 'observation.record'));
  }

  /**
   * @returns the municipality the actor works in
   * @throws ApplicationError NOT_FOUND, FORBIDDEN
   */
  async requireRecord(actor: Actor): Promise<string> {
    const { municipalityId } = actor;
    if (municipalityId === null) throw new ApplicationError('NOT_FOUND', 'Sie arbeiten gerade in keiner Kommune.');
    // The policy names the right refusal for those who may not.
    if (!(await this.mayRecord(actor, municipalityId))) await this.policy.require(actor, 'observation.record', { municipalityId });
    return municipalityId;
  }

  /** @throws ValidationError UNKNOWN_ORGANISATION when the office in charge is none of this municipality */
  async requireOrganisation(municipalityId: string, organisationId: string | null): Promise<void> {
    if (organisationId === null) return;
    if ((await this.identity.organisationsByIds(municipalityId, [organisationId])).length === 0) throw monitoringError('UNKNOWN_ORGANISATION', ['responsibleOrganisationId']);
  }
}
