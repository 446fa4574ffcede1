import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { ScriptedProvider, type ScriptedPerson } from '@konzeptwerkstatt/test-support';
import { addAccount, post, signIn, useApi, type Account, type ApiUnderTest } from '../api/api-harness.js';

/** Settings with which a provider on this machine may be used. */
export const PROVIDER_ENV = { OIDC_PRIVATE_ISSUERS: 'true', SECRETS_KEY: 'k'.repeat(40) };

const SET = 'mutation ($input: SetSignInProviderInput!) { setSignInProvider(input: $input) { configuration { settings { issuer label } } errors { code path message } } }';
const START = 'mutation ($id: ID!, $path: String) { startProviderSignIn(input: { providerId: $id, returnPath: $path }) { url errors { code message } } }';
const LINK = 'mutation ($id: ID!) { startIdentityLink(input: { providerId: $id }) { url errors { code message } } }';

type Told = readonly { readonly code: string; readonly message: string }[];

/** A browser on its way to the provider. */
export interface OnTheWay {
  readonly url: string;
  /** Cookies it has. */
  readonly cookie: string;
}

/** Where a browser was sent after it came back, and what it got. */
export interface Arrival {
  readonly status: number;
  readonly location: string;
  /** The session's cookie; empty when nobody was signed in. */
  readonly session: string;
}

/** A municipality with a provider, and everybody who comes by it. */
export class ProviderStage {
  providerId = '';
  administrator!: Account;
  adminCookie = '';
  /** An organisation of the administration. */
  office = '';
  /** Another organisation. */
  club = '';

  constructor(readonly api: ApiUnderTest, readonly provider: ScriptedProvider) {}

  /** The provider's settings that a spec changes; what is left out is good. */
  async configure(change: object = {}): Promise<Told> {
    const global = (id: string): string => Buffer.from(`Organisation:${id}`).toString('base64url');
    const input = {
      idempotencyKey: newId(), issuer: this.provider.issuer, clientId: this.provider.clientId, clientSecret: this.provider.clientSecret, label: 'Stadt', groupsClaim: 'groups', requiredGroups: [], createsAccounts: true, isEnabled: true,
      rules: [{ group: '', organisationId: global(this.club), role: 'MEMBER' }], ...change,
    };
    const answer = await post(this.api, SET, { variables: { input }, cookie: this.adminCookie });
    if (!answer.data?.['setSignInProvider']) throw new Error(JSON.stringify(answer.errors));
    return (answer.data as { setSignInProvider: { errors: Told } }).setSignInProvider.errors;
  }

  rule(group: string, organisation: 'office' | 'club', role: string): object {
    return { group, organisationId: Buffer.from(`Organisation:${this[organisation]}`).toString('base64url'), role };
  }

  /** Begins at the sign-in page. */
  async start(path: string | null = '/konzepte', cookie = ''): Promise<OnTheWay> {
    const answer = await post(this.api, START, { variables: { id: this.providerId, path }, cookie });
    const { url, errors } = (answer.data as { startProviderSignIn: { url: string | null; errors: Told } }).startProviderSignIn;
    if (url === null) throw new Error(errors.map(({ code }) => code).join());
    return { url, cookie: [cookie, answer.cookie].filter((part) => part !== '').join('; ') };
  }

  /** Begins at the account page. */
  async startLinking(cookie: string): Promise<OnTheWay> {
    const answer = await post(this.api, LINK, { variables: { id: this.providerId }, cookie });
    const { url } = (answer.data as { startIdentityLink: { url: string } }).startIdentityLink;
    return { url, cookie: `${cookie}; ${answer.cookie}` };
  }

  /** Comes back with an answer of the provider. */
  async arrive(query: string, cookie: string): Promise<Arrival> {
    const response = await fetch(`${this.api.origin}/oidc/callback?${query}`, { headers: { Cookie: cookie }, redirect: 'manual' });
    const session = response.headers.getSetCookie().map((header) => header.split(';')[0] ?? '').find((pair) => /^kw_session=.+/.test(pair)) ?? '';
    return { status: response.status, location: response.headers.get('location') ?? '', session };
  }

  /** The whole way. */
  async signIn(person: ScriptedPerson, cookie = ''): Promise<Arrival> {
    const way = await this.start('/konzepte', cookie);
    return this.arrive(this.provider.answer(way.url, person), way.cookie);
  }

  /** Says to the application that somebody signed out at the provider. */
  async say(token: string): Promise<number> {
    const response = await fetch(`${this.api.origin}/oidc/logout/${this.rawId}`, { method: 'POST', body: new URLSearchParams({ logout_token: token }) });
    return response.status;
  }

  get rawId(): string {
    return Buffer.from(this.providerId, 'base64url').toString().split(':')[1] ?? '';
  }

  /** How many sessions, accounts, and known identities there are. */
  async counts(): Promise<string> {
    const { rows } = await this.api.database.pool.query<{ counts: string }>('SELECT concat((SELECT count(*) FROM sessions), \' \', (SELECT count(*) FROM persons), \' \', (SELECT count(*) FROM external_identities)) AS counts');
    return rows[0]?.counts ?? '';
  }

  /** Where somebody belongs, with her role, and whether she administers the municipality. */
  async standing(session: string): Promise<{ places: string[]; administers: boolean } | null> {
    const answer = await post(this.api, '{ viewer { mayAdminister memberships { role organisation { uuid } } } }', { cookie: session });
    const viewer = (answer.data as { viewer: { mayAdminister: boolean; memberships: { role: string; organisation: { uuid: string } }[] } | null }).viewer;
    const nameOf = (uuid: string): string => (uuid === this.office ? 'office' : uuid === this.club ? 'club' : 'other');
    return viewer && { places: viewer.memberships.map(({ role, organisation }) => `${nameOf(organisation.uuid)} ${role}`).sort(), administers: viewer.mayAdminister };
  }
}

/** Expects that nobody was signed in and no account made, and that the page has a sentence for why. */
export async function expectRefused(stage: ProviderStage, before: string, { location, session }: Arrival, code: string | RegExp): Promise<void> {
  expect({ location, session, counts: await stage.counts() }).toEqual({ location: expect.stringMatching(code instanceof RegExp ? code : new RegExp(`^/anmelden\\?fehler=${code}&weiter=`)), session: '', counts: before });
}

/** Somebody with a checked address. */
export const someone = (claims: object = {}): ScriptedPerson => {
  const sub = newId();
  return { sub, claims: { email: `${sub}@stadt.example`, email_verified: true, name: 'Sara Beispiel', ...claims } };
};

async function furnish(stage: ProviderStage): Promise<void> {
  stage.administrator = await addAccount(stage.api);
  const { municipalityId, personId } = stage.administrator;
  const { client } = stage.api.database.prisma;
  [stage.office, stage.club] = [newId(), newId()];
  await client.organisation.create({ data: { id: stage.office, municipalityId, kind: 'administration', name: `Amt ${stage.office}` } });
  await client.organisation.create({ data: { id: stage.club, municipalityId, kind: 'migrant_organisation', name: `Verein ${stage.club}` } });
  await client.grant.create({ data: { id: newId(), municipalityId, subjectKind: 'person', subjectId: personId, role: 'administrator', scopeKind: 'municipality', scopeId: municipalityId, originKind: 'test', originId: newId() } });
  stage.adminCookie = await signIn(stage.api, stage.administrator);
}

/** An API and a provider for the specs of a file. Before each one the provider is good, and its settings are those of `configure()`. */
export function useProviderStage(): () => ProviderStage {
  const api = useApi({ env: PROVIDER_ENV });
  let stage: ProviderStage | undefined;
  beforeAll(async () => {
    stage = new ProviderStage(api, await ScriptedProvider.start());
    await furnish(stage);
    await stage.configure();
    const answer = await post(api, '{ signInProviders { id label municipalityName } }');
    stage.providerId = (answer.data as { signInProviders: { id: string }[] }).signInProviders[0]?.id ?? '';
  }, 240_000);
  beforeEach(async () => {
    if (!stage) throw new Error('no stage');
    stage.provider.script = {};
    stage.provider.asked.length = 0;
  });
  afterAll(async () => stage?.provider.stop());
  return () => {
    if (!stage) throw new Error('the stage exists only inside tests');
    return stage;
  };
}
