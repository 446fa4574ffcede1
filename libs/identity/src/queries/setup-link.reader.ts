import { Inject, Injectable } from '@nestjs/common';
import type { LinkState } from '../domain/one-time-link.policy.js';
import { OneTimeLinkRepository } from '../persistence/one-time-link.repository.js';
import { IdentityReader } from './identity.reader.js';

/** How a link for setting up stands, for the page that it opens. */
@Injectable()
export class SetupLinkReader {
  constructor(
    @Inject(OneTimeLinkRepository) private readonly links: OneTimeLinkRepository,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  async look(purpose: 'installation-setup' | 'municipality-setup', token: string): Promise<{ readonly state: LinkState; readonly municipalityName: string | null }> {
    const { state, payload } = await this.links.look(purpose, token);
    const municipality = payload && 'municipalityId' in payload ? await this.identity.municipality(payload.municipalityId) : null;
    return { state, municipalityName: municipality?.name ?? null };
  }
}
