import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';

/** A sign-in on its way to a provider and back. */
export interface SignInAttempt {
  readonly municipalityId: string;
  readonly providerId: string;
  /** Sealed for `attemptPurpose(tokenHash)`. */
  readonly secrets: string;
  readonly returnPath: string;
  /** The session whose account is to be linked; null for signing in. */
  readonly linkingSessionId: string | null;
}

/** What the secrets of an attempt are sealed for. */
export const attemptPurpose = (tokenHash: string): string => `sign-in-attempt/${tokenHash}`;

/** Writes who is on her way to a provider. Times are the database's. */
@Injectable()
export class SignInAttemptRepository {
  async insert(tx: Transaction, tokenHash: string, { municipalityId, providerId, secrets, returnPath, linkingSessionId }: SignInAttempt, seconds: number): Promise<void> {
    await tx.$executeRaw`DELETE FROM sign_in_attempts WHERE expires_at < now()`;
    await tx.$executeRaw`
      INSERT INTO sign_in_attempts (id, municipality_id, provider_id, token_hash, secrets, return_path, linking_session_id, expires_at)
      VALUES (${newId()}::uuid, ${municipalityId}::uuid, ${providerId}::uuid, ${tokenHash}, ${secrets}, ${returnPath}, ${linkingSessionId}::uuid, now() + make_interval(secs => ${seconds}::int))`;
  }

  /** Takes it, once. Null when it was taken, is too old, or never was. */
  async take(tx: Transaction, tokenHash: string): Promise<SignInAttempt | null> {
    const rows = await tx.$queryRaw<(SignInAttempt & { readonly isOpen: boolean })[]>`
      DELETE FROM sign_in_attempts WHERE token_hash = ${tokenHash} RETURNING municipality_id::text AS "municipalityId", provider_id::text AS "providerId", secrets, return_path AS "returnPath",
        linking_session_id::text AS "linkingSessionId", expires_at > now() AS "isOpen"`;
    return rows[0]?.isOpen === true ? rows[0] : null;
  }
}
