import { Inject, Injectable } from '@nestjs/common';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import { OpenIdProviders, type SignInSecrets } from '@konzeptwerkstatt/platform-auth';
import { providerUnknown, signInInterrupted } from '../domain/identity.errors.js';
import type { SignInAttempt } from '../persistence/sign-in-attempt.repository.js';
import { SignInProviderRepository } from '../persistence/sign-in-provider.repository.js';
import { LinkExternalIdentity } from './link-external-identity.js';
import { ProviderRegistrations } from './provider-registration.js';
import { ProviderSignIn } from './provider-sign-in.js';
import type { PreviousSession } from './session-start.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Somebody comes back from a provider. */
export interface ProviderReturn {
  /** The whole address she came back to, as this installation is known to the provider. */
  readonly answer: URL;
  /** Of her browser's cookie. */
  readonly browserToken: string | null;
  readonly userAgent: string;
  /** The session of the request, if there is one. */
  readonly previous: PreviousSession | null;
  readonly correlationId: string;
}

/** What became of it. */
export interface ProviderSignInOutcome {
  /** Of the new session; null when none began. */
  readonly token: string | null;
  readonly isLinking: boolean;
  /** A path of this installation. */
  readonly returnPath: string;
  /** Code of the reason why nobody is signed in, or nothing is linked; null when all went well. */
  readonly problem: string | null;
}

/** Takes somebody back from a provider: signs her in, or links her account. */
@Injectable()
export class FinishProviderSignInCommand {
  constructor(
    @Inject(SignInProviderRepository) private readonly providers: SignInProviderRepository,
    @Inject(SignInAttempts) private readonly attempts: SignInAttempts,
    @Inject(ProviderRegistrations) private readonly registrations: ProviderRegistrations,
    @Inject(OpenIdProviders) private readonly openid: OpenIdProviders,
    @Inject(ProviderSignIn) private readonly signIn: ProviderSignIn,
    @Inject(LinkExternalIdentity) private readonly link: LinkExternalIdentity,
  ) {}

  /** Never throws what people can be told: they stand on the way between two sites, and need a page with a sentence. */
  async execute(request: ProviderReturn): Promise<ProviderSignInOutcome> {
    const attempt = await this.attempts.take(request.browserToken);
    const where = { isLinking: attempt !== null && attempt.linkingSessionId !== null, returnPath: attempt?.returnPath ?? '/' };
    try {
      if (!attempt || request.browserToken === null) throw signInInterrupted();
      return { ...where, token: await this.finish(request, attempt, this.attempts.secretsOf(attempt, request.browserToken)), problem: null };
    } catch (error) {
      if (error instanceof ValidationError) return { ...where, token: null, problem: error.details[0]?.code ?? null };
      throw error;
    }
  }

  private async finish(request: ProviderReturn, attempt: SignInAttempt, secrets: SignInSecrets): Promise<string | null> {
    const { answer, previous } = request;
    // An answer to another question than this browser's.
    if (answer.searchParams.get('state') !== secrets.state) throw signInInterrupted();
    if (attempt.linkingSessionId !== null && previous?.sessionId !== attempt.linkingSessionId) throw signInInterrupted();
    const provider = await this.providers.findEnabled(attempt.providerId);
    if (!provider) throw providerUnknown();
    const identity = await this.registrations.told(provider, this.openid.finish(this.registrations.of(provider), answer, secrets));
    if (attempt.linkingSessionId === null || !previous) return this.signIn.execute({ provider, identity, ...request });
    await this.link.execute({ provider, identity, personId: previous.personId, correlationId: request.correlationId });
    return null;
  }
}
