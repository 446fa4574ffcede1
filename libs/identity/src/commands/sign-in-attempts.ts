import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import { hashToken, newLinkToken, SecretBox, SecretsKeyMissingError, SIGN_IN_ATTEMPT_SECONDS, UnreadableSecretError, type SignInSecrets } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { secretsKeyMissing, signInInterrupted } from '../domain/identity.errors.js';
import { attemptPurpose, SignInAttemptRepository, type SignInAttempt } from '../persistence/sign-in-attempt.repository.js';

/** An attempt with its secrets readable. */
export interface OpenAttempt extends Omit<SignInAttempt, 'secrets'> {
  readonly secrets: SignInSecrets;
}

/** Keeps who is on her way to a provider, bound to one browser, for ten minutes and for one return. */
@Injectable()
export class SignInAttempts {
  constructor(
    @Inject(SignInAttemptRepository) private readonly attempts: SignInAttemptRepository,
    @Inject(SecretBox) private readonly box: SecretBox,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @returns the token for the browser's cookie @throws ValidationError SECRETS_KEY_MISSING */
  async keep({ secrets, ...attempt }: OpenAttempt): Promise<string> {
    const browserToken = newLinkToken();
    const tokenHash = hashToken(browserToken);
    const sealed = this.seal(secrets, tokenHash);
    await this.work.run({ actor: SYSTEM_ACTOR }, async ({ tx }) => {
      await this.attempts.insert(tx, tokenHash, { ...attempt, secrets: sealed }, SIGN_IN_ATTEMPT_SECONDS);
      return null;
    });
    return browserToken;
  }

  /** Takes it before anything is asked, so that no answer counts twice. Null when there is none (any more). */
  take(browserToken: string | null): Promise<SignInAttempt | null> {
    if (browserToken === null) return Promise.resolve(null);
    return this.work.run({ actor: SYSTEM_ACTOR }, ({ tx }) => this.attempts.take(tx, hashToken(browserToken)));
  }

  /** @throws ValidationError SIGN_IN_INTERRUPTED when another key is used since */
  secretsOf({ secrets }: SignInAttempt, browserToken: string): SignInSecrets {
    try {
      return JSON.parse(this.box.open(secrets, attemptPurpose(hashToken(browserToken)))) as SignInSecrets;
    } catch (error) {
      throw error instanceof UnreadableSecretError || error instanceof SecretsKeyMissingError ? signInInterrupted() : error;
    }
  }

  private seal(secrets: SignInSecrets, tokenHash: string): string {
    try {
      return this.box.seal(JSON.stringify(secrets), attemptPurpose(tokenHash));
    } catch (error) {
      throw error instanceof SecretsKeyMissingError ? secretsKeyMissing() : error;
    }
  }
}
