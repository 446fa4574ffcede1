import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { INDICATOR_DIRECTORY } from '../concept.ports.js';
import type { IndicatorDirectory } from '../concept.ports.js';
import type { KnownReferences } from '../domain/wanted-rows.policy.js';

/** Tells, inside the caller's transaction, which organisations and indicators exist in a municipality, so that no text can name those of another. */
@Injectable()
export class KnownReferencesReader {
  constructor(
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(INDICATOR_DIRECTORY) private readonly indicators: IndicatorDirectory,
  ) {}

  /** Those of the ids that exist. Costs nothing for empty lists. */
  async find(tx: Transaction, municipalityId: string, ids: { readonly organisations: readonly string[]; readonly indicators: readonly string[] }): Promise<KnownReferences> {
    return {
      organisations: ids.organisations.length === 0 ? new Set() : await this.identity.existingOrganisations(tx, municipalityId, ids.organisations),
      indicators: ids.indicators.length === 0 ? new Set() : await this.indicators.existing(tx, municipalityId, ids.indicators),
    };
  }

  /** Whether an organisation exists in the municipality. */
  async hasOrganisation(tx: Transaction, municipalityId: string, id: string): Promise<boolean> {
    return (await this.identity.existingOrganisations(tx, municipalityId, [id])).has(id);
  }
}
