import 'reflect-metadata';
import { afterAll, beforeAll } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { createApiApplication, listen, type ApiApplication } from '@konzeptwerkstatt/app-api';
import { PasswordHasher } from '@konzeptwerkstatt/platform-auth';
import { loadConfig } from '@konzeptwerkstatt/platform-config';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { createTestDatabase, type TestDatabase } from '@konzeptwerkstatt/test-support';

export const PASSWORD = 'ein langes Passwort';

/** A running API on a database of its own. */
export interface ApiUnderTest {
  origin: string;
  database: TestDatabase;
  application: ApiApplication;
}

/** Settings that a spec changes. */
export interface HarnessOptions {
  readonly allowsIntrospection?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts the API before the specs of a file and ends it after them. */
export function useApi({ allowsIntrospection = false, env = {} }: HarnessOptions = {}): ApiUnderTest {
  const api = {} as ApiUnderTest;
  beforeAll(async () => {
    api.database = await createTestDatabase();
    const config = loadConfig({ PORT: '0', DATABASE_URL: api.database.url, LOG_LEVEL: 'fatal', ...env });
    const logger = createLogger({ level: process.env['TEST_LOG_LEVEL'] ?? 'silent' });
    api.application = await createApiApplication({ config, databaseUrl: api.database.url, logger, allowsIntrospection });
    api.origin = `http://127.0.0.1:${await listen(api.application.server, 0, '127.0.0.1')}`;
  }, 240_000);
  afterAll(async () => {
    await api.application?.close();
    await api.database?.drop();
  }, 30_000);
  return api;
}

/** A person of a new organisation, in a new municipality unless one is named. */
export interface Account {
  readonly email: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly municipalityId: string;
}

let passwordHash: Promise<string> | undefined;

/** Adds a person with `PASSWORD` and a new organisation. */
export async function addAccount({ database }: ApiUnderTest, municipalityId?: string): Promise<Account> {
  passwordHash ??= new PasswordHasher().hash(PASSWORD);
  const account = { personId: newId(), organisationId: newId(), municipalityId: municipalityId ?? newId(), email: `${newId()}@example.org` };
  const { client } = database.prisma;
  if (municipalityId === undefined) await client.municipality.create({ data: { id: account.municipalityId, name: `Stadt ${account.municipalityId}` } });
  await client.organisation.create({ data: { id: account.organisationId, municipalityId: account.municipalityId, kind: 'migrant_organisation', name: `Verein ${account.organisationId}` } });
  await client.person.create({ data: { id: account.personId, email: account.email, displayName: 'Erika Beispiel', passwordHash: await passwordHash } });
  await client.membership.create({ data: { id: newId(), municipalityId: account.municipalityId, personId: account.personId, organisationId: account.organisationId } });
  return account;
}

/** An answer of `/graphql`. */
export interface GraphqlAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly { readonly message: string; readonly path?: readonly string[]; readonly extensions: { readonly code: string; readonly correlationId: string; readonly retryAfter?: number } }[];
  /** The session cookie that the answer set. */
  readonly cookie: string;
}

/** Posts an operation. */
export async function post({ origin }: ApiUnderTest, query: string, options: { variables?: object; cookie?: string; bearer?: string } = {}): Promise<GraphqlAnswer> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (options.cookie) headers['Cookie'] = options.cookie;
  if (options.bearer) headers['Authorization'] = `Bearer ${options.bearer}`;
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables: options.variables }) });
  const body = (await response.json()) as Pick<GraphqlAnswer, 'data'> & Partial<Pick<GraphqlAnswer, 'errors'>>;
  const cookie = response.headers.getSetCookie().map((header) => header.split(';')[0]).join('; ');
  return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [], cookie };
}

export const SIGN_IN = 'mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { viewer { person { email } actingOrganisation { uuid } } errors { code path message } } }';

/** Signs in and gives the cookie. */
export async function signIn(api: ApiUnderTest, account: Pick<Account, 'email'>): Promise<string> {
  const { cookie } = await post(api, SIGN_IN, { variables: { email: account.email, password: PASSWORD } });
  return cookie;
}
