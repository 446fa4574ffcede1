import { Inject, Injectable } from '@nestjs/common';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { INDICATOR_DIRECTORY } from '../concept.ports.js';
import type { IndicatorDirectory } from '../concept.ports.js';
import type { KnownReferences } from '../domain/wanted-rows.policy.js';

const rememberedMs = 60_000;

/** Tells which organisations and indicators exist in a municipality, so that no text can name those of another. */
@Injectable()
export class KnownReferencesReader {
  /** Organisations seen lately, by municipality and id: most texts name the same few, and a look-up needs a second connection. */
  private readonly seen = new Map<string, number>();

  constructor(
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(INDICATOR_DIRECTORY) private readonly indicators: IndicatorDirectory,
  ) {}

  /** Those of the ids that exist. Costs nothing for empty lists. */
  async find(tx: Transaction, municipalityId: string, ids: { readonly organisations: readonly string[]; readonly indicators: readonly string[] }): Promise<KnownReferences> {
    return {
      organisations: await this.organisations(municipalityId, ids.organisations),
      indicators: ids.indicators.length === 0 ? new Set() : await this.indicators.existing(tx, municipalityId, ids.indicators),
    };
  }

  /** Whether an organisation exists in the municipality. */
  async hasOrganisation(municipalityId: string, id: string): Promise<boolean> {
    return (await this.organisations(municipalityId, [id])).has(id);
  }

  private async organisations(municipalityId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const key = (id: string): string => `${municipalityId} ${id}`;
    const now = performance.now();
    const unknown = ids.filter((id) => (this.seen.get(key(id)) ?? -Infinity) < now - rememberedMs);
    if (unknown.length > 0) {
      for (const { id } of await this.identity.organisationsByIds(municipalityId, unknown)) this.seen.set(key(id), now);
    }
    return new Set(ids.filter((id) => (this.seen.get(key(id)) ?? -Infinity) >= now - rememberedMs));
  }
}
