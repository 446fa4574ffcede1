import { Inject, Injectable } from '@nestjs/common';
import { hashToken, newSessionToken, SecretBox, type ProviderIdentity } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { ExternalIdentityRepository, type KnownIdentity } from '../persistence/external-identity.repository.js';
import { identityHintPurpose, ProviderSessionRepository } from '../persistence/provider-session.repository.js';
import { SessionStart, type StartingSession } from './session-start.js';

/** Whose session starts, and what the provider said. */
export interface StartingProviderSession extends Pick<StartingSession, 'userAgent' | 'previous'> {
  readonly holder: Pick<KnownIdentity, 'id' | 'municipalityId' | 'providerId' | 'personId'>;
  /** For which she acts at first. */
  readonly organisationId: string;
  readonly identity: Pick<ProviderIdentity, 'sessionId' | 'idToken' | 'logoutEndpoint'>;
}

/** Starts sessions that a provider opened, within the unit of work of a sign-in. */
@Injectable()
export class ProviderSessionStart {
  constructor(
    @Inject(SessionStart) private readonly starts: SessionStart,
    @Inject(ProviderSessionRepository) private readonly sessions: ProviderSessionRepository,
    @Inject(ExternalIdentityRepository) private readonly identities: ExternalIdentityRepository,
    @Inject(SecretBox) private readonly box: SecretBox,
  ) {}

  /** @returns the session's token */
  async start(unit: Unit<Transaction>, { holder, organisationId, identity, ...browser }: StartingProviderSession): Promise<string> {
    const { id: identityId, municipalityId, providerId, personId } = holder;
    const token = newSessionToken();
    const sessionId = await this.starts.start(unit, { token, personId, membership: { municipalityId, organisationId }, ...browser });
    const sidHash = identity.sessionId === null ? null : hashToken(identity.sessionId);
    const identityHint = this.box.seal(identity.idToken, identityHintPurpose(sessionId));
    await this.sessions.insert(unit.tx, { sessionId, municipalityId, providerId, identityId, sidHash, logoutEndpoint: identity.logoutEndpoint, identityHint });
    await this.identities.noteSignIn(unit.tx, identityId);
    return token;
  }
}
