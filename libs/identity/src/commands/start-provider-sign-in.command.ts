import { Inject, Injectable } from '@nestjs/common';
import { systemClock } from '@konzeptwerkstatt/kernel';
import { AttemptLimiter, OpenIdProviders } from '@konzeptwerkstatt/platform-auth';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { addressForPeople } from '@konzeptwerkstatt/platform-mail';
import { providerUnknown } from '../domain/identity.errors.js';
import { ownPath } from '../domain/own-path.policy.js';
import { SignInProviderRepository } from '../persistence/sign-in-provider.repository.js';
import { CALLBACK_PATH } from '../queries/sign-in-provider.reader.js';
import { ProviderRegistrations } from './provider-registration.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Somebody wants to go to a provider. */
export interface ProviderStart {
  readonly providerId: string;
  /** Where she wants to be afterwards; anything but a path of this installation counts as the start page. */
  readonly returnPath: string | null;
  /** The session whose account is to be linked; null for signing in. */
  readonly linkingSessionId: string | null;
  readonly clientAddress: string;
}

/** Where to send her, and what her browser keeps. */
export interface StartedSignIn {
  readonly url: string;
  /** For a cookie that only the server reads. */
  readonly browserToken: string;
}

/** Sends somebody to the provider of a municipality. What must come back unchanged stays here, bound to her browser, for ten minutes. */
@Injectable()
export class StartProviderSignInCommand {
  /** An office shares one address; each start asks the provider once. */
  private readonly attempts = new AttemptLimiter({ attempts: 200, windowMs: 15 * 60_000 }, systemClock);

  constructor(
    @Inject(SignInProviderRepository) private readonly providers: SignInProviderRepository,
    @Inject(SignInAttempts) private readonly signIns: SignInAttempts,
    @Inject(ProviderRegistrations) private readonly registrations: ProviderRegistrations,
    @Inject(OpenIdProviders) private readonly openid: OpenIdProviders,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** @throws ValidationError PROVIDER_UNKNOWN, PROVIDER_UNREACHABLE, PROVIDER_REFUSES_CLIENT, SIGN_IN_UNTRUSTED; ApplicationError RATE_LIMITED */
  async execute({ providerId, returnPath, linkingSessionId, clientAddress }: ProviderStart): Promise<StartedSignIn> {
    this.attempts.take(clientAddress);
    const provider = await this.providers.findEnabled(providerId);
    if (!provider) throw providerUnknown();
    const { url, secrets } = await this.registrations.told(provider, this.openid.begin(this.registrations.of(provider), addressForPeople(this.config, CALLBACK_PATH)));
    const browserToken = await this.signIns.keep({ municipalityId: provider.municipalityId, providerId, secrets, returnPath: ownPath(returnPath), linkingSessionId });
    return { url, browserToken };
  }
}
