import { Inject, Injectable } from '@nestjs/common';
import { municipalitySettingChanged } from '@konzeptwerkstatt/contracts';
import { newId, systemClock, ValidationError } from '@konzeptwerkstatt/kernel';
import { AttemptLimiter, OpenIdProviders, ProviderError, SecretBox, SecretsKeyMissingError, type ProviderFailure } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { issuerNotAllowed, issuerUnreachable, issuerUnusable, ruleNotAdministration, ruleOrganisationUnknown, secretRequired, secretsKeyMissing } from '../domain/identity.errors.js';
import { providerErrors, tidyProvider, type ProviderDraft } from '../domain/sign-in-provider.policy.js';
import { secretPurpose, SignInProviderRepository, type StoredProvider } from '../persistence/sign-in-provider.repository.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { actingPerson } from './acting-person.js';
import { ProviderRegistrations } from './provider-registration.js';
import { ProviderSessionEnd } from './provider-session-end.js';

const sentences: Readonly<Record<ProviderFailure, () => ValidationError>> = {
  unreachable: issuerUnreachable, 'not-allowed': issuerNotAllowed, 'client-refused': issuerUnusable, denied: issuerUnusable, untrusted: issuerUnusable,
};

/** Sets how people of the actor's municipality sign in with accounts of their own house. */
@Injectable()
export class SetSignInProviderCommand {
  /** Each try asks an address that somebody typed. */
  private readonly attempts = new AttemptLimiter({ attempts: 30, windowMs: 15 * 60_000 }, systemClock);

  constructor(
    @Inject(SignInProviderRepository) private readonly providers: SignInProviderRepository,
    @Inject(ProviderRegistrations) private readonly registrations: ProviderRegistrations,
    @Inject(OpenIdProviders) private readonly openid: OpenIdProviders,
    @Inject(SecretBox) private readonly box: SecretBox,
    @Inject(ProviderSessionEnd) private readonly sessions: ProviderSessionEnd,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * @param context its `input` must not hold the secret: a fast hash of it is stored
   * @returns the municipality's id
   * @throws ValidationError ISSUER_INVALID, ISSUER_NOT_ALLOWED, ISSUER_UNREACHABLE, ISSUER_UNUSABLE, CLIENT_ID_REQUIRED, SECRET_REQUIRED, SECRETS_KEY_MISSING, LABEL_REQUIRED,
   * CLAIM_REQUIRED, GROUPS_INVALID, RULES_INVALID, RULE_ORGANISATION_UNKNOWN, RULE_NOT_ADMINISTRATION, TEXT_NOT_STORABLE; ApplicationError FORBIDDEN, RATE_LIMITED
   */
  async execute(context: CommandContext, input: ProviderDraft): Promise<string> {
    const { municipalityId, personId } = actingPerson(context.actor);
    await this.policy.require(context.actor, 'municipality.administer', { municipalityId });
    const draft = tidyProvider(input);
    const errors = providerErrors(draft);
    if (errors.length > 0) throw new ValidationError(errors);
    const before = await this.providers.findOf(municipalityId);
    // A secret goes to the address it was entered for and to no other.
    if (draft.clientSecret === null && before?.issuer !== draft.issuer) throw secretRequired();
    this.attempts.take(personId);
    // Switching off must work while the provider is away.
    if (draft.isEnabled) await this.probe(draft, before);
    return this.work.run(context, async (unit) => {
      const stored = await this.providers.lockOf(unit.tx, municipalityId);
      if (draft.clientSecret === null && stored?.issuer !== draft.issuer) throw secretRequired();
      await this.checkRules(unit.tx, municipalityId, draft);
      const id = stored?.id ?? newId();
      const { clientSecret, ...facts } = draft;
      await this.providers.save(unit.tx, { ...facts, id, municipalityId, clientSecret: clientSecret === null ? (stored?.clientSecret ?? '') : this.seal(id, clientSecret) });
      if (stored && (!draft.isEnabled || stored.issuer !== draft.issuer || stored.clientId !== draft.clientId)) await this.sessions.end(unit, { providerId: id });
      unit.events.record(municipalitySettingChanged, { municipalityId, aggregateType: 'municipality', aggregateId: municipalityId, editionId: null, payload: { municipalityId, setting: 'sign_in' } });
      return municipalityId;
    });
  }

  private async probe({ issuer, clientId, clientSecret }: ProviderDraft, before: StoredProvider | null): Promise<void> {
    const secret = clientSecret ?? (before ? this.registrations.of(before).clientSecret : '');
    try {
      await this.openid.probe({ issuer, clientId, clientSecret: secret });
    } catch (error) {
      throw error instanceof ProviderError ? sentences[error.failure]() : error;
    }
  }

  private seal(id: string, secret: string): string {
    try {
      return this.box.seal(secret, secretPurpose(id));
    } catch (error) {
      throw error instanceof SecretsKeyMissingError ? secretsKeyMissing() : error;
    }
  }

  private async checkRules(tx: Transaction, municipalityId: string, { rules }: ProviderDraft): Promise<void> {
    const organisations = await this.providers.findOrganisations(tx, municipalityId, rules);
    if (!rules.every(({ organisationId }) => organisations.has(organisationId))) throw ruleOrganisationUnknown();
    if (rules.some(({ role, organisationId }) => role === 'municipality_administrator' && !organisations.get(organisationId))) throw ruleNotAdministration();
  }
}
