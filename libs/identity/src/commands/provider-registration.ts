import { Inject, Injectable } from '@nestjs/common';
import type { ValidationError } from '@konzeptwerkstatt/kernel';
import { ProviderError, SecretBox, SecretsKeyMissingError, UnreadableSecretError, type ProviderFailure, type ProviderRegistration } from '@konzeptwerkstatt/platform-auth';
import { LOGGER, type Logger } from '@konzeptwerkstatt/platform-logging';
import { providerRefusesClient, providerUnreachable, signInDenied, signInUntrusted } from '../domain/identity.errors.js';
import { secretPurpose, type StoredProvider } from '../persistence/sign-in-provider.repository.js';

const sentences: Readonly<Record<ProviderFailure, () => ValidationError>> = {
  unreachable: providerUnreachable, 'not-allowed': providerUnreachable, 'client-refused': providerRefusesClient, denied: signInDenied, untrusted: signInUntrusted,
};

/** How this installation shows itself to a municipality's provider, and what people are told when that fails. */
@Injectable()
export class ProviderRegistrations {
  constructor(
    @Inject(SecretBox) private readonly box: SecretBox,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws ValidationError PROVIDER_REFUSES_CLIENT when the secret cannot be read any more (another SECRETS_KEY) */
  of({ id, issuer, clientId, clientSecret }: StoredProvider): ProviderRegistration {
    try {
      return { issuer, clientId, clientSecret: this.box.open(clientSecret, secretPurpose(id)) };
    } catch (error) {
      if (!(error instanceof UnreadableSecretError || error instanceof SecretsKeyMissingError)) throw error;
      this.logger.error({ providerId: id }, 'the secret of a sign-in provider cannot be read: SECRETS_KEY is another one than when it was entered');
      throw providerRefusesClient();
    }
  }

  /** Turns what went wrong with a provider into a sentence; the reason goes to the log, without anything about the person. */
  async told<T>({ id }: Pick<StoredProvider, 'id'>, asking: Promise<T>): Promise<T> {
    try {
      return await asking;
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      if (error.failure !== 'denied') this.logger.warn({ providerId: id, failure: error.failure, reason: error.reason }, 'sign-in provider not usable');
      throw sentences[error.failure]();
    }
  }
}
