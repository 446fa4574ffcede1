import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR, systemClock } from '@konzeptwerkstatt/kernel';
import { AttemptLimiter, hashToken, LOGOUT_NOTICE_SECONDS, OpenIdProviders } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { providerUnknown, signInUntrusted } from '../domain/identity.errors.js';
import { subjectHash } from '../persistence/external-identity.repository.js';
import { ProviderSessionRepository } from '../persistence/provider-session.repository.js';
import { SignInProviderRepository } from '../persistence/sign-in-provider.repository.js';
import { ProviderRegistrations } from './provider-registration.js';
import { ProviderSessionEnd } from './provider-session-end.js';

/** A notice counts once as long as it could be sent again: its own time and some for clocks that differ. */
const REMEMBERED_SECONDS = 5 * LOGOUT_NOTICE_SECONDS;

/** Hears from a provider that somebody signed out there, and ends the sessions that it opened here. */
@Injectable()
export class ReceiveLogoutNoticeCommand {
  /** A provider that signs a whole town hall out sends many from one address. */
  private readonly attempts = new AttemptLimiter({ attempts: 5_000, windowMs: 60_000 }, systemClock);

  constructor(
    @Inject(SignInProviderRepository) private readonly providers: SignInProviderRepository,
    @Inject(ProviderRegistrations) private readonly registrations: ProviderRegistrations,
    @Inject(OpenIdProviders) private readonly openid: OpenIdProviders,
    @Inject(ProviderSessionRepository) private readonly sessions: ProviderSessionRepository,
    @Inject(ProviderSessionEnd) private readonly ends: ProviderSessionEnd,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * @param token the notice, signed by the provider
   * @returns how many sessions ended
   * @throws ValidationError PROVIDER_UNKNOWN, PROVIDER_UNREACHABLE, SIGN_IN_UNTRUSTED, also for a notice that was heard before; ApplicationError RATE_LIMITED
   */
  async execute(providerId: string, token: string, clientAddress: string): Promise<number> {
    this.attempts.take(clientAddress);
    const provider = await this.providers.findEnabled(providerId);
    if (!provider) throw providerUnknown();
    const { subject, sessionId, tokenId } = await this.registrations.told(provider, this.openid.readLogoutNotice(this.registrations.of(provider), token));
    return this.work.run({ actor: SYSTEM_ACTOR }, async (unit) => {
      const { municipalityId, issuer } = provider;
      if (!(await this.sessions.noteNotice(unit.tx, { providerId, municipalityId, noticeHash: hashToken(tokenId), seconds: REMEMBERED_SECONDS }))) throw signInUntrusted();
      return this.ends.end(unit, { providerId, sidHash: sessionId === null ? null : hashToken(sessionId), subjectHash: subject === null ? null : subjectHash(issuer, subject) });
    });
  }
}
