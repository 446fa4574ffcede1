import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { logoutAddress, SecretBox, SecretsKeyMissingError, UnreadableSecretError } from '@konzeptwerkstatt/platform-auth';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { acrossMunicipalities, PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { addressForPeople } from '@konzeptwerkstatt/platform-mail';
import type { ProviderFacts } from '../domain/sign-in-provider.policy.js';
import { identityHintPurpose, ProviderSessionRepository } from '../persistence/provider-session.repository.js';
import { SignInProviderRepository } from '../persistence/sign-in-provider.repository.js';
import { AccessPolicy } from './access-policy.reader.js';

/** Where providers send people back to. */
export const CALLBACK_PATH = '/oidc/callback';
/** Where a provider says that somebody signed out there; followed by the provider's id. */
export const LOGOUT_PATH = '/oidc/logout';
const AFTER_LOGOUT_PATH = '/anmelden';

/** A button on the sign-in page. */
export interface SignInButton {
  readonly id: string;
  readonly label: string;
  readonly municipalityName: string;
}

/** What an administrator sees of her municipality's provider, and what she enters there; the secret is never read. */
export interface ProviderSettings extends ProviderFacts {
  readonly id: string;
}

/** What has to be entered at the provider. */
export interface ProviderAddresses {
  readonly callback: string;
  readonly afterLogout: string;
  /** Null until there is a provider: its id is part of the address. */
  readonly backchannelLogout: string | null;
}

/** An account of another house that a person signs in with. */
export interface LinkedIdentity {
  readonly id: string;
  readonly providerId: string;
  readonly label: string;
  readonly municipalityName: string;
  readonly linkedAt: Date;
  readonly lastSignInAt: Date | null;
}

/** What is shown of signing in with accounts of other houses. */
@Injectable()
export class SignInProviderReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(SignInProviderRepository) private readonly providers: SignInProviderRepository,
    @Inject(ProviderSessionRepository) private readonly sessions: ProviderSessionRepository,
    @Inject(SecretBox) private readonly box: SecretBox,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  /** All that are switched on, by municipality. */
  async buttons(): Promise<SignInButton[]> {
    const rows = await acrossMunicipalities('whoever signs in has no municipality yet', () => this.database.client.signInProvider.findMany({
      where: { isEnabled: true }, select: { id: true, label: true, municipality: { select: { name: true } } }, orderBy: [{ municipality: { name: 'asc' } }, { id: 'asc' }], take: 500,
    }));
    return rows.map(({ id, label, municipality }) => ({ id, label, municipalityName: municipality.name }));
  }

  /** Null for everybody but the municipality's administrators. */
  async settingsFor(actor: Actor & { readonly municipalityId: string | null }): Promise<{ readonly provider: ProviderSettings | null; readonly addresses: ProviderAddresses } | null> {
    const { municipalityId } = actor;
    if (municipalityId === null || !(await this.policy.can(actor, 'municipality.administer', { municipalityId }))) return null;
    const stored = await this.providers.findOf(municipalityId);
    const address = (path: string): string => addressForPeople(this.config, path);
    const addresses = { callback: address(CALLBACK_PATH), afterLogout: address(AFTER_LOGOUT_PATH), backchannelLogout: stored && address(`${LOGOUT_PATH}/${stored.id}`) };
    return { provider: stored, addresses };
  }

  /** With which accounts a person signs in. @param credentialId of the request: a session that a municipality's provider opened shows that municipality's only */
  identitiesOf(personId: string, credentialId: string | null): PromiseLike<LinkedIdentity[]> {
    return this.database.client.$queryRaw<LinkedIdentity[]>`
      SELECT i.id::text, i.provider_id::text AS "providerId", p.label, m.name AS "municipalityName", i.linked_at AS "linkedAt", i.last_sign_in_at AS "lastSignInAt"
      FROM external_identities i JOIN sign_in_providers p ON p.id = i.provider_id JOIN municipalities m ON m.id = p.municipality_id WHERE i.person_id = ${personId}::uuid
        AND NOT EXISTS (SELECT FROM provider_sessions k WHERE k.session_id = ${credentialId}::uuid AND k.municipality_id <> i.municipality_id) ORDER BY i.linked_at LIMIT 100`;
  }

  async hasPassword(personId: string): Promise<boolean> {
    return (await this.database.client.person.count({ where: { id: personId, passwordHash: { not: null } } })) > 0;
  }

  /** The municipality that a session is bound to; null for one that began with a password. */
  async boundMunicipality(sessionId: string | null): Promise<string | null> {
    return (await this.sessions.find(sessionId))?.municipalityId ?? null;
  }

  /** Where a person is sent to sign out at her provider too; null when the session did not begin there, or the provider cannot do that. */
  async logoutAddressOf(sessionId: string | null): Promise<string | null> {
    const session = await this.sessions.find(sessionId);
    if (sessionId === null || !session?.logoutEndpoint) return null;
    try {
      const idToken = this.box.open(session.identityHint, identityHintPurpose(sessionId));
      return logoutAddress(session.logoutEndpoint, { idToken, clientId: session.clientId, returnTo: addressForPeople(this.config, AFTER_LOGOUT_PATH) });
    } catch (error) {
      // With another key than at sign-in nobody can be named to the provider; signing out here is what counts.
      if (error instanceof UnreadableSecretError || error instanceof SecretsKeyMissingError) return null;
      throw error;
    }
  }
}
