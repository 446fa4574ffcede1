import { Inject, Injectable } from '@nestjs/common';
import { acrossMunicipalities, PrismaDatabase, type Transaction } from '@konzeptwerkstatt/platform-database';
import type { ProviderRule } from '../domain/provider-access.policy.js';
import { storedGroups, storedRules, type ProviderFacts } from '../domain/sign-in-provider.policy.js';

/** A municipality's provider as it is stored. */
export interface StoredProvider extends ProviderFacts {
  readonly id: string;
  readonly municipalityId: string;
  /** Sealed for `secretPurpose(id)`. */
  readonly clientSecret: string;
}

/** What the secret of a provider is sealed for. */
export const secretPurpose = (providerId: string): string => `sign-in-provider/${providerId}`;

type Row = Omit<StoredProvider, 'requiredGroups' | 'rules'> & { readonly requiredGroups: unknown; readonly rules: unknown };
const toProvider = ({ requiredGroups, rules, ...rest }: Row): StoredProvider => ({ ...rest, requiredGroups: storedGroups(requiredGroups), rules: storedRules(rules) });
const select = { id: true, municipalityId: true, issuer: true, clientId: true, clientSecret: true, label: true, groupsClaim: true, requiredGroups: true, createsAccounts: true, isEnabled: true, rules: true } as const;

/** Reads and writes how people of a municipality sign in with accounts of their own house. */
@Injectable()
export class SignInProviderRepository {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  /** Null when there is none, or it is switched off. */
  async findEnabled(id: string): Promise<StoredProvider | null> {
    const row = await acrossMunicipalities('people sign in before it is known who they are', () => this.database.client.signInProvider.findFirst({ where: { id, isEnabled: true }, select }));
    return row && toProvider(row);
  }

  async findOf(municipalityId: string): Promise<StoredProvider | null> {
    const row = await this.database.client.signInProvider.findUnique({ where: { municipalityId }, select });
    return row && toProvider(row);
  }

  /** The one of a municipality, which nobody else changes until the end of the transaction. */
  async lockOf(tx: Transaction, municipalityId: string): Promise<StoredProvider | null> {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sign-in-provider/${municipalityId}`}, 0))::text`;
    const row = await tx.signInProvider.findUnique({ where: { municipalityId }, select });
    return row && toProvider(row);
  }

  /**
   * A provider as it is now, with its present rules, which nobody changes until the end of the transaction; others may sign in meanwhile.
   * @param begun as it was when somebody was sent there @returns null when it is switched off, or another one stands there now
   */
  async lockSame(tx: Transaction, { id, municipalityId, issuer, clientId }: StoredProvider): Promise<StoredProvider | null> {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${`sign-in-provider/${municipalityId}`}, 0))::text`;
    const row = await tx.signInProvider.findUnique({ where: { municipalityId, id, issuer, clientId, isEnabled: true }, select });
    return row && toProvider(row);
  }

  async save(tx: Transaction, { id, municipalityId, requiredGroups, rules, ...facts }: StoredProvider): Promise<void> {
    const data = { ...facts, requiredGroups: [...requiredGroups], rules: rules.map((rule) => ({ ...rule })), updatedAt: new Date() };
    await tx.signInProvider.upsert({ where: { municipalityId }, create: { id, municipalityId, ...data }, update: data });
  }

  /** Which organisations of rules are there now, and whether they belong to the administration. */
  async findOrganisations(tx: Transaction, municipalityId: string, rules: readonly Pick<ProviderRule, 'organisationId'>[]): Promise<ReadonlyMap<string, boolean>> {
    const rows = await tx.organisation.findMany({ where: { municipalityId, removedAt: null, id: { in: rules.map(({ organisationId }) => organisationId) } }, select: { id: true, kind: true } });
    return new Map(rows.map(({ id, kind }) => [id, kind === 'administration']));
  }
}
